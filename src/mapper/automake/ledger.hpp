#pragma once
// Counts the statements of the Makefile.am files, and those of them that are not fully understood.

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "model/project.hpp"

namespace am2cmake::mapper {

class Ledger {
public:
    explicit Ledger(Diagnostics& diagnostics) : diagnostics_(&diagnostics) {}

    // Counted once, also when several Makefile.am files include it.
    void statement(Span span);

    // A finding that needs a person tells that the statement around its place is not understood.
    void report(Code code, Span span, std::string message);

    void not_understood(Span span);

    model::Tally tally() const;
    Diagnostics& diagnostics() const { return *diagnostics_; }

private:
    struct Entry {
        Location end;
        bool understood = true;
    };
    std::map<Location, Entry> statements_;  // by their begin
    Diagnostics* diagnostics_;
};

}  // namespace am2cmake::mapper
