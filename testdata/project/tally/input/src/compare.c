#ifdef HAVE_CONFIG_H
#include <config.h>
#endif
#include <string.h>
#ifdef HAVE_STRINGS_H
#include <strings.h>
#endif
#include "compare.h"

int compare_words(char const *a, char const *b)
{
#if defined(HAVE_STRCASECMP)
    return strcasecmp(a, b);
#elif defined(HAVE__STRICMP)
    return _stricmp(a, b);
#else
#error how are words compared?
#endif
}
