/* Counts words. */
#ifndef TALLY_H
#define TALLY_H

struct tally;

struct tally *tally_new(void);
void tally_free(struct tally *tally);

/* Counts the word, whatever its case; how often it has come so far, 0 if there is no memory for it. */
unsigned tally_add(struct tally *tally, char const *word);

/* Writes `WORD COUNT` for the word, as snprintf() does. */
int tally_print(struct tally const *tally, char const *word, char *text, unsigned size);

#endif
