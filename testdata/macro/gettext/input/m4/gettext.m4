# The copy of a tool: the rule is used.
AC_DEFUN([AM_GNU_GETTEXT], [AC_MSG_ERROR([this is not looked at])])
