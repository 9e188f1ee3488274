int on_linux(void)
{
    return 1;
}
