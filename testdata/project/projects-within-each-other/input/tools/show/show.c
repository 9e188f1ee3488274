#include <config.h>
#include <stdio.h>
#include "outer.h"

#ifdef ONLY_OUTER
#error "these are the flags of the project around this one"
#endif

int main(void)
{
    printf("%s shows %s\n", NAME, outer_name());
    return 0;
}
