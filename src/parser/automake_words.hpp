#pragma once
// Private to the parser of Makefile.am: words and what they are made of, in Spirit X3.

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "parser/automake_ast.hpp"
#include "parser/automake_text.hpp"
#include "parser/here.hpp"

BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Text, span.begin, text, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::VariableReference, span.begin, name, has_substitution, from, to, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::FunctionCall, span.begin, function, arguments, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Substitution, span.begin, name, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Word, span.begin, parts, span.end)

namespace am2cmake::automake {

using x3::attr;
using x3::char_;
using x3::eps;
using x3::lit;
using x3::matches;
using x3::repeat;
using x3::string;

// A parser made of a function from where it stands to where it ends, or to nullptr. The context holds a Reading.
template <typename Attribute, typename Function>
struct Lexeme : x3::parser<Lexeme<Attribute, Function>> {
    using attribute_type = Attribute;
    static bool const has_attribute = !std::is_same_v<Attribute, x3::unused_type>;

    explicit Lexeme(Function read) : read_(read) {}

    template <typename Context, typename RuleContext, typename Result>
    bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
               Result& result) const {
        Attribute value{};
        char const* const end = read_(x3::get<origin_tag>(context), first, last, value);
        if (end == nullptr) {
            return false;
        }
        first = end;
        x3::traits::move_to(value, result);
        return true;
    }

private:
    Function read_;
};

template <typename Attribute, typename Function>
Lexeme<Attribute, Function> lexeme(Function read) {
    return Lexeme<Attribute, Function>{read};
}

constexpr std::size_t deepest_nesting = 100;

auto const blanks = lexeme<x3::unused_type>(
    [](Reading&, char const* at, char const* last, x3::unused_type) { return skip_blanks(at, last); });

auto const some_blanks =
    lexeme<x3::unused_type>([](Reading&, char const* at, char const* last, x3::unused_type) -> char const* {
        char const* const end = skip_blanks(at, last);
        return end == at ? nullptr : end;
    });

inline auto plain_text(std::string_view stops) {
    return lexeme<std::string>(
        [stops](Reading& reading, char const* at, char const* last, std::string& text) -> char const* {
            OpenReference* const within = reading.open.empty() ? nullptr : &reading.open.back();
            char const* const end = read_text(at, last, stops, within, text);
            return end == at ? nullptr : end;
        });
}

auto const opening =
    lexeme<x3::unused_type>([](Reading& reading, char const* at, char const* last, x3::unused_type) -> char const* {
        if (at == last || (*at != '(' && *at != '{')) {
            return nullptr;
        }
        reading.open.push_back({at - 1, *at == '(' ? ')' : '}'});
        return at + 1;
    });

// The opening bracket and the name of a function; make wants a blank behind it.
auto const function =
    lexeme<std::string>([](Reading& reading, char const* at, char const* last, std::string& name) -> char const* {
        if (at == last || (*at != '(' && *at != '{')) {
            return nullptr;
        }
        char const* end = at + 1;
        while (end != last && ((*end >= 'a' && *end <= 'z') || *end == '-')) {
            ++end;
        }
        name.assign(at + 1, end);
        int const arguments = most_arguments(name);
        if (arguments == 0 || skip_blanks(end, last) == end) {
            return nullptr;
        }
        reading.open.push_back({at - 1, *at == '(' ? ')' : '}', 0, arguments - 1});
        return end;
    });

auto const comma =
    lexeme<x3::unused_type>([](Reading& reading, char const* at, char const* last, x3::unused_type) -> char const* {
        if (at == last || *at != ',') {
            return nullptr;
        }
        --reading.open.back().commas;
        return at + 1;
    });

auto const closing = x3::rule<struct closing_>{"the bracket that closes a reference"} =
    lexeme<x3::unused_type>([](Reading& reading, char const* at, char const* last, x3::unused_type) -> char const* {
        if (at == last || *at != reading.open.back().closing) {
            return nullptr;
        }
        reading.open.pop_back();
        return at + 1;
    });

auto const not_too_deep = x3::rule<struct not_too_deep_>{"at most 100 references within one another"} =
    lexeme<x3::unused_type>([](Reading& reading, char const* at, char const*, x3::unused_type) -> char const* {
        return reading.open.size() > deepest_nesting ? nullptr : at;
    });

auto const name_letter = char_("A-Za-z_");
auto const name_character = char_("A-Za-z0-9_");

x3::rule<struct function_call_, FunctionCall> const function_call{"a call of a function"};
x3::rule<struct variable_reference_, VariableReference> const variable_reference{"a reference"};

auto const substitution = x3::rule<struct substitution_, Substitution>{"a substitution"} =
    here >> '@' >> x3::raw[name_letter >> *name_character] >> '@' >> here;

inline auto text(std::string_view stops) {
    return x3::rule<struct text_, Text>{"text"} = here >> plain_text(stops) >> here;
}

inline auto part(std::string_view stops) {
    return x3::rule<struct part_, WordPart>{"a part of a word"} =
               text(stops) | function_call | variable_reference | substitution;
}

inline auto word(std::string_view stops) {
    return x3::rule<struct word_, Word>{"a word"} = here >> +part(stops) >> here;
}

// Within a reference blanks do not part words.
inline auto part_of_reference(std::string_view stops) {
    return x3::rule<struct part_of_reference_, Word>{"a part of a reference"} = here >> *part(stops) >> here;
}

inline auto words(std::string_view stops) {
    return x3::rule<struct words_, std::vector<Word>>{"words"} = blanks >> *(word(stops) >> blanks);
}

auto const function_call_def = (here >> '$' >> function) > not_too_deep > (words(" ") % comma) > closing > here;

auto const letter = x3::rule<struct letter_, Text>{"a letter"} = here >> repeat(1)[char_ - char_("$({ \t\r\n")] >> here;
auto const letter_part = x3::rule<struct letter_part_, WordPart>{"a letter"} = letter;
auto const letter_word = x3::rule<struct letter_word_, Word>{"a letter"} = here >> repeat(1)[letter_part] >> here;

auto const short_reference = x3::rule<struct short_reference_, VariableReference>{"a reference"} =
    here >> '$' >> repeat(1)[letter_word] >> attr(false) >> attr(std::vector<Word>{}) >>
    attr(std::vector<Word>{}) >> here;

auto const equals = x3::rule<struct equals_>{"\"=\" of the substitution"} = &lit('=');
auto const name_of_reference = x3::rule<struct name_of_reference_, std::vector<Word>>{"the name of a variable"} =
    repeat(1)[part_of_reference(":")];
auto const from = x3::rule<struct from_, std::vector<Word>>{"what is substituted"} =
    -((':' >> part_of_reference("=")) > equals);
auto const to = x3::rule<struct to_, std::vector<Word>>{"what is substituted"} = -('=' >> part_of_reference(""));

auto const long_reference = x3::rule<struct long_reference_, VariableReference>{"a reference"} =
    (here >> '$' >> opening) > not_too_deep > name_of_reference > matches[&lit(':')] > from > to > closing > here;

auto const variable_reference_def = long_reference | short_reference;

BOOST_SPIRIT_DEFINE(function_call, variable_reference)

}  // namespace am2cmake::automake
