# An old copy: it defines less than the rule.
AC_DEFUN([AX_PTHREAD], [
ax_pthread_ok=no
AC_CHECK_LIB([pthread], [pthread_join], [ax_pthread_ok=yes])
AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <pthread.h>]], [[int attr = PTHREAD_CREATE_JOINABLE; return attr;]])], [],
  [AC_DEFINE([PTHREAD_CREATE_JOINABLE], [PTHREAD_CREATE_UNDETACHED], [The name of joinable threads.])])
if test "x$ax_pthread_ok" = xyes; then
  m4_default([$1], [AC_DEFINE([HAVE_PTHREAD], [1], [Define to 1 if there are POSIX threads.])])
fi
])
