int wide(void)
{
    return 1;
}
