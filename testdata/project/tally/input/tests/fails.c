/* A word that never came is not there. */
#include "words.h"

int main(void)
{
    char line[80];
    struct tally *tally = tally_new();
    return !tally || tally_print(tally, "word", line, sizeof line) != 99;
}
