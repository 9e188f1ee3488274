/* What configure found out holds where the program runs. */
#ifdef HAVE_CONFIG_H
#include <config.h>
#endif
#include <string.h>
#include "words.h"

int main(void)
{
#ifdef _WIN32
    char const *system = "Windows";
#else
    char const *system = "Linux";
#endif
    if (strcmp(words_system(), system) != 0)
        return 1;
    return sizeof(long) != SIZEOF_LONG || sizeof(void *) != SIZEOF_VOID_P;
}
