static char const *const table[] = {
#include "table.h"
};
int main(void)
{
    return table[0][0] != 'o';
}
