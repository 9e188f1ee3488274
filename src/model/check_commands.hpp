#pragma once
// The commands of ConfigureChecks.cmake.

#include <string>

namespace am2cmake::model {

// It compiles, links or runs something to get its answer, and takes the arguments LANGUAGE and CFLAGS, LIBS ... for
// that.
bool is_tried_out(std::string const& command);

}  // namespace am2cmake::model
