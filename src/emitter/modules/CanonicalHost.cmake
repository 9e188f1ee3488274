# The names that config.guess gives to machines.

include_guard(DIRECTORY)

# canonical_host()
#
# Sets CANONICAL_HOST (x86_64-pc-linux-gnu), CANONICAL_HOST_VENDOR (pc) and
# CANONICAL_HOST_OS (linux-gnu) for the machine that programs are made for, and
# CANONICAL_BUILD and its parts for the machine that makes them.
function(canonical_host)
    _canonical_machine(
        CANONICAL_HOST
        "${CMAKE_SYSTEM_PROCESSOR}"
        "${CMAKE_SYSTEM_NAME}"
        "${CMAKE_SYSTEM_VERSION}"
    )
    _canonical_machine(
        CANONICAL_BUILD
        "${CMAKE_HOST_SYSTEM_PROCESSOR}"
        "${CMAKE_HOST_SYSTEM_NAME}"
        "${CMAKE_HOST_SYSTEM_VERSION}"
    )
    foreach(machine IN ITEMS CANONICAL_HOST CANONICAL_BUILD)
        set(${machine} "${${machine}}" PARENT_SCOPE)
        set(${machine}_VENDOR "${${machine}_VENDOR}" PARENT_SCOPE)
        set(${machine}_OS "${${machine}_OS}" PARENT_SCOPE)
    endforeach()
endfunction()

function(_canonical_machine prefix processor system version)
    string(TOLOWER "${processor}" cpu)
    if(cpu STREQUAL "amd64")
        set(cpu x86_64)
    endif()
    set(vendor unknown)
    if(cpu MATCHES "^(x86_64|i[3-6]86)$")
        set(vendor pc)
    endif()
    string(TOLOWER "${system}" os)
    if(system STREQUAL "Linux")
        set(os linux-gnu)
        if(EXISTS "/etc/alpine-release" OR CMAKE_C_LIBRARY_ARCHITECTURE MATCHES "musl$")
            set(os linux-musl)
        elseif(cpu MATCHES "^arm")
            set(os linux-gnueabihf)
        endif()
    elseif(system STREQUAL "Android")
        set(os linux-android)
    elseif(system STREQUAL "Windows")
        set(os mingw32)
        set(vendor w64)
    elseif(system STREQUAL "Darwin")
        set(os "darwin${version}")
        set(vendor apple)
    elseif(system STREQUAL "SunOS")
        string(REGEX REPLACE "^5" "2" release "${version}")
        set(os "solaris${release}")
    elseif(system MATCHES "BSD$")
        string(REGEX MATCH "^[0-9.]*" release "${version}")
        set(os "${os}${release}")
    endif()
    set(${prefix} "${cpu}-${vendor}-${os}" PARENT_SCOPE)
    set(${prefix}_VENDOR "${vendor}" PARENT_SCOPE)
    set(${prefix}_OS "${os}" PARENT_SCOPE)
endfunction()
