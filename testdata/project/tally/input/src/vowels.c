#include <string.h>

unsigned vowels_count(char const *text)
{
    unsigned count = 0;
    for (; *text; ++text)
        count += strchr("aeiou", *text) != NULL;
    return count;
}
