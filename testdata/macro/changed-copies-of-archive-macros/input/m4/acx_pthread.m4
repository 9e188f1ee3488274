AC_DEFUN([ACX_PTHREAD], [
AC_CHECK_LIB([pthread], [pthread_join], [PTHREAD_LIBS=-lpthread])
AC_CHECK_FUNCS([pthread_spin_lock])
AC_SUBST([PTHREAD_LIBS])
if test -n "$PTHREAD_LIBS"; then
  AC_DEFINE([HAVE_PTHREAD], [1], [Define to 1 if there are POSIX threads.])
fi
])
