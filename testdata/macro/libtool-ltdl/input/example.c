#include <config.h>
int example(void)
{
    return 0;
}
