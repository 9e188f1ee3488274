/* Where a console program starts; with WIDE, one that has wmain(). */
#include "module.h"

#ifdef WIDE
typedef unsigned short character;
#define ENTRY wmainCRTStartup
#define MAIN wmain
#define ARGUMENTS __p___wargv
#define CONFIGURE_ARGUMENTS _configure_wide_argv
#define INITIALIZE_ENVIRONMENT _initialize_wide_environment
#define ENVIRONMENT _get_initial_wide_environment
#else
typedef char character;
#define ENTRY mainCRTStartup
#define MAIN main
#define ARGUMENTS __p___argv
#define CONFIGURE_ARGUMENTS _configure_narrow_argv
#define INITIALIZE_ENVIRONMENT _initialize_narrow_environment
#define ENVIRONMENT _get_initial_narrow_environment
#endif

IMPORT int __cdecl _set_app_type(int);
IMPORT int __cdecl CONFIGURE_ARGUMENTS(int);
IMPORT int __cdecl INITIALIZE_ENVIRONMENT(void);
IMPORT int *__cdecl __p___argc(void);
IMPORT character ***__cdecl ARGUMENTS(void);
IMPORT character **__cdecl ENVIRONMENT(void);
IMPORT __declspec(noreturn) void __cdecl exit(int);

int __cdecl MAIN(int, character **, character **);

int ENTRY(void)
{
    module_begin(0);
    _set_app_type(1);
    CONFIGURE_ARGUMENTS(1);
    INITIALIZE_ENVIRONMENT();
    if (module_initialize())
        return 255;
    exit(MAIN(*__p___argc(), *ARGUMENTS(), ENVIRONMENT()));
}
