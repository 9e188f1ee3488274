int inner(void)
{
    return INNER;
}
