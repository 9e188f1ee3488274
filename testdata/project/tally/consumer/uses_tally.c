#include <tally.h>
#include <words.h>

int main(void)
{
    struct tally *tally = tally_new();
    unsigned const count = words_count(tally, "one two One");
    tally_free(tally);
    return count == 3 ? 0 : 1;
}
