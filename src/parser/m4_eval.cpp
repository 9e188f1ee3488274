#include "parser/m4_eval.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

namespace am2cmake::m4 {
namespace {

// As GNU m4: 32 bits that wrap around.
std::int64_t wrapped(std::int64_t value) {
    return static_cast<std::int32_t>(static_cast<std::uint64_t>(value));
}

int digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    int const lower = std::tolower(static_cast<unsigned char>(c));
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

struct Operator {
    std::string_view spelled;
    int level;  // a higher one binds closer
};

// Longer ones first.
constexpr std::array operators{
    Operator{"||", 1}, Operator{"&&", 2}, Operator{"==", 6}, Operator{"!=", 6}, Operator{"<=", 7}, Operator{">=", 7},
    Operator{"<<", 8}, Operator{">>", 8}, Operator{"|", 3},  Operator{"^", 4},  Operator{"&", 5},  Operator{"<", 7},
    Operator{">", 7},  Operator{"+", 9},  Operator{"-", 9},  Operator{"*", 10}, Operator{"/", 10}, Operator{"%", 10},
};
constexpr int highest_level = 10;
constexpr int deepest = 500;

class Evaluation {
public:
    explicit Evaluation(std::string_view text) : text_(text) {}

    std::optional<std::int32_t> value() {
        std::int64_t const result = binary(1);
        skip_space();
        return failed_ || at_ != text_.size() ? std::nullopt : std::optional(static_cast<std::int32_t>(result));
    }

private:
    void skip_space() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
            ++at_;
        }
    }

    bool accept(std::string_view what) {
        skip_space();
        if (!text_.substr(at_).starts_with(what)) {
            return false;
        }
        at_ += what.size();
        return true;
    }

    std::int64_t fail() {
        failed_ = true;
        return 0;
    }

    std::string_view operator_at(int level) {
        skip_space();
        std::string_view const rest = text_.substr(at_);
        auto const found = std::find_if(operators.begin(), operators.end(),
                                        [rest](Operator const& op) { return rest.starts_with(op.spelled); });
        return found != operators.end() && found->level == level ? found->spelled : std::string_view{};
    }

    std::int64_t binary(int level) {
        if (level > highest_level) {
            return power();
        }
        std::int64_t left = binary(level + 1);
        for (std::string_view op = operator_at(level); !op.empty() && !failed_; op = operator_at(level)) {
            at_ += op.size();
            left = wrapped(apply(op, left, binary(level + 1)));
        }
        return left;
    }

    std::int64_t apply(std::string_view op, std::int64_t left, std::int64_t right) {
        switch (op[0]) {
            case '+': return left + right;
            case '-': return left - right;
            case '*': return left * right;
            case '/': return right == 0 ? fail() : left / right;
            case '%': return right == 0 ? fail() : left % right;
            case '^': return left ^ right;
            case '=': return left == right;
            case '!': return left != right;
            case '|': return op == "||" ? left != 0 || right != 0 : left | right;
            case '&': return op == "&&" ? left != 0 && right != 0 : left & right;
            case '<': return op == "<<" ? left << (right & 31) : op == "<=" ? left <= right : left < right;
            default: return op == ">>" ? left >> (right & 31) : op == ">=" ? left >= right : left > right;
        }
    }

    std::int64_t power() {
        std::int64_t const base = unary();
        if (!accept("**")) {
            return base;
        }
        if (++depth_ > deepest) {
            return fail();
        }
        std::int64_t exponent = power();
        --depth_;
        if (exponent < 0 || (base == 0 && exponent == 0)) {
            return fail();
        }
        std::int64_t result = 1;
        for (exponent = std::min<std::int64_t>(exponent, 4096); exponent > 0; --exponent) {
            result = wrapped(result * base);
        }
        return result;
    }

    std::int64_t unary() {
        if (++depth_ > deepest || failed_) {
            return fail();
        }
        std::int64_t result = 0;
        if (accept("+")) {
            result = unary();
        } else if (accept("-")) {
            result = wrapped(-unary());
        } else if (accept("~")) {
            result = ~unary();
        } else if (accept("!")) {
            result = unary() == 0 ? 1 : 0;
        } else if (accept("(")) {
            result = binary(1);
            if (!accept(")")) {
                return fail();
            }
        } else {
            result = number();
        }
        --depth_;
        return result;
    }

    // Decimal, 0x, 0b, 0 for octal, 0rBASE:DIGITS.
    std::int64_t number() {
        skip_space();
        int base = 10;
        if (accept("0x") || accept("0X")) {
            base = 16;
        } else if (accept("0b") || accept("0B")) {
            base = 2;
        } else if (accept("0r") || accept("0R")) {
            base = static_cast<int>(digits(10));
            if (base < 1 || base > 36 || !accept(":")) {
                return fail();
            }
        } else if (at_ + 1 < text_.size() && text_[at_] == '0' && digit(text_[at_ + 1]) < 10) {
            base = 8;
        }
        return digits(base);
    }

    std::int64_t digits(int base) {
        std::size_t const first = at_;
        std::int64_t value = 0;
        while (at_ < text_.size() && digit(text_[at_]) < 36) {
            if (digit(text_[at_]) >= base) {
                return fail();
            }
            value = wrapped(value * base + digit(text_[at_++]));
        }
        return at_ == first ? fail() : value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool failed_ = false;
};

}  // namespace

std::optional<std::int32_t> evaluate(std::string_view expression) {
    if (expression.find_first_not_of(" \t\n") == std::string_view::npos) {
        return 0;
    }
    return Evaluation(expression).value();
}

std::string in_base(std::int32_t value, unsigned base, std::size_t width) {
    std::uint32_t left = value < 0 ? 0U - static_cast<std::uint32_t>(value) : static_cast<std::uint32_t>(value);
    std::string digits;
    do {
        digits += "0123456789abcdefghijklmnopqrstuvwxyz"[left % base];
        left /= base;
    } while (left != 0);
    digits.resize(std::max(digits.size(), width), '0');
    digits += value < 0 ? "-" : "";
    std::reverse(digits.begin(), digits.end());
    return digits;
}

int compare(std::vector<std::int64_t> const& left, std::vector<std::int64_t> const& right) {
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        std::int64_t const a = i < left.size() ? left[i] : 0;
        std::int64_t const b = i < right.size() ? right[i] : 0;
        if (a != b) {
            return a < b ? -1 : 1;
        }
    }
    return 0;
}

std::vector<std::int64_t> version_numbers(std::string_view version) {
    std::vector<std::int64_t> numbers;
    std::int64_t value = 0;
    int base = 10;
    bool letters = false;
    for (char const c : version) {
        if (c == '.' || c == '-') {
            numbers.push_back(value);
            value = 0;
            base = 10;
        } else if (std::isalpha(static_cast<unsigned char>(c)) != 0 && !letters) {
            // A run of letters: the number before it is one more, and one less behind that.
            numbers.push_back(value + 1);
            numbers.push_back(-1);
            value = digit(c);
            base = 36;
        } else if (digit(c) < base) {
            value = wrapped(value * base + digit(c));
        }
        letters = std::isalpha(static_cast<unsigned char>(c)) != 0;
    }
    numbers.push_back(value);
    return numbers;
}

}  // namespace am2cmake::m4
