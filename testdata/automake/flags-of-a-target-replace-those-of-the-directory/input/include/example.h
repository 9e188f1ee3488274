#ifndef NUMBER
#define NUMBER 1
#endif
