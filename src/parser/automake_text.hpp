#pragma once
// Private to the parser of Makefile.am: what lies below its grammar, as blanks, continued lines and plain text.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace am2cmake::automake {

// A `$(` or `${` whose end is not reached yet.
struct OpenReference {
    char const* begin = nullptr;
    char closing = ')';
    int brackets = 0;  // opened within it; make counts those of its own kind, so that `$(shell (a; b))` is one call
    int commas = 0;    // that still part arguments; further ones are text
};

struct Reading {
    Source source;
    std::map<char const*, char const*> endef_of_body;
    std::vector<OpenReference> open;

    Location location(char const* at) const { return source.begin + static_cast<std::size_t>(at - source.text.data()); }
};

bool is_blank(char c);

// Behind a backslash-newline and the `##` lines after it, which Automake takes out of a continued line; else `at`.
char const* skip_continuation(char const* at, char const* last);
char const* skip_blanks(char const* at, char const* last);  // continuations too

// The newline that ends a line (`last` if there is none); a continued line ends where the last of its lines does.
char const* line_end(char const* at, char const* last);
char const* logical_line_end(char const* at, char const* last);

// The text from one to the other without the `##` lines that interrupt a continued line.
std::string logical_line(char const* at, char const* end);

// Comment lines of one kind, or blank lines, from here on; returns where they end, which is `at` if there are none.
char const* read_comment(char const* at, char const* last, bool automake_only, std::string& text);
char const* skip_blank_lines(char const* at, char const* last);

bool is_ignored_line(char const* at, char const* last);  // Automake: `##`, but not `###`
bool is_recipe_line(char const* at, char const* last);   // a tab and more than blanks

// The length of an `@NAME@` that starts here; 0 if none does.
std::size_t substitution_length(char const* at, char const* last);

// Appends plain text up to a reference, the end of the line, or one of `stops`; an operator among these stops only
// where it is whole. Blanks and continuations are text unless `stops` has a blank. Returns where it ended.
char const* read_text(char const* at, char const* last, std::string_view stops, OpenReference* within,
                      std::string& text);

// How many arguments a function of GNU make parts by commas; 0 if there is no such function.
int most_arguments(std::string_view function);

// From the start of each definition's body to the line of its `endef`; one without has no entry.
std::map<char const*, char const*> definitions(std::string_view text);

}  // namespace am2cmake::automake
