# cmake -P automake_install.cmake: links, removals, new names and manuals below DESTDIR.

cmake_minimum_required(VERSION 3.22...4.0)
include("${CMAKE_CURRENT_LIST_DIR}/check.cmake")

file(WRITE "${work}/src/one" "one\n")
file(WRITE "${work}/src/two" "two\n")
file(WRITE "${work}/src/book.texi" "@setfilename book.info\n")
file(WRITE "${work}/src/book.info" "a book\n")
file(WRITE "${work}/src/book.info-1" "its first part\n")
file(
    WRITE "${work}/src/CMakeLists.txt"
    "cmake_minimum_required(VERSION 3.22...4.0)
project(hooks LANGUAGES NONE)
list(PREPEND CMAKE_MODULE_PATH \"${modules}\")
include(AutomakeInstall)
install(FILES one two DESTINATION share)
remove_installed(share/on*)
rename_installed(share/two \"\${CMAKE_INSTALL_PREFIX}/share/second\")
install_symlink(second share/link)
install_symlink(../share/second bin/far)
install_info_manual(book.texi book.info)
if(UNIX)
    install_with_shell(\"echo \\\"\$DESTDIR\\\" > '${work}/staged'\")
endif()
"
)
execute_process(
    COMMAND
        ${CMAKE_COMMAND} -Wno-dev -S "${work}/src" -B "${work}/build"
        "-DCMAKE_INSTALL_PREFIX=/opt/hooks"
    COMMAND_ERROR_IS_FATAL ANY
    OUTPUT_QUIET
)
foreach(turn IN ITEMS 1 2) # the second one finds what the first one has made
    execute_process(
        COMMAND
            ${CMAKE_COMMAND} -E env "DESTDIR=${work}/stage" ${CMAKE_COMMAND}
            --install "${work}/build"
        COMMAND_ERROR_IS_FATAL ANY
        OUTPUT_QUIET
    )
endforeach()
file(GLOB_RECURSE found RELATIVE "${work}/stage/opt/hooks" "${work}/stage/opt/hooks/*")
list(SORT found)
check_equal("${found}" "bin/far;share/info/book.info;share/info/book.info-1;share/link;share/second")
file(READ_SYMLINK "${work}/stage/opt/hooks/bin/far" content)
check_equal("${content}" "../share/second")
if(CMAKE_HOST_UNIX)
    check_file("${work}/staged" "${work}/stage\n")
endif()

check_done()
