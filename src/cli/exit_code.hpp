#pragma once
// The exit codes of every verb; part of the contract with the user (README).

namespace am2cmake::cli::exit_code {

inline constexpr int clean = 0;
inline constexpr int findings = 1;       // done, with warnings
inline constexpr int wrong_usage = 2;    // also: a file of someone else's is in the way
inline constexpr int not_autotools = 3;  // the input can't be read as autotools
inline constexpr int build_failed = 4;
inline constexpr int no_access = 5;  // files can't be read or written

}  // namespace am2cmake::cli::exit_code
