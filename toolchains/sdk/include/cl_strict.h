/* Included before each source by the cl look-alike: refuses, in sources but not in the SDK's headers, constructs of GNU C
 * that cl does not know. */
#ifndef CL_STRICT_H
#define CL_STRICT_H
#pragma clang system_header
#pragma clang diagnostic error "-W#pragma-messages"
#pragma clang diagnostic error "-Wvla"
#pragma clang diagnostic error "-Wgnu-statement-expression"
#pragma clang diagnostic error "-Wgnu-label-as-value"
#pragma clang diagnostic error "-Wgnu-case-range"
#pragma clang diagnostic error "-Wgnu-conditional-omitted-operand"
#pragma clang diagnostic error "-Wgnu-designator"
#pragma clang diagnostic error "-Wgnu-include-next"
#pragma clang diagnostic error "-Wgnu-union-cast"
#pragma clang diagnostic error "-Wgnu-pointer-arith"
#pragma clang diagnostic error "-Wpointer-arith"
#pragma clang diagnostic error "-Wgnu-empty-initializer"
#pragma clang diagnostic error "-Wgnu-empty-struct"
#pragma clang diagnostic error "-Wgnu-imaginary-constant"
#pragma clang diagnostic error "-Wgnu-array-member-paren-init"
#pragma clang diagnostic error "-Wgnu-complex-integer"
#pragma clang diagnostic error "-Wlanguage-extension-token"

/* A macro that warns becomes an error by the first of them. */
#define CL_STRICT(text) _Pragma(#text)

/* These are cl's own, though the last of the warnings above calls them an extension. */
#define __int8 char
#define __int16 short
#define __int32 int
#define __int64 long long

#if !defined(__cplusplus) && !defined(CL_STRICT_C11)
#define restrict CL_STRICT(GCC warning "cl: no restrict without /std:c11") restrict
#define _Static_assert CL_STRICT(GCC warning "cl: no _Static_assert without /std:c11") _Static_assert
#define _Generic CL_STRICT(GCC warning "cl: no _Generic without /std:c11") _Generic
#define _Noreturn CL_STRICT(GCC warning "cl: no _Noreturn without /std:c11") _Noreturn
#define _Alignas CL_STRICT(GCC warning "cl: no _Alignas without /std:c11") _Alignas
#endif

#define __attribute__(...) CL_STRICT(GCC warning "cl: no __attribute__") __attribute__(__VA_ARGS__)
#define __attribute(...) CL_STRICT(GCC warning "cl: no __attribute") __attribute(__VA_ARGS__)
#define __typeof__ CL_STRICT(GCC warning "cl: no __typeof__") __typeof__
#define __restrict__ CL_STRICT(GCC warning "cl: no __restrict__") __restrict__
#define __inline__ CL_STRICT(GCC warning "cl: no __inline__") __inline__
#define __const__ CL_STRICT(GCC warning "cl: no __const__") __const__
#define __volatile__ CL_STRICT(GCC warning "cl: no __volatile__") __volatile__
#define __signed__ CL_STRICT(GCC warning "cl: no __signed__") __signed__
#define __extension__ CL_STRICT(GCC warning "cl: no __extension__") __extension__
#define __int128 CL_STRICT(GCC warning "cl: no __int128") __int128
#define __int128_t CL_STRICT(GCC warning "cl: no __int128_t") __int128_t
#define __uint128_t CL_STRICT(GCC warning "cl: no __uint128_t") __uint128_t
#define __thread CL_STRICT(GCC warning "cl: no __thread") __thread
#define __asm__ CL_STRICT(GCC warning "cl: no __asm__") __asm__
#define __builtin_expect(...) CL_STRICT(GCC warning "cl: no __builtin_expect") __builtin_expect(__VA_ARGS__)
#define __builtin_clz(...) CL_STRICT(GCC warning "cl: no __builtin_clz") __builtin_clz(__VA_ARGS__)
#define __builtin_clzll(...) CL_STRICT(GCC warning "cl: no __builtin_clzll") __builtin_clzll(__VA_ARGS__)
#define __builtin_ctz(...) CL_STRICT(GCC warning "cl: no __builtin_ctz") __builtin_ctz(__VA_ARGS__)
#define __builtin_ctzll(...) CL_STRICT(GCC warning "cl: no __builtin_ctzll") __builtin_ctzll(__VA_ARGS__)
#define __builtin_popcount(...) CL_STRICT(GCC warning "cl: no __builtin_popcount") __builtin_popcount(__VA_ARGS__)
#define __builtin_bswap16(...) CL_STRICT(GCC warning "cl: no __builtin_bswap16") __builtin_bswap16(__VA_ARGS__)
#define __builtin_bswap32(...) CL_STRICT(GCC warning "cl: no __builtin_bswap32") __builtin_bswap32(__VA_ARGS__)
#define __builtin_bswap64(...) CL_STRICT(GCC warning "cl: no __builtin_bswap64") __builtin_bswap64(__VA_ARGS__)
#define __builtin_add_overflow(...) CL_STRICT(GCC warning "cl: no __builtin_add_overflow") __builtin_add_overflow(__VA_ARGS__)
#define __builtin_mul_overflow(...) CL_STRICT(GCC warning "cl: no __builtin_mul_overflow") __builtin_mul_overflow(__VA_ARGS__)
#define __builtin_unreachable(...) CL_STRICT(GCC warning "cl: no __builtin_unreachable") __builtin_unreachable(__VA_ARGS__)
#define __builtin_constant_p(...) CL_STRICT(GCC warning "cl: no __builtin_constant_p") __builtin_constant_p(__VA_ARGS__)
#define __builtin_types_compatible_p(...) CL_STRICT(GCC warning "cl: no __builtin_types_compatible_p") __builtin_types_compatible_p(__VA_ARGS__)
#define __builtin_choose_expr(...) CL_STRICT(GCC warning "cl: no __builtin_choose_expr") __builtin_choose_expr(__VA_ARGS__)
#define __sync_synchronize(...) CL_STRICT(GCC warning "cl: no __sync_synchronize") __sync_synchronize(__VA_ARGS__)
#define __sync_fetch_and_add(...) CL_STRICT(GCC warning "cl: no __sync_fetch_and_add") __sync_fetch_and_add(__VA_ARGS__)
#define __sync_bool_compare_and_swap(...) CL_STRICT(GCC warning "cl: no __sync_bool_compare_and_swap") __sync_bool_compare_and_swap(__VA_ARGS__)
#define __atomic_load_n(...) CL_STRICT(GCC warning "cl: no __atomic_load_n") __atomic_load_n(__VA_ARGS__)
#define __atomic_store_n(...) CL_STRICT(GCC warning "cl: no __atomic_store_n") __atomic_store_n(__VA_ARGS__)
#define __atomic_fetch_add(...) CL_STRICT(GCC warning "cl: no __atomic_fetch_add") __atomic_fetch_add(__VA_ARGS__)

#endif
