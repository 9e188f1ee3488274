/* What /GS code calls; the cookie is no secret here. */
typedef unsigned long long cookie;

__declspec(dllimport) __declspec(noreturn) void __stdcall ExitProcess(unsigned);

cookie __security_cookie = 0x00002B992DDFA232ull;

__declspec(noreturn) void __cdecl __report_gsfailure(cookie found)
{
    (void)found;
    ExitProcess(0xC0000409u); /* STATUS_STACK_BUFFER_OVERRUN */
}

void __cdecl __security_check_cookie(cookie found)
{
    if (found != __security_cookie)
        __report_gsfailure(found);
}

void __cdecl __security_init_cookie(void)
{
}

int __GSHandlerCheck(void *record, void *frame, void *context)
{
    (void)record;
    (void)frame;
    (void)context;
    return 1; /* ExceptionContinueSearch */
}
