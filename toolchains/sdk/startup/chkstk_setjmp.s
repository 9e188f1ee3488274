# Stack probe and setjmp, x86-64.

        .text

# rax: how many bytes are wanted. Touches each page from the caller's stack pointer down; keeps every register.
        .globl __chkstk
__chkstk:
        pushq %r10
        pushq %r11
        leaq 24(%rsp), %r10
        movq %r10, %r11
        subq %rax, %r11
1:      subq $4096, %r10
        cmpq %r11, %r10
        jbe 2f
        orb $0, (%r10)
        jmp 1b
2:      orb $0, (%r11)
        popq %r11
        popq %r10
        ret

        .globl _setjmp
_setjmp:
        jmp *__imp___intrinsic_setjmp(%rip)

        .globl _setjmpex
_setjmpex:
        jmp *__imp___intrinsic_setjmpex(%rip)
