#pragma once
// The copy that a recipe makes with sed, some texts replaced: sed 's|@x@|$(x)|g' < in > out, and what follows it.

#include <optional>
#include <string>
#include <vector>

#include "mapper/automake/recipe_text.hpp"

namespace am2cmake::mapper {

class EditedCopy {
public:
    explicit EditedCopy(DirectoryContext const& context) : context_(context) {}

    // The command sed. False if it does more than to replace fixed texts of one file, or is not the first.
    bool begin(SimpleCommand const& command, std::vector<model::Text> const& arguments);

    // What follows sed: its output gets its mode and its name. False for all else.
    bool follow(std::string const& name, std::vector<model::Text> const& arguments);

    // Nothing until sed is met.
    std::optional<model::EditedFile> const& file() const { return copy_; }

private:
    bool read_scripts(std::vector<model::Text> const& scripts);
    bool stands_once_a_line(std::string const& path, std::string const& text) const;

    DirectoryContext const& context_;
    std::optional<model::EditedFile> copy_;
};

}  // namespace am2cmake::mapper
