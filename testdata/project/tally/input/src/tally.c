#ifdef HAVE_CONFIG_H
#include <config.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "compare.h"
#include "tally.h"

#ifndef HAVE_SNPRINTF
#error every system of today has snprintf
#endif

struct entry {
    struct entry *next;
    unsigned count;
    char *word;
};

struct tally {
    struct entry *entries;
};

static inline struct entry *find(struct tally const *tally, char const *word)
{
    struct entry *entry = tally->entries;
    while (entry && compare_words(entry->word, word) != 0)
        entry = entry->next;
    return entry;
}

static struct entry *insert(struct tally *tally, char const *word)
{
    struct entry *entry = malloc(sizeof *entry);
    if (!entry)
        return NULL;
    entry->word = malloc(strlen(word) + 1);
    if (!entry->word) {
        free(entry);
        return NULL;
    }
    strcpy(entry->word, word);
    entry->count = 0;
    entry->next = tally->entries;
    tally->entries = entry;
    return entry;
}

struct tally *tally_new(void)
{
    return calloc(1, sizeof(struct tally));
}

void tally_free(struct tally *tally)
{
    while (tally->entries) {
        struct entry *entry = tally->entries;
        tally->entries = entry->next;
        free(entry->word);
        free(entry);
    }
    free(tally);
}

unsigned tally_add(struct tally *tally, char const *word)
{
    struct entry *entry = find(tally, word);
    if (!entry)
        entry = insert(tally, word);
    return entry ? ++entry->count : 0;
}

int tally_print(struct tally const *restrict tally, char const *word, char *restrict text, unsigned size)
{
    struct entry const *entry = find(tally, word);
    return snprintf(text, size, "%s %u", word, entry ? entry->count : 0);
}
