/* The directory of thread-local variables: __declspec(thread). */
#pragma section(".tls", read, write)
#pragma section(".tls$ZZZ", read, write)
#pragma section(".CRT$XLA", read)
#pragma section(".CRT$XLZ", read)
#pragma section(".rdata$T", read)
#pragma comment(linker, "/include:_tls_used")

typedef void(__stdcall *callback)(void *, unsigned long, void *);

unsigned long _tls_index = 0;
__declspec(allocate(".tls")) char *_tls_start = 0;
__declspec(allocate(".tls$ZZZ")) char *_tls_end = 0;
__declspec(allocate(".CRT$XLA")) callback __xl_a = 0;
__declspec(allocate(".CRT$XLZ")) callback __xl_z = 0;

struct tls_directory {
    void *start, *end;
    unsigned long *index;
    callback *callbacks;
    unsigned long zero_fill, flags;
};
extern struct tls_directory const _tls_used;
__declspec(allocate(".rdata$T")) struct tls_directory const _tls_used = {
    &_tls_start, &_tls_end, &_tls_index, &__xl_a + 1, 0, 0,
};
