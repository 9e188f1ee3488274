# DX_INIT_DOXYGEN of the Autoconf Archive.

include_guard(DIRECTORY)

# add_doxygen_target(<project> <config> <directory> <format>...)
#
# The target doxygen-doc runs Doxygen with the variables of the environment that
# the configuration file reads. <config> is in the build tree or else with the
# sources. Of dot, man, html, chm, chi, rtf, xml and pdf, DOXYGEN_FORMATS says
# what is wanted, and DOXYGEN_MAKES_<FORMAT> what there will be.
function(add_doxygen_target project config directory)
    set(DOXYGEN_FORMATS "${ARGN}" CACHE STRING "What Doxygen makes")
    find_package(Doxygen OPTIONAL_COMPONENTS dot)
    find_program(PDFLATEX_EXECUTABLE pdflatex)
    mark_as_advanced(PDFLATEX_EXECUTABLE)
    set(environment
        "SRCDIR=${PROJECT_SOURCE_DIR}"
        "PROJECT=${project}"
        "VERSION=${PROJECT_VERSION}"
        "DOCDIR=${directory}"
    )
    foreach(format IN ITEMS dot man html chm chi rtf xml pdf)
        set(makes FALSE)
        if(
            DOXYGEN_FOUND
            AND format IN_LIST DOXYGEN_FORMATS
            AND NOT (format STREQUAL "dot" AND NOT TARGET Doxygen::dot)
            AND NOT (format STREQUAL "pdf" AND NOT PDFLATEX_EXECUTABLE)
        )
            set(makes TRUE)
        endif()
        set(name GENERATE_${format})
        if(format STREQUAL "dot")
            set(name HAVE_DOT)
        elseif(format STREQUAL "chm")
            set(name GENERATE_HTMLHELP)
        elseif(format STREQUAL "pdf")
            set(name GENERATE_LATEX)
        endif()
        string(TOUPPER "${name}=${makes}" setting)
        string(REGEX REPLACE "=TRUE$" "=YES" setting "${setting}")
        string(REGEX REPLACE "=FALSE$" "=NO" setting "${setting}")
        list(APPEND environment "${setting}")
        string(TOUPPER "DOXYGEN_MAKES_${format}" variable)
        set(${variable} ${makes})
        set(${variable} ${makes} PARENT_SCOPE)
    endforeach()
    set(DOXYGEN_FOUND ${DOXYGEN_FOUND} PARENT_SCOPE)
    set(DOXYGEN_EXECUTABLE "${DOXYGEN_EXECUTABLE}" PARENT_SCOPE)
    if(NOT DOXYGEN_FOUND)
        return()
    endif()
    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/${directory}")
    set(pdf "")
    if(DOXYGEN_MAKES_PDF)
        set(latex
            COMMAND
            ${CMAKE_COMMAND}
            -E
            chdir
            "${directory}/latex"
            ${PDFLATEX_EXECUTABLE}
            -interaction=batchmode
            refman.tex
        )
        set(pdf ${latex} ${latex}) # the second time for references
    endif()
    set(command
        ${CMAKE_COMMAND}
        -E
        env
        ${environment}
        ${DOXYGEN_EXECUTABLE}
        "${config}"
        ${pdf}
    )
    # A deferred call looks at variables when it runs.
    cmake_language(
        EVAL CODE
        "cmake_language(
            DEFER DIRECTORY [==[${PROJECT_SOURCE_DIR}]==]
            CALL _doxygen_add [==[${config}]==] [==[${command}]==]
        )"
    )
endfunction()

# Makefiles may have a target of that name.
function(_doxygen_add config command)
    if(TARGET doxygen-doc)
        return()
    endif()
    if(NOT EXISTS "${PROJECT_BINARY_DIR}/${config}")
        list(
            TRANSFORM command
            REPLACE "^${config}$" "${PROJECT_SOURCE_DIR}/${config}"
        )
    endif()
    add_custom_target(
        doxygen-doc
        COMMAND
        ${command}
        WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
        VERBATIM
    )
endfunction()
