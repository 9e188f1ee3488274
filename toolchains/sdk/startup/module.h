/* The start and the end of a module: a program or a DLL. */
#ifndef MODULE_H
#define MODULE_H
#define IMPORT __declspec(dllimport)
void module_begin(int is_dll);
int module_initialize(void); /* not 0 if an initializer failed */
void module_end_dll(void);
#endif
