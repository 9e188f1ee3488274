# What all toolchains for Windows here have in common; the toolchain files include it.
#
# AM2CMAKE_WINDOWS is where scripts/setup-windows-toolchains has put its work.

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR AMD64)

if(NOT DEFINED AM2CMAKE_WINDOWS)
    if(NOT "$ENV{AM2CMAKE_WINDOWS}" STREQUAL "")
        set(AM2CMAKE_WINDOWS "$ENV{AM2CMAKE_WINDOWS}")
    elseif(NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
        set(AM2CMAKE_WINDOWS "$ENV{XDG_CACHE_HOME}/am2cmake/windows")
    else()
        set(AM2CMAKE_WINDOWS "$ENV{HOME}/.cache/am2cmake/windows")
    endif()
endif()
# The projects of try_compile() read the toolchain file again.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES AM2CMAKE_WINDOWS)
if(NOT EXISTS "${AM2CMAKE_WINDOWS}/bin/run-under-wine")
    message(FATAL_ERROR "${AM2CMAKE_WINDOWS}: not there; scripts/setup-windows-toolchains makes it")
endif()

set(CMAKE_CROSSCOMPILING_EMULATOR "${AM2CMAKE_WINDOWS}/bin/run-under-wine")

# Programs are those of this machine, all else is of the target.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
