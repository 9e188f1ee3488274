int one_first(void)
{
    return 1;
}
int one_second(void)
{
    return 2;
}
int hidden(void)
{
    return 3;
}
