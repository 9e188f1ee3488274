#include <example.h>
int main(void)
{
    return NUMBER - NUMBER;
}
