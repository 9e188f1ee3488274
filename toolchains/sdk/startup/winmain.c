/* Where a program with windows starts; with WIDE, one that has wWinMain(). */
#include "module.h"

#ifdef WIDE
typedef unsigned short character;
#define ENTRY wWinMainCRTStartup
#define MAIN wWinMain
#define CONFIGURE_ARGUMENTS _configure_wide_argv
#define INITIALIZE_ENVIRONMENT _initialize_wide_environment
#define COMMAND_LINE _get_wide_winmain_command_line
#else
typedef char character;
#define ENTRY WinMainCRTStartup
#define MAIN WinMain
#define CONFIGURE_ARGUMENTS _configure_narrow_argv
#define INITIALIZE_ENVIRONMENT _initialize_narrow_environment
#define COMMAND_LINE _get_narrow_winmain_command_line
#endif

enum { show_default = 10 };

IMPORT int __cdecl _set_app_type(int);
IMPORT int __cdecl CONFIGURE_ARGUMENTS(int);
IMPORT int __cdecl INITIALIZE_ENVIRONMENT(void);
IMPORT character *__cdecl COMMAND_LINE(void);
IMPORT void *__stdcall GetModuleHandleW(unsigned short const *);
IMPORT __declspec(noreturn) void __cdecl exit(int);

int __stdcall MAIN(void *, void *, character *, int);

int ENTRY(void)
{
    module_begin(0);
    _set_app_type(2);
    CONFIGURE_ARGUMENTS(1);
    INITIALIZE_ENVIRONMENT();
    if (module_initialize())
        return 255;
    exit(MAIN(GetModuleHandleW(0), 0, COMMAND_LINE(), show_default));
}
