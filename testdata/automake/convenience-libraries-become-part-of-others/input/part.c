int parts;
int part(void)
{
    parts++;
    return 1;
}
