#include <config.h>
#include "outer.h"

#ifndef ONLY_OUTER
#error "the project's own flags are lost"
#endif

const char *outer_name(void)
{
    return NAME;
}
