#ifdef HAVE_CONFIG_H
#include <config.h>
#endif
#include <stdio.h>
#include "words.h"

/* tally WORD TEXT: how often is the word in the text? */
int main(int argc, char **argv)
{
    char line[80];
    struct tally *tally = tally_new();
    if (!tally || argc != 3) {
        fputs(PACKAGE_STRING " for " SYSTEM "\nusage: tally WORD TEXT\n", stderr);
        return 2;
    }
    words_count(tally, argv[2]);
    tally_print(tally, argv[1], line, sizeof line);
    tally_free(tally);
    return puts(line) == EOF;
}
