#include "parser/m4_format.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "parser/m4_eval.hpp"

namespace am2cmake::m4 {
namespace {

constexpr int widest = 4096;

struct Conversion {
    std::string flags;
    int width = -1;
    int precision = -1;
    char kind = 0;
};

class Formatter {
public:
    Formatter(std::string_view format, std::vector<std::string> const& values) : format_(format), values_(&values) {}

    std::string text() {
        std::string result;
        while (at_ < format_.size()) {
            if (format_[at_] != '%') {
                result += format_[at_++];
            } else if (format_.substr(at_).starts_with("%%")) {
                result += '%';
                at_ += 2;
            } else {
                ++at_;
                result += converted(conversion());
            }
        }
        return result;
    }

private:
    std::string value() { return next_ < values_->size() ? (*values_)[next_++] : std::string(); }
    long number() { return std::strtol(value().c_str(), nullptr, 0); }

    // Two of the control characters mark macro calls; no input can make them.
    int character() {
        auto const byte = static_cast<unsigned char>(number());
        return byte < ' ' && byte != '\t' && byte != '\n' ? '?' : byte;
    }

    char peek() const { return at_ < format_.size() ? format_[at_] : '\0'; }

    int size() {
        if (peek() == '*') {
            ++at_;
            return static_cast<int>(std::clamp<long>(number(), -widest, widest));
        }
        int result = 0;
        for (; peek() >= '0' && peek() <= '9'; ++at_) {
            result = std::min(result * 10 + (peek() - '0'), widest);
        }
        return result;
    }

    Conversion conversion() {
        Conversion found;
        while (peek() != '\0' && std::string_view("+- 0#'").find(peek()) != std::string_view::npos) {
            found.flags += format_[at_++];
        }
        found.width = size();
        if (found.width < 0) {
            found.flags += '-';
            found.width = -found.width;
        }
        if (peek() == '.') {
            ++at_;
            found.precision = size();
        }
        while (peek() == 'h' || peek() == 'l') {
            ++at_;
        }
        if (at_ < format_.size()) {
            found.kind = format_[at_++];
        }
        return found;
    }

    template <typename Value>
    static std::string printed(Conversion const& conversion, char const* length, Value value) {
        std::string spelled = "%" + conversion.flags + std::to_string(conversion.width);
        if (conversion.width == 0) {
            spelled = "%" + conversion.flags;
        }
        if (conversion.precision >= 0) {
            spelled += "." + std::to_string(conversion.precision);
        }
        spelled += length;
        spelled += conversion.kind;
        int const size = std::snprintf(nullptr, 0, spelled.c_str(), value);
        std::string text(static_cast<std::size_t>(std::max(size, 0)) + 1, '\0');
        std::snprintf(text.data(), text.size(), spelled.c_str(), value);
        text.pop_back();
        return text;
    }

    std::string converted(Conversion const& conversion) {
        switch (conversion.kind) {
            case 's': return printed(conversion, "", value().c_str());
            case 'c': return printed(conversion, "", character());
            case 'd':
            case 'i': return printed(conversion, "l", number());
            case 'o':
            case 'x':
            case 'X':
            case 'u': return printed(conversion, "l", static_cast<unsigned long>(number()));
            case 'e':
            case 'E':
            case 'f':
            case 'F':
            case 'g':
            case 'G':
            case 'a':
            case 'A': return printed(conversion, "", std::strtod(value().c_str(), nullptr));
            default: return {};
        }
    }

    std::string_view format_;
    std::vector<std::string> const* values_;
    std::size_t at_ = 0;
    std::size_t next_ = 0;
};

}  // namespace

std::string formatted(std::string_view format, std::vector<std::string> const& values) {
    return Formatter(format, values).text();
}

}  // namespace am2cmake::m4
