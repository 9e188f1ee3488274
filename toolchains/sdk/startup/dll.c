/* Where a DLL starts and ends. */
#include "module.h"

enum { process_detach = 0, process_attach = 1 };

int __stdcall DllMain(void *module, unsigned long reason, void *reserved);

int __stdcall _DllMainCRTStartup(void *module, unsigned long reason, void *reserved)
{
    int succeeds;
    if (reason == process_attach) {
        module_begin(1);
        if (module_initialize())
            return 0;
    }
    succeeds = DllMain(module, reason, reserved);
    if (reason == process_detach)
        module_end_dll();
    return succeeds;
}
