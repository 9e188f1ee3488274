# A stand-in for Microsoft's cl.exe, which CMake takes for MSVC 19.36.

include("${CMAKE_CURRENT_LIST_DIR}/windows.cmake")

set(tools "${AM2CMAKE_WINDOWS}/sdk/bin")
set(CMAKE_C_COMPILER "${tools}/cl")
set(CMAKE_CXX_COMPILER "${tools}/cl")
set(CMAKE_LINKER "${tools}/link")
set(CMAKE_AR "${tools}/lib")
set(CMAKE_RC_COMPILER "${tools}/rc")
set(CMAKE_MT "${tools}/mt")
set(CMAKE_FIND_ROOT_PATH "${AM2CMAKE_WINDOWS}/sdk")
# llvm-mt merges no manifests unless it was built with libxml2.
foreach(kind IN ITEMS EXE SHARED MODULE)
    set(CMAKE_${kind}_LINKER_FLAGS_INIT "/manifest:no")
endforeach()
