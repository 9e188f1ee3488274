/* A function for the library alone. */
#ifndef COMPARE_H
#define COMPARE_H

int compare_words(char const *a, char const *b);

#endif
