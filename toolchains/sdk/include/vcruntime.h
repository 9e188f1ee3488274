/* What sources that include the compiler's run-time header may expect of it. */
#ifndef VCRUNTIME_H
#define VCRUNTIME_H
#include <corecrt.h>
#include <vadefs.h>
#endif
