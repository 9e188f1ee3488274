/* The initializers of a module, and what it has to do at its end. Written after the documentation of the UCRT. */
#include "module.h"

#pragma comment(lib, "ucrt")
#pragma comment(lib, "vcruntime")
#pragma comment(lib, "kernel32")

typedef void(__cdecl *procedure)(void);
typedef int(__cdecl *function)(void);

/* The linker sorts the parts of .CRT by the letters after $: between A and Z stand the pointers of each kind. */
#pragma section(".CRT$XIA", read)
#pragma section(".CRT$XIZ", read)
#pragma section(".CRT$XCA", read)
#pragma section(".CRT$XCZ", read)
#pragma section(".CRT$XPA", read)
#pragma section(".CRT$XPZ", read)
#pragma section(".CRT$XTA", read)
#pragma section(".CRT$XTZ", read)
__declspec(allocate(".CRT$XIA")) function __xi_a[] = {0};
__declspec(allocate(".CRT$XIZ")) function __xi_z[] = {0};
__declspec(allocate(".CRT$XCA")) procedure __xc_a[] = {0};
__declspec(allocate(".CRT$XCZ")) procedure __xc_z[] = {0};
__declspec(allocate(".CRT$XPA")) procedure __xp_a[] = {0};
__declspec(allocate(".CRT$XPZ")) procedure __xp_z[] = {0};
__declspec(allocate(".CRT$XTA")) procedure __xt_a[] = {0};
__declspec(allocate(".CRT$XTZ")) procedure __xt_z[] = {0};
#pragma comment(linker, "/merge:.CRT=.rdata")

typedef struct {
    procedure *first, *last, *end;
} exit_table;

IMPORT void __cdecl _initterm(procedure *, procedure *);
IMPORT int __cdecl _initterm_e(function *, function *);
IMPORT int __cdecl _crt_atexit(procedure);
IMPORT int __cdecl _initialize_onexit_table(exit_table *);
IMPORT int __cdecl _register_onexit_function(exit_table *, function);
IMPORT int __cdecl _execute_onexit_table(exit_table *);

int _fltused = 0x9875; /* the compiler refers to it where floating point is used */

static int in_dll;
static exit_table at_exit_of_dll;

/* In a DLL, atexit() is about the end of the DLL. */
int __cdecl atexit(procedure what)
{
    return in_dll ? _register_onexit_function(&at_exit_of_dll, (function)what) : _crt_atexit(what);
}

function __cdecl _onexit(function what)
{
    return atexit((procedure)what) ? 0 : what;
}

void module_begin(int is_dll)
{
    in_dll = is_dll;
    if (is_dll)
        _initialize_onexit_table(&at_exit_of_dll);
}

int module_initialize(void)
{
    if (_initterm_e(__xi_a, __xi_z))
        return 1;
    _initterm(__xc_a, __xc_z);
    return 0;
}

void module_end_dll(void)
{
    _execute_onexit_table(&at_exit_of_dll);
    _initterm(__xp_a, __xp_z);
    _initterm(__xt_a, __xt_z);
}
