# M4sh: shell made by m4. Each macro becomes the plain shell that it stands for.

# Is the text a literal of the shell: no variable, no command substitution, no backslash?
m4_define([AS_LITERAL_IF], [_am2cmake_literal_if(m4_expand([$1]), [$2], [$3])])
m4_define([_am2cmake_literal_if], [m4_if(m4_bregexp([[$1]], [[`$\]]), [-1], [$2], [$3])])
m4_define([AS_LITERAL_WORD_IF], [m4_if(m4_bregexp([[$1]], [[`$\ 	
'";&|<>*?()~{}!]]), [-1], [$2], [$3])])
m4_define([AS_LITERAL_HEREDOC_IF], [AS_LITERAL_IF($@)])
m4_define([AS_IDENTIFIER_IF], [m4_if(m4_bregexp([[$1]], [[^][a-zA-Z0-9_]]), [-1], [$2], [$3])])

# Conditions and loops.
m4_defun([AS_IF], [if $1; then
m4_default([$2], [:])
_am2cmake_else(m4_shift2($@))fi])
m4_define([_am2cmake_else],
[m4_if([$#], [1], [m4_ifval([$1], [else
$1
])], [elif $1; then
m4_default([$2], [:])
_am2cmake_else(m4_shift2($@))])])

m4_defun([AS_CASE], [case $1 in
_am2cmake_branch(m4_shift($@))esac])
m4_define([_am2cmake_branch],
[m4_if([$#], [1], [m4_ifval([$1], [  *) $1 ;;
])], [  $1) $2 ;;
_am2cmake_branch(m4_shift2($@))])])

m4_defun([AS_FOR], [m4_pushdef([$1], m4_if([$3], [], [[$$2]],
m4_translit([$3], ]m4_dquote(m4_defn([m4_cr_symbols2]))[[%+=:,./-]), [], [[$3]], [[$$2]]))]dnl
[for $2[]m4_ifval([$3], [ in $3]); do
m4_default([$4], [:])
done[]m4_popdef([$1])])

# Variables whose names are computed.
m4_define([AS_VAR_PUSHDEF], [_am2cmake_var_pushdef([$1], AS_TR_SH([$2]))])
m4_define([_am2cmake_var_pushdef], [m4_pushdef([$1], [$2])])
m4_define([AS_VAR_POPDEF], [m4_popdef($@)])
m4_define([AS_VAR_SET], [AS_LITERAL_IF([$1], [$1=$2], [eval $1=\$[]m4_bpatsubst([$2], [^\$], [])])])
m4_define([AS_VAR_GET], [AS_LITERAL_IF([$1], [$$1], [`eval 'as_val=${'$1'};echo "$as_val"'`])])
m4_define([AS_VAR_COPY], [AS_LITERAL_IF([$1[]$2], [$1=$$2], [eval $1=\$$2])])
m4_define([AS_VAR_APPEND], [AS_LITERAL_IF([$1], [$1=$$1[]$2], [eval $1=\$$1\$[]m4_bpatsubst([$2], [^\$], [])])])
m4_define([AS_VAR_ARITH], [$1=$(( $2 ))])
m4_define([AS_VAR_TEST_SET], [AS_LITERAL_IF([$1], [test ${$1+y}], [eval test \${$1+y}])])
m4_define([AS_VAR_SET_IF], [AS_IF([AS_VAR_TEST_SET([$1])], [$2], [$3])])
m4_define([AS_VAR_IF], [AS_LITERAL_IF([$1],
[AS_IF([test "x$$1" = x[]m4_ifval([$2], ["$2"])], [$3], [$4])],
[AS_VAR_COPY([as_val], [$1])
AS_IF([test "x$as_val" = x[]m4_ifval([$2], ["$2"])], [$3], [$4])])])

# Text as part of a variable's or a preprocessor macro's name. Macros in it count as what they become.
m4_define([AS_TR_SH], [_am2cmake_tr_sh(m4_expand([$1]))])
m4_define([AS_TR_CPP], [_am2cmake_tr_cpp(m4_expand([$1]))])
m4_define([_am2cmake_tr_sh], [_am2cmake_literal_if([$1],
[m4_bpatsubst(m4_translit([[$1]], [*+], [pp]), [[^a-zA-Z0-9_]], [_])],
[`printf '%s\n' "$1" | sed 'y%*+%pp%;s%@<:@^_a-zA-Z0-9@:>@%_%g'`])])
m4_define([_am2cmake_tr_cpp], [_am2cmake_literal_if([$1],
[m4_bpatsubst(m4_translit([[$1]], [*abcdefghijklmnopqrstuvwxyz], [PABCDEFGHIJKLMNOPQRSTUVWXYZ]), [[^A-Z0-9_]], [_])],
[`printf '%s\n' "$1" | sed 'y%*abcdefghijklmnopqrstuvwxyz%PABCDEFGHIJKLMNOPQRSTUVWXYZ%;s%@<:@^_A-Z0-9@:>@%_%g'`])])

# Output, and the end.
m4_define([AS_ECHO], [printf '%s\n' $1])
m4_define([AS_ECHO_N], [printf %s $1])
m4_define([AS_EXIT], [exit m4_ifval([$1], [$1], [$?])])
m4_define([AS_SET_STATUS], [(exit $1)])
m4_define([AS_UNSET], [unset $1])
m4_define([AS_ESCAPE], [m4_bpatsubst([[$1]], m4_ifval([$2], [[[$2]]], [[[\"$`]]]), [\\\&])])
m4_define([AS_MESSAGE_FD], [6])
m4_define([AS_MESSAGE_LOG_FD], [5])
m4_define([AC_FD_CC], [5])
m4_define([AC_FD_MSG], [6])
m4_define([AS_ORIGINAL_STDIN_FD], [7])

# Common tools.
m4_define([AS_DIRNAME], [dirname -- $1])
m4_define([AS_BASENAME], [basename -- $1])
m4_define([AS_MKDIR_P], [mkdir -p $1])
m4_define([AS_TEST_X], [test -x $1])
m4_define([AS_EXECUTABLE_P], [test -x $1])

# Nothing of the shell's own start-up is needed.
m4_define([AS_INIT])
m4_define([AS_BOURNE_COMPATIBLE])
m4_define([AS_SHELL_SANITIZE])
m4_define([AS_ME_PREPARE])
m4_define([AS_LINENO_PREPARE])
m4_define([AS_LINENO_PUSH])
m4_define([AS_LINENO_POP])
