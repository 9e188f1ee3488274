# clang-cl: Clang for Windows with the options of Microsoft's cl.exe.

include("${CMAKE_CURRENT_LIST_DIR}/windows.cmake")

set(sdk "${AM2CMAKE_WINDOWS}/sdk")
set(llvm /usr/lib/llvm-14/bin)
set(CMAKE_C_COMPILER "${llvm}/clang-cl")
set(CMAKE_CXX_COMPILER "${llvm}/clang-cl")
set(CMAKE_C_COMPILER_TARGET x86_64-pc-windows-msvc)
set(CMAKE_CXX_COMPILER_TARGET x86_64-pc-windows-msvc)
set(CMAKE_LINKER "${sdk}/bin/link") # lld-link, which is told there where the libraries are
set(CMAKE_AR "${llvm}/llvm-lib")
set(CMAKE_NM "${llvm}/llvm-nm")
set(CMAKE_RC_COMPILER "${llvm}/llvm-rc")
set(CMAKE_MT "${llvm}/llvm-mt")
set(CMAKE_FIND_ROOT_PATH "${sdk}")

# As in Visual Studio 2022 17.6, and with no header but the SDK's.
set(flags "-fms-compatibility-version=19.36 -nobuiltininc -Xclang -ivfsoverlay -Xclang ${sdk}/headers.yaml")
foreach(part IN ITEMS clang vc ucrt um)
    string(APPEND flags " -imsvc ${sdk}/include/${part}")
endforeach()
set(CMAKE_C_FLAGS_INIT "${flags}")
set(CMAKE_CXX_FLAGS_INIT "${flags}")
set(CMAKE_RC_FLAGS_INIT "-I ${sdk}/include/um -I ${sdk}/include/ucrt")
# llvm-mt merges no manifests unless it was built with libxml2.
foreach(kind IN ITEMS EXE SHARED MODULE)
    set(CMAKE_${kind}_LINKER_FLAGS_INIT "/manifest:no")
endforeach()
