#include "mapper/automake/ledger.hpp"

#include <algorithm>
#include <iterator>

namespace am2cmake::mapper {

void Ledger::statement(Span span) {
    statements_.try_emplace(span.begin, Entry{span.end});
}

void Ledger::not_understood(Span span) {
    auto const after = statements_.upper_bound(span.begin);
    if (after != statements_.begin() && span.begin < std::max(std::prev(after)->second.end, span.begin + 1)) {
        std::prev(after)->second.understood = false;
    }
}

void Ledger::report(Code code, Span span, std::string message) {
    if (code.needs_you) {
        not_understood(span);
    }
    diagnostics_->report(code, span, std::move(message));
}

model::Tally Ledger::tally() const {
    auto const understood = [](auto const& each) { return each.second.understood; };
    return {statements_.size(),
            static_cast<std::size_t>(std::count_if(statements_.begin(), statements_.end(), understood))};
}

}  // namespace am2cmake::mapper
