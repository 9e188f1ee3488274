/* Words are counted, whatever their case. */
#include <stdio.h>
#include <string.h>
#include "words.h"

int main(void)
{
    char line[80];
    struct tally *tally = tally_new();
    if (!tally || words_count(tally, "one two\tTwo three\n") != 4)
        return 1;
    if (tally_print(tally, "TWO", line, sizeof line) != 5 || strcmp(line, "TWO 2") != 0)
        return 1;
    tally_free(tally);
    return 0;
}
