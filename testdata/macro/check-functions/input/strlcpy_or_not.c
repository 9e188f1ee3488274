int strlcpy_or_not(void)
{
    return 1;
}
