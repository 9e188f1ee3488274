int inner(void);
int main(void)
{
    return inner() - 1;
}
