int common(void);
int system_part(void);
int where(void);

int main(void)
{
    return common() + system_part() + where() == 0;
}
