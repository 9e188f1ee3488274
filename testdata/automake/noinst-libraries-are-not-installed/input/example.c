int example(void)
{
    return 1;
}
