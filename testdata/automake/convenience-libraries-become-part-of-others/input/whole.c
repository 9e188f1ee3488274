int part(void);
int whole(void)
{
    return part() + 1;
}
