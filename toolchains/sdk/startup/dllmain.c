/* The DllMain() of a DLL that has none. */
int __stdcall DllMain(void *module, unsigned long reason, void *reserved)
{
    (void)module;
    (void)reason;
    (void)reserved;
    return 1;
}
