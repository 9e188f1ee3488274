// Patterns over the name of a machine: CPU-VENDOR-OS (Autoconf manual, "Canonicalizing").

#include "mapper/rule_book.hpp"

namespace am2cmake::mapper {
namespace {

// The characters up to the first that is special in a pattern.
std::string_view literal_head(std::string_view pattern) {
    return pattern.substr(0, pattern.find_first_of("*?["));
}

std::string joined(std::string const& a, std::string const& b) {
    return a.empty() || b.empty() ? a + b : a + " AND " + b;
}

// What is asked of the machine that builds is the same question with other variables.
std::string of_build_machine(std::string words) {
    std::string const from = "CMAKE_SYSTEM_";
    for (std::size_t at = words.find(from); at != std::string::npos; at = words.find(from, at + from.size() + 5)) {
        words.replace(at, from.size(), "CMAKE_HOST_SYSTEM_");
    }
    return words;
}

}  // namespace

// The rule that says most about the system that such names begin with: linux-gnu before linux.
std::string RuleBook::system_condition(std::string_view name) const {
    std::string_view best;
    std::string condition;
    for (auto const& [key, words] : hosts_) {
        std::string_view const head = literal_head(key.second);
        if (key.first == "host_os" && head.size() > best.size() && name.starts_with(head)) {
            best = head;
            condition = words;
        }
    }
    return condition;
}

std::string RuleBook::composed_condition(std::string_view pattern) const {
    std::string processor;
    std::string_view const first = pattern.substr(0, pattern.find('-'));
    if (auto const rule = hosts_.find({"host_cpu", std::string(first)}); rule != hosts_.end()) {
        processor = rule->second;
    }
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        bool const begins_part = at == 0 || pattern[at - 1] == '-' || pattern[at - 1] == '*';
        std::string const system = begins_part ? system_condition(literal_head(pattern.substr(at))) : std::string{};
        if (!system.empty()) {
            return joined(system, processor);
        }
    }
    bool const asks_processor_only = pattern.find_first_not_of("*-", first.size()) == std::string_view::npos;
    return asks_processor_only ? processor : std::string{};
}

std::string RuleBook::host_condition(std::string_view variable, std::string_view pattern) const {
    std::size_t const rest = variable.find('_');
    std::string_view const machine = variable.substr(0, rest);
    std::string const asked = "host" + std::string(rest == std::string_view::npos ? "" : variable.substr(rest));
    std::string words;
    if (machine != "host" && machine != "build" && machine != "target") {
        return words;
    }
    if (auto const exact = hosts_.find({asked, std::string(pattern)}); exact != hosts_.end()) {
        words = exact->second;
    } else if (asked == "host" || asked == "host_alias") {
        words = composed_condition(pattern);
    } else if (asked == "host_os") {
        words =
            system_condition(literal_head(pattern.substr(std::min(pattern.find_first_not_of('*'), pattern.size()))));
    }
    return machine == "build" ? of_build_machine(std::move(words)) : words;
}

}  // namespace am2cmake::mapper
