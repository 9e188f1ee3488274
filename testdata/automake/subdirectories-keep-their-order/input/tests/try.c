int example(void);
int main(void)
{
    return example();
}
