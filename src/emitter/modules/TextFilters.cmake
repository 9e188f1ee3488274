# What configure does to text with cut, sed, awk and cat.

include_guard(DIRECTORY)

# read_text(<variable> <file>)
#
# The text of a file without the newlines at its end. CMake runs again when the
# file changes.
function(read_text variable file)
    get_filename_component(path "${file}" ABSOLUTE)
    set_property(
        DIRECTORY
        APPEND
        PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}"
    )
    file(READ "${path}" text)
    string(REGEX REPLACE "[\r\n]+$" "" text "${text}")
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# quote_regex(<variable> <text>)
#
# A regular expression that matches the text and nothing else.
function(quote_regex variable text)
    string(REGEX REPLACE "([][+.*^$()|?\\])" "\\\\\\1" regex "${text}")
    set(${variable} "${regex}" PARENT_SCOPE)
endfunction()

# split_words(<variable> <text> [<separators>])
#
# The words of the text as a list: between blanks, or between any of the
# characters given.
function(split_words variable text)
    set(separators " \t\r\n")
    if(ARGC GREATER 2)
        set(separators "${ARGV2}")
    endif()
    set(words "")
    string(REGEX MATCHALL "[^${separators}]+" words "${text}")
    set(${variable} "${words}" PARENT_SCOPE)
endfunction()

# word_of_list(<variable> <list> <n>)
#
# The <n>th word, counted from 1; nothing if there are fewer.
function(word_of_list variable list number)
    list(LENGTH ${list} length)
    set(word "")
    if(NOT number GREATER length)
        math(EXPR index "${number} - 1")
        list(GET ${list} ${index} word)
    endif()
    set(${variable} "${word}" PARENT_SCOPE)
endfunction()

# cut_text(<variable> <text> <delimiter> <n>|<n>-<m>|<n>-|-<m>)
#
# The fields between the delimiters, counted from 1; the text if it has none.
function(cut_text variable text delimiter fields)
    string(FIND "${text}" "${delimiter}" at)
    if(at EQUAL -1)
        set(${variable} "${text}" PARENT_SCOPE)
        return()
    endif()
    string(REGEX REPLACE "-.*" "" first "${fields}")
    string(REGEX REPLACE ".*-" "" last "${fields}")
    set(number 1)
    set(found "")
    set(separator "")
    while(NOT text STREQUAL "" OR at GREATER -1)
        string(FIND "${text}" "${delimiter}" at)
        string(SUBSTRING "${text}" 0 ${at} field)
        if(
            (first STREQUAL "" OR NOT number LESS first)
            AND (last STREQUAL "" OR NOT number GREATER last)
        )
            string(APPEND found "${separator}${field}")
            set(separator "${delimiter}")
        endif()
        if(at EQUAL -1)
            break()
        endif()
        math(EXPR behind "${at} + 1")
        string(SUBSTRING "${text}" ${behind} -1 text)
        math(EXPR number "${number} + 1")
    endwhile()
    set(${variable} "${found}" PARENT_SCOPE)
endfunction()

# awk_field(<variable> <text> <delimiter> <n>)
#
# The <n>th field, or nothing; between blanks if the delimiter is one.
function(awk_field variable text delimiter number)
    if(delimiter STREQUAL " ")
        string(STRIP "${text}" text)
        string(REGEX REPLACE "[ \t\r\n]+" " " text "${text}")
    endif()
    string(FIND "${text}" "${delimiter}" at)
    set(field "${text}")
    if(at GREATER -1)
        cut_text(field "${text}" "${delimiter}" ${number})
    elseif(NOT number EQUAL 1)
        set(field "")
    endif()
    set(${variable} "${field}" PARENT_SCOPE)
endfunction()

# squeeze_blanks(<variable> <text>)
#
# The words of the text with one blank between them.
function(squeeze_blanks variable text)
    string(STRIP "${text}" text)
    string(REGEX REPLACE "[ \t\r\n]+" " " text "${text}")
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# part_of_path(<variable> <path> NAME|DIRECTORY)
#
# What basename and dirname print.
function(part_of_path variable path part)
    if(path MATCHES "[^/]/+$")
        string(REGEX REPLACE "/+$" "" path "${path}")
    endif()
    get_filename_component(result "${path}" ${part})
    if(result STREQUAL "")
        set(result "${path}")
        if(part STREQUAL "DIRECTORY")
            set(result .)
        endif()
    endif()
    set(${variable} "${result}" PARENT_SCOPE)
endfunction()

# pad_number(<variable> <number> <width>)
#
# The number with zeros in front of it.
function(pad_number variable number width)
    string(LENGTH "${number}" length)
    if(length LESS width)
        math(EXPR missing "${width} - ${length}")
        string(REPEAT 0 ${missing} zeros)
        string(PREPEND number "${zeros}")
    endif()
    set(${variable} "${number}" PARENT_SCOPE)
endfunction()

# sed_text(<variable> <text> <regex> <replacement> [ALL] [ONLY_MATCHES])
#
# Replaces the first match, or all. What only anchors match is before or behind
# the text. ONLY_MATCHES: there is nothing where the text does not match.
function(sed_text variable text regex replacement)
    if("ONLY_MATCHES" IN_LIST ARGN AND NOT text MATCHES "${regex}")
        set(${variable} "" PARENT_SCOPE)
        return()
    endif()
    if(regex STREQUAL "^")
        string(PREPEND text "${replacement}")
    elseif(regex STREQUAL "$")
        string(APPEND text "${replacement}")
    elseif("ALL" IN_LIST ARGN AND NOT regex MATCHES "^\\^")
        string(REGEX REPLACE "${regex}" "${replacement}" text "${text}")
    elseif("${text}" MATCHES "${regex}" AND NOT CMAKE_MATCH_0 STREQUAL "")
        set(match "${CMAKE_MATCH_0}")
        _replacement_of_match(new "${replacement}")
        set(direction "")
        if(regex MATCHES "\\$$")
            set(direction REVERSE)
        endif()
        string(FIND "${text}" "${match}" at ${direction})
        string(LENGTH "${match}" length)
        math(EXPR behind "${at} + ${length}")
        string(SUBSTRING "${text}" 0 ${at} before)
        string(SUBSTRING "${text}" ${behind} -1 after)
        set(text "${before}${new}${after}")
    endif()
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# What the replacement stands for after a match: \0 is all of it, \1 its first
# group, and so on.
function(_replacement_of_match variable replacement)
    foreach(group RANGE 9)
        set(group_${group} "${CMAKE_MATCH_${group}}")
    endforeach()
    set(made "")
    while(replacement MATCHES [[^([^\]*)\\(.)(.*)$]])
        string(APPEND made "${CMAKE_MATCH_1}")
        set(character "${CMAKE_MATCH_2}")
        set(replacement "${CMAKE_MATCH_3}")
        if(character MATCHES "[0-9]")
            string(APPEND made "${group_${character}}")
        else()
            string(APPEND made "${character}")
        endif()
    endwhile()
    set(${variable} "${made}${replacement}" PARENT_SCOPE)
endfunction()

# compare_versions(<variable> <version> lt|le|eq|ne|ge|gt <version>)
#
# Sets the variable to whether that is so. Only the numbers count; eq2 compares
# the first two of them.
function(compare_versions variable left operation right)
    string(TOLOWER "${operation}" operation)
    string(REGEX MATCH "[0-9]+$" count "${operation}")
    string(REGEX REPLACE "[0-9]+$" "" operation "${operation}")
    foreach(side IN ITEMS left right)
        string(REGEX MATCHALL "[0-9]+" numbers "${${side}}")
        if(count)
            list(APPEND numbers 0 0 0 0)
            list(SUBLIST numbers 0 ${count} numbers)
        endif()
        list(JOIN numbers "." ${side})
    endforeach()
    set(answer FALSE)
    if(
        (operation MATCHES "lt|le|ne" AND left VERSION_LESS right)
        OR (operation MATCHES "gt|ge|ne" AND left VERSION_GREATER right)
        OR (operation MATCHES "le|ge|eq" AND left VERSION_EQUAL right)
    )
        set(answer TRUE)
    endif()
    set(${variable} ${answer} PARENT_SCOPE)
endfunction()
