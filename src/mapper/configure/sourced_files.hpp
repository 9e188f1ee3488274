#pragma once
// Shell files of the source tree that configure reads into itself.

#include "base/source_tree.hpp"
#include "parser/m4_expanded.hpp"

namespace am2cmake::mapper {

// `. $srcdir/configure.host` is a line of its own: the file's text takes its place. Nothing is run. What lies in the
// build tree stays as it is, and so does what a file that was put in reads itself.
m4::Program with_sourced_files(m4::Program program, SourceTree& tree);

}  // namespace am2cmake::mapper
