#pragma once
// Private to the parser: what the Spirit X3 grammars share.
//
// A rule of a node is `here >> ... >> behind`, and the node is adapted as (span.begin, fields ..., span.end). Both ask
// what the context holds under `origin_tag` where a byte of the text came from:
//     Location location(char const* at) const;  // of the byte at `at`
//     Location behind(char const* at) const;    // after the byte before `at`

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3.hpp>

#include "base/source.hpp"

namespace am2cmake {

namespace x3 = boost::spirit::x3;

struct origin_tag;

struct HereParser : x3::parser<HereParser> {
    using attribute_type = Location;
    static constexpr bool has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const&, Context const& context, RuleContext&,
               Attribute& location) const {
        x3::traits::move_to(x3::get<origin_tag>(context).location(first), location);
        return true;
    }
};

// Where the last byte of a node was read. This is not where the next one begins: a macro may end in between.
struct BehindParser : x3::parser<BehindParser> {
    using attribute_type = Location;
    static constexpr bool has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const&, Context const& context, RuleContext&,
               Attribute& location) const {
        x3::traits::move_to(x3::get<origin_tag>(context).behind(first), location);
        return true;
    }
};

inline constexpr HereParser here{};
inline constexpr BehindParser behind{};

}  // namespace am2cmake
