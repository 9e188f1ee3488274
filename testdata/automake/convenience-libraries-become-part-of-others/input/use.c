int part(void);
int whole(void);
int main(void)
{
    return whole() - part() - 1;
}
