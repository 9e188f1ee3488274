// Sources of tests: AC_LANG_PROGRAM and its like written out.

#include <fmt/format.h>

#include "base/words.hpp"
#include "mapper/configure/configure_lowering.hpp"
#include "model/program_text.hpp"

namespace am2cmake::mapper {
namespace {

constexpr std::size_t deepest = 50;

std::string special_of(rules::Macro const* macro) {
    for (std::size_t i = 0; macro != nullptr && i < macro->statements.size(); ++i) {
        if (auto const* special = std::get_if<rules::Special>(&macro->statements[i].what)) {
            return special->name;
        }
    }
    return {};
}

class SourceText {
public:
    explicit SourceText(ConfigureLowering& lowering) : lowering_(lowering) {}

    std::string of(std::string const& text, std::size_t depth) const {
        std::string made;
        for (std::size_t at = 0; at < text.size();) {
            m4::Placeholder const inner = m4::placeholder_at(text, at);
            if (inner.length == 0) {
                made += text[at++];
                continue;
            }
            made += depth < deepest ? program(inner.call, depth) : std::string{};
            at += inner.length;
        }
        return made;
    }

private:
    std::string argument(std::size_t call, std::size_t index, std::size_t depth) const {
        std::vector<m4::Expanded> const& arguments = lowering_.scripts.call(call).arguments;
        return index < arguments.size() ? of(arguments[index].text, depth + 1) : std::string{};
    }

    // C and C++ alike; an empty parameter list means the same in both only when it says void.
    std::string program(std::size_t call, std::size_t depth) const {
        std::string const kind = special_of(lowering_.scripts.rule(call));
        if (kind == "program_source") {
            return model::program_text(std::string(trim(argument(call, 0, depth))),
                                       std::string(trim(argument(call, 1, depth))));
        }
        if (kind == "call_source") {
            std::string const function = argument(call, 1, depth);
            return fmt::format(
                "{}\n#ifdef __cplusplus\nextern \"C\"\n#endif\nchar {}(void);\nint main(void)\n{{\nreturn {}();\n}}\n",
                argument(call, 0, depth), function, function);
        }
        if (kind == "plain_source") {
            return argument(call, 0, depth);
        }
        if (kind == "includes_source") {
            std::string const own = argument(call, 0, depth);
            return trim(own).empty() ? "$ac_includes_default" : own;
        }
        m4::Call const& unknown = lowering_.scripts.call(call);
        lowering_.diagnostics.report(code::unsupported_macro, unknown.span,
                                     fmt::format("{} within a source can't be written out", unknown.name));
        return {};
    }

    ConfigureLowering& lowering_;
};

}  // namespace

std::string ConfigureLowering::code_text(std::string const& argument) {
    return SourceText(*this).of(argument, 0);
}

}  // namespace am2cmake::mapper
