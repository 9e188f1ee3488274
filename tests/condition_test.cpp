#include "model/condition.hpp"

#include <doctest/doctest.h>

using namespace am2cmake::model;

namespace {

Condition asked(char const* name) {
    return Condition::of(Truth{name});
}

}  // namespace

TEST_SUITE("condition") {
    TEST_CASE("what is said twice is said once") {
        Condition const x = asked("x");
        Condition const y = asked("y");
        CHECK(conjunction(x, x) == x);
        CHECK(conjunction(x, disjunction(x, y)) == x);
        CHECK(disjunction(conjunction(x, y), x) == x);
        CHECK(conjunction(x, negation(conjunction(negation(x), y))) == x);
    }

    TEST_CASE("what is ruled out goes") {
        Condition const x = asked("x");
        Condition const y = asked("y");
        CHECK(conjunction(x, negation(x)).is_never());
        CHECK(disjunction(x, negation(x)).is_always());
        CHECK(conjunction(x, disjunction(negation(x), y)) == conjunction(x, y));
        CHECK(conjunction(x, negation(conjunction(x, y))) == conjunction(x, negation(y)));
        CHECK(disjunction(x, negation(disjunction(x, y))) == disjunction(x, negation(y)));
        CHECK(conjunction(conjunction(x, y), negation(conjunction(x, y))).is_never());
    }

    TEST_CASE("a list that nobody would write stays as it is") {
        Condition all = Condition::always();
        for (int i = 0; i < 13; ++i) {
            all = conjunction(std::move(all), asked(("x" + std::to_string(i)).c_str()));
        }
        Condition const either = disjunction(asked("x0"), asked("y"));
        CHECK(conjunction(all, either).operands.size() == 14);
    }
}
