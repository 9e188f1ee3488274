/* Counts the words of a text. */
#ifndef WORDS_H
#define WORDS_H
#include "tally.h"

unsigned words_count(struct tally *tally, char const *text);
char const *words_system(void);

#endif
