int sync_all(void)
{
    return 0;
}
