#ifdef HAVE_CONFIG_H
#include <config.h>
#endif
#include <string.h>
#include "words.h"

enum { longest = 63 };

/* Not in words.sym. */
int words_is_letter(char c)
{
    return c && !strchr(" \t\r\n", c);
}

unsigned words_count(struct tally *tally, char const *text)
{
    unsigned count = 0;
    while (*text) {
        char word[longest + 1];
        unsigned length = 0;
        for (; words_is_letter(*text); ++text)
            if (length < longest)
                word[length++] = *text;
        word[length] = 0;
        if (length > 0 && tally_add(tally, word) > 0)
            ++count;
        if (*text)
            ++text;
    }
    return count;
}

char const *words_system(void)
{
    return SYSTEM;
}
