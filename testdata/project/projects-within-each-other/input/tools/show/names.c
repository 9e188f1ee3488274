#include <config.h>
#ifdef HAVE_STRING_H
#include <string.h>
#endif
#include "outer.h"

int main(void)
{
    return strcmp(NAME, "show") != 0 || strcmp(outer_name(), "outer") != 0;
}
