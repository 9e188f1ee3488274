int replaced_strndup(void)
{
    return 1;
}
