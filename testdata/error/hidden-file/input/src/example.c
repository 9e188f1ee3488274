#include "example.h"

int main(void)
{
    return 0;
}
