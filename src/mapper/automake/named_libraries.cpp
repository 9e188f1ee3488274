#include "mapper/automake/named_libraries.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Library;
using model::When;

Condition condition_of(rules::Platform const& platform) {
    std::string const words = *RuleBook::platform_condition({platform.span, platform.name, false});
    bool const is_name = words.find(' ') == std::string::npos;
    Condition const asked =
        Condition::of(is_name ? model::Atom(model::Truth{words}) : model::Atom(model::Predicate{words}));
    return platform.negated ? negation(asked) : asked;
}

Library library_of(rules::Library const& line, Span from) {
    model::Text const target = model::parse_cmake_text(line.target, from);
    if (!target.constant()) {
        return {Library::Kind::flags, "", target, false, line.package};
    }
    return {
        line.package.empty() ? Library::Kind::system : Library::Kind::package, line.target, {}, false, line.package};
}

}  // namespace

std::vector<When<Library>> named_libraries(RuleBook const* rules, std::string const& name, Condition const& when,
                                           Span from) {
    std::vector<When<Library>> made;
    Condition rest = when;
    for (rules::Library const& line : rules == nullptr ? std::vector<rules::Library>{} : rules->libraries(name)) {
        Condition const here = line.platform ? condition_of(*line.platform) : Condition::always();
        if (!line.target.empty()) {
            made.push_back({library_of(line, from), conjunction(rest, here), from});
        }
        rest = conjunction(rest, negation(here));
    }
    if (!rest.is_never()) {
        made.push_back({{Library::Kind::system, name, {}}, rest, from});
    }
    return made;
}

}  // namespace am2cmake::mapper
