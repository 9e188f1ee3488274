// The m4 expander against what GNU m4 1.4.19 and Autoconf 2.71 make of the same text.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "parser/m4_expand.hpp"

using namespace am2cmake;

namespace {

std::string file_text(std::filesystem::path const& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// One run of the expander; calls are shown as `{NAME|argument|argument}`.
struct Run {
    SourceMap sources;
    Diagnostics diagnostics{sources};
    m4::Environment environment;
    m4::Program program;

    explicit Run(std::vector<std::string> const& known = {}) {
        for (std::string const& name : known) {
            environment.known[name];
        }
    }

    Run& with_our_m4() {
        auto const folder = std::filesystem::path(AM2CMAKE_SOURCE_DIR) / "rules" / "m4";
        for (char const* name : {"autoconf.m4", "m4sh.m4", "obsolete.m4"}) {
            define(m4::Layer::builtin, name, file_text(folder / name));
        }
        return *this;
    }

    Run& define(m4::Layer layer, std::string const& path, std::string const& text) {
        environment.definitions.push_back({layer, sources.add_file(path, text)});
        return *this;
    }

    std::string text(std::string const& configure_ac) {
        program = m4::expand(sources.add_file("configure.ac", configure_ac), environment, diagnostics);
        diagnostics.sort();
        return shown(program.text);
    }

    std::string shown(m4::Expanded const& expanded) const {
        std::string result;
        for (std::size_t at = 0; at < expanded.text.size();) {
            m4::Placeholder const placeholder = m4::placeholder_at(expanded.text, at);
            if (placeholder.length == 0) {
                result += expanded.text[at++];
                continue;
            }
            m4::Call const& call = program.calls.at(placeholder.call);
            result += "{" + call.name;
            for (m4::Expanded const& argument : call.arguments) {
                result += "|" + shown(argument);
            }
            result += "}";
            at += placeholder.length;
        }
        return result;
    }

    std::string findings() const {
        std::string all;
        for (Diagnostic const& diagnostic : diagnostics.all()) {
            all += render(diagnostic, sources);
        }
        return all;
    }

    std::string place(Location location) const {
        Place const place = sources.place(location).value_or(Place{});
        return std::string(place.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
    }

    std::string place_of(std::string const& word) const {
        return place(program.text.location(program.text.text.find(word)));
    }
};

std::string expanded(std::string const& text) {
    return Run().text(text);
}

}  // namespace

TEST_CASE("text without macros passes through, also comments and blank lines") {
    CHECK(expanded("") == "");
    CHECK(expanded("a=b\n\n# a comment, with ] and m4_eval(1)\n") == "a=b\n\n# a comment, with ] and m4_eval(1)\n");
    CHECK(expanded("dnl gone\nkept dnl gone\nmore") == "kept more");
}

TEST_CASE("quotes lose one level, and what they held is not expanded") {
    CHECK(expanded("[m4_eval(1)]|[[x]]|m4_dquote([m4_eval(1)])") == "m4_eval(1)|[x]|[m4_eval(1)]");
    CHECK(expanded("m4_define([q],[[$1]])q([m4_eval(1)])|q(m4_eval(1))|[q(a)]") == "m4_eval(1)|1|q(a)");
    CHECK(expanded("m4_changequote([<<],[>>])<<m4_eval(1)>>m4_changequote(<<[>>,<<]>>)|[x]") == "m4_eval(1)|x");
}

TEST_CASE("arguments are collected as GNU m4 collects them") {
    std::string const ten = "m4_define([ten],[$10|${10}|$1|$x|$$1|$#|$*|[$0]])";
    CHECK(expanded(ten + "ten(a,b,c,d,e,f,g,h,i,jj,[k,k])") == "jj|${10}|a|$x|$a|11|a,b,c,d,e,f,g,h,i,jj,k,k|ten");
    CHECK(expanded(ten + "ten") == "|${10}||$x|$|0||ten");
    CHECK(expanded(ten + "ten()") == "|${10}||$x|$|1||ten");
    CHECK(expanded("m4_define([c],[<$2>])c(a, \n b) c((a,b),d) c (x,y)") == "<b> <d> <> (x,y)");
    CHECK(expanded("m4_define([com],[$2])com(a, # not, an argument (\nb)|") == "# not, an argument (\nb|");
    CHECK(expanded("m4_define([sp],[ lead])<m4_echo( sp)>") == "< lead>");
}

TEST_CASE("an expansion is read again, together with what follows it") {
    CHECK(expanded("m4_define([w],[a])m4_define([ab],[GLUED])w()b|w[]b|1ab|ab2") == "GLUED|ab|1GLUED|ab2");
    CHECK(expanded("m4_define([a1],[b1])m4_define([b1],[c1])a1") == "c1");
    CHECK(expanded("m4_define([fc],[f])m4_define([f],[<$1>])fc([1])|fc[]([1])") == "<>|<>(1)");
    CHECK(expanded("m4_define([r],[m4_if([$1],[],[],[<$1>r(m4_shift($@))])])r(a,b,c)") == "<a><b><c>");
}

TEST_CASE("definitions stack, and can be copied, renamed and asked for") {
    CHECK(expanded("m4_pushdef([p],[1])m4_pushdef([p],[2])p|m4_popdef([p])p|m4_popdef([p])p") == "2|1|p");
    CHECK(expanded("m4_define([n0],[[$0]])m4_copy([n0],[n1])n1|m4_rename([n1],[n2])n2|n1") == "n1|n2|n1");
    CHECK(expanded("m4_define([odd name],[v:$1])m4_indir([odd name],[z])") == "v:z");
    CHECK(expanded("m4_define([sq],[m4_eval($1*$1)])m4_dquote(m4_defn([sq]))|sq(7)") == "[m4_eval($1*$1)]|49");
    CHECK(expanded("m4_ifdef([no],[y],[n])|m4_ifndef([no],[y],[n])|m4_define([e])m4_ifset([e],[y],[n])") == "n|y|n");
    CHECK(expanded("define([old],[new])old|undefine([old])old") == "new|old");
}

TEST_CASE("conditions choose as m4sugar does") {
    CHECK(expanded("m4_if(a,b,c)|m4_if(a,a,c)|m4_if(a,b,c,d)|m4_if(a,b,c,d,d,e)|m4_if(a,b,c,d,e,f,g)") == "|c|d|e|g");
    CHECK(expanded("m4_case([b],[a],[1],[b],[2],[d])|m4_case([z],[a],[1],[d])") == "2|d");
    CHECK(expanded("m4_bmatch([abc],[^b],[1],[c$],[2],[3])|m4_bmatch([abc],[^b],[1],[3])") == "2|3");
    CHECK(expanded("m4_cond([m4_eval(1>2)],[1],[y],[n])|m4_cond([1],[1],[y])") == "n|y");
    CHECK(expanded("m4_ifval([],[1],[0])m4_ifblank([ \n],[B],[T])|m4_default([],[d])|m4_default_nblank([ ],[x])") ==
          "0B|d|x");
}

TEST_CASE("loops repeat their text once for each element") {
    CHECK(expanded("m4_foreach([x],[[a],[b]],[<x>])|m4_foreach([x],[a,[b,c]],[<x>])") == "<a><b>|<a><b,c>");
    CHECK(expanded("m4_foreach([x],[],[no])|m4_foreach([x],[[]],[<x>])") == "|<>");
    CHECK(expanded("m4_foreach_w([x],[a  b\nc],[<x>])") == "<a><b><c>");
    CHECK(expanded("m4_for([i],[1],[5],[2],[i,])|m4_for([i],3,1,,[i])") == "1,3,5,|321");
    CHECK(expanded("m4_map([m4_eval],[[1+1],[2+2]])|m4_map_args([<m4_eval],[1],[2])") == "24|<1<2");
    CHECK(expanded("m4_map_args_w([a b],[<],[>],[,])|m4_map_args_sep([(],[)],[;],[a],[b])") == "<a>,<b>|(a);(b)");
    CHECK(expanded("m4_map_args_pair([F],[G],[1],[2],[3])") == "F(1, 2)G(3)");
}

TEST_CASE("lists are cut and joined") {
    CHECK(expanded("m4_join([, ],[a],[],[b])|m4_joinall([:],[a],[],[b])") == "a, b|a::b");
    CHECK(expanded("m4_combine([, ],[[a],[b]],[-],[1],[2])") == "a-1, a-2, b-1, b-2");
    CHECK(expanded("m4_argn(2,a,b,c)|m4_shiftn(2,a,b,c,d)|m4_car([x],[y])|m4_cdr([x],[y])") == "b|c,d|x|[y]");
    CHECK(expanded("m4_dquote(m4_reverse([a],[b],[c]))|m4_count(a,b)") == "[c],[b],[a]|2");
    CHECK(expanded("m4_append([L],[a],[,])m4_append([L],[b],[,])m4_append_uniq([L],[a],[,])L") == "a,b");
    CHECK(expanded("m4_set_add([S],[a],[+],[-])m4_set_add([S],[a],[+],[-])m4_set_add_all([S],[b])m4_set_list([S])") ==
          "+-a,b");
}

TEST_CASE("strings are changed as m4 and m4sugar change them") {
    CHECK(expanded("m4_normalize([  a\n b\tc ])|m4_strip([  x  y ])|m4_flatten([a\n b])") == "a b c|x y|a  b");
    CHECK(expanded("m4_dquote(m4_split([a b  c]))|m4_split([a:b],[:])") == "[[a], [b], [c]]|[a], [b]");
    CHECK(expanded("m4_toupper([aBc])m4_tolower([aBc])|m4_translit([abc],[a-c],[A-C])") == "ABCabc|ABC");
    CHECK(expanded("m4_substr([abc],1,[5])|m4_index([abc],[d])|m4_len([abc])|m4_qlen([a@<:@])") == "bc|-1|3|2");
    CHECK(expanded("m4_format([%5d|%-5s|%03d|%x|%.2s|%%],[3],[ab],[7],[255],[abc])") == "    3|ab   |007|ff|ab|%");
    CHECK(expanded("m4_text_wrap([one two three four five],[  ],[],[12])") == "  one two\n  three\n  four five");
    CHECK(expanded("a@<:@b@:>@c@S|@d@%:@e@&t@f@{:@g@:}@") == "a[b]c$d#ef(g)");
}

TEST_CASE("regular expressions have the syntax of Emacs") {
    CHECK(expanded("m4_bpatsubst([foo bar],[o+],[0])|m4_bpatsubst([a.b],[\\.],[_])") == "f0 bar|a_b");
    CHECK(expanded("m4_bpatsubst([abcabc],[\\(b\\)\\|c],[<\\&\\1>])") == "a<bb><c>a<bb><c>");
    CHECK(expanded("m4_bregexp([# define  X\t12 ],[#\\s*define\\s+X\\s+\\(\\S+\\)\\s$],[\\1])") == "12");
    CHECK(expanded("m4_bregexp([GNUs not Unix],[\\w\\(\\w+\\)$],[*** \\& *** \\1 ***])") == "*** Unix *** nix ***");
    CHECK(expanded("m4_bpatsubst([a\nb],[^],[-])|m4_bpatsubst([abc],[x*],[-])") == "-a\n-b|-a-b-c-");
    CHECK(expanded("m4_bpatsubst([abab],[\\(ab\\)*\\1],[X])|m4_bpatsubst([foobar],[foo\\|foobar],[X])") == "X|X");
    CHECK(expanded("m4_bpatsubsts([abc],[a],[x],[b],[y])|m4_bregexp([abc],[c])") == "xyc|2");
}

TEST_CASE("numbers and versions") {
    CHECK(expanded("m4_eval([0x10+010])|m4_eval([-7/2])|m4_eval([-7%3])|m4_eval([2**3**2])") == "24|-3|-1|512");
    CHECK(expanded("m4_eval([10],[2],[8])|m4_eval([1==1&&2>3])|m4_eval([~0])|m4_eval([0r3:12])") == "00001010|0|-1|5");
    CHECK(expanded("m4_eval([2147483647+1])|m4_incr(4)|m4_decr(4)|m4_max(1,5,3)|m4_sign(-5)") ==
          "-2147483648|5|3|5|-1");
    CHECK(expanded("m4_version_compare([1.10],[1.9])|m4_version_compare([1.0],[1.0.0])") == "1|0");
    CHECK(expanded("m4_version_compare([1.2b],[1.2])|m4_version_compare([2.0-rc1],[2.0])") == "1|1");
    CHECK(expanded("m4_list_cmp([1,2],[1,2,0])|m4_version_prereq([2.60],[y],[n])") == "0|y");
}

TEST_CASE("the macros of rules stay as calls with expanded arguments") {
    Run run({"AC_CHECK_FUNCS", "AC_LINK_IFELSE", "AC_LANG_PROGRAM"});
    CHECK(run.text("m4_define([f],[poll])AC_CHECK_FUNCS([f [g]], [yes=1\nno=2])\n") ==
          "{AC_CHECK_FUNCS|poll g|yes=1\nno=2}\n");
    CHECK(run.text("AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <a.h>, b]], [[f(x, y);]])], [y])") ==
          "{AC_LINK_IFELSE|{AC_LANG_PROGRAM|#include <a.h>, b|f(x, y);}|y}");
    CHECK(run.text("AC_CHECK_FUNCS AC_CHECK_FUNCS() AC_CHECK_FUNCS([],[])") ==
          "{AC_CHECK_FUNCS} {AC_CHECK_FUNCS} {AC_CHECK_FUNCS||}");
    CHECK(run.text("AC_CHECK_FUNCS([a@<:@])") == "{AC_CHECK_FUNCS|a[}");
    CHECK(run.text("m4_foreach([x],[a,b],[AC_CHECK_FUNCS(x)])") == "{AC_CHECK_FUNCS|a}{AC_CHECK_FUNCS|b}");
    CHECK(run.findings() == "");
}

TEST_CASE("a call knows where it stands") {
    Run run({"AC_A"});
    run.define(m4::Layer::macro_dir, "m4/my.m4", "AC_DEFUN([MY],\n[x=$1\n  AC_A([b])])\n");
    CHECK(run.text("\n  AC_A([one],\n       [two])\nMY([z])\n") == "\n  {AC_A|one|two}\nx=z\n  {AC_A|b}\n");
    REQUIRE(run.program.calls.size() == 2);
    CHECK(run.place(run.program.calls[0].span.begin) == "configure.ac:2:3");
    CHECK(run.place(run.program.calls[0].span.end) == "configure.ac:3:14");
    CHECK(run.place(run.program.calls[1].span.begin) == "m4/my.m4:3:3");
    CHECK(run.place(run.sources.outermost(run.program.calls[1].span.begin)) == "configure.ac:4:1");
    CHECK(run.place(run.program.calls[0].arguments[1].location(0)) == "configure.ac:3:9");
    CHECK(run.place_of("x=") == "m4/my.m4:2:2");
    CHECK(run.place_of("z\n") == "configure.ac:4:5");
}

TEST_CASE("made text stands at the call that made it") {
    Run run;
    CHECK(run.text("abc m4_eval(40+2) m4_normalize([ x  y ])") == "abc 42 x y");
    CHECK(run.place_of("42") == "configure.ac:1:5");
    CHECK(run.place_of("x y") == "configure.ac:1:34");
    CHECK(run.place_of("y") == "configure.ac:1:37");
}

TEST_CASE("what a macro requires stands before the outermost macro") {
    std::string const macros =
        "AC_DEFUN([TA],[echo ta])AC_DEFUN([TB],[AC_REQUIRE([TA])echo tb])"
        "AC_DEFUN([TC],[echo tc1\nAC_REQUIRE([TB])echo tc2])";
    CHECK(expanded(macros + "TC") == "echo ta\necho tb\necho tc1\necho tc2");
    CHECK(expanded(macros + "TA\nTC") == "echo ta\necho tb\necho tc1\necho tc2");
    // "Expanded Before Required" in Autoconf's manual
    CHECK(expanded("AC_DEFUN([TD],[echo td])AC_DEFUN([TE],[AC_REQUIRE([TD])echo te])"
                   "AC_DEFUN([TF],[echo tf\nTD\nAC_REQUIRE([TE])])TF") == "echo td\necho te\necho tf\necho td\n");
    CHECK(expanded("AC_DEFUN_ONCE([TO],[echo to])AC_DEFUN([TP],[echo tp\nTO])TP\nTO") == "echo to\necho tp\n\n");
    CHECK(expanded(macros + "AC_PROVIDE_IFELSE([TA],[y],[n]) TA AC_PROVIDE_IFELSE([TA],[y],[n])") == "n echo ta y");
    CHECK(expanded("m4_defun_init([TI],[once ],[ti($1)])TI([a]) TI([b])") == "once ti(a) ti(b)");
}

TEST_CASE("opaque calls require and provide") {
    Run run;
    run.environment.known["AC_PROG_CC"] = {};
    run.environment.known["AM_INIT"] = {{"AC_PROG_CC"}, {"AM_OTHER"}};
    run.environment.known["AM_OTHER"] = {};
    CHECK(run.text("AC_DEFUN([MY],[AC_REQUIRE([AM_OTHER])AC_REQUIRE([AC_PROG_CC])my])AM_INIT([x])\nMY\n") ==
          "{AC_PROG_CC}\n{AM_INIT|x}\nmy\n");
    REQUIRE(run.program.calls.size() == 2);
    CHECK(run.program.calls[0].required);
    CHECK(!run.program.calls[1].required);
    CHECK(run.place(run.program.calls[0].span.begin) == run.place(run.program.calls[1].span.begin));
    CHECK(run.text("AM_INIT([AC_REQUIRE([AC_PROG_CC])y])") == "{AC_PROG_CC}\n{AM_INIT|y}");
}

TEST_CASE("what an opaque call requires may depend on an argument") {
    Run run;
    run.environment.known["AC_DEFAULTS"] = {};
    run.environment.known["AC_CHECK"] = {{}, {}, {{1, false, {"AC_DEFAULTS"}}}};
    CHECK(run.text("AC_CHECK([a], [b])") == "{AC_CHECK|a|b}");
    CHECK(run.text("AC_CHECK([a], [ ])") == "{AC_DEFAULTS}\n{AC_CHECK|a| }");
    CHECK(run.text("AC_CHECK([a])") == "{AC_DEFAULTS}\n{AC_CHECK|a}");
}

TEST_CASE("a later layer wins, but only the project wins over a rule") {
    Run shipped({"AX_KNOWN"});
    shipped.define(m4::Layer::macro_dir, "m4/a.m4", "AC_DEFUN([AX_KNOWN],[no])AC_DEFUN([MINE],[dir])dropped text");
    shipped.define(m4::Layer::shipped, "aclocal.m4", "AC_DEFUN([MINE],[shipped])AC_DEFUN([GAP],[filled])");
    CHECK(shipped.text("AX_KNOWN([1]) MINE GAP") == "{AX_KNOWN|1} dir filled");
    CHECK(shipped.findings() == "");

    Run project({"AX_KNOWN"});
    project.define(m4::Layer::project, "acinclude.m4", "AC_DEFUN([AX_KNOWN],[own $1])\n");
    CHECK(project.text("AX_KNOWN([1])") == "own 1");
    CHECK(project.findings() ==
          "acinclude.m4:1:1: note: the project's own definition of AX_KNOWN is used [redefined-macro]\n"
          "    1 | AC_DEFUN([AX_KNOWN],[own $1])\n"
          "      | ^\n");
}

TEST_CASE("a macro of a rule can be wrapped, renamed and hidden for a while") {
    Run run({"AC_LIBOBJ"});
    CHECK(run.text("m4_pushdef([AC_LIBOBJ],[obj=$1])AC_LIBOBJ([a])[]m4_popdef([AC_LIBOBJ]) AC_LIBOBJ([b])") ==
          "obj=a {AC_LIBOBJ|b}");
    CHECK(run.text("m4_rename([AC_LIBOBJ],[old])old([x]) m4_ifdef([AC_LIBOBJ],[y],[n])") == "{AC_LIBOBJ|x} n");
    CHECK(run.text("m4_ifdef([AC_LIBOBJ],[y],[n])[]m4_ifdef([AC_NONE],[y],[n])") == "yn");
}

TEST_CASE("unknown macros become calls and are reported") {
    Run run;
    CHECK(run.text("AX_FOO([a],\n  [b])\nAM_BAR\nm4_nothing(x)") == "{AX_FOO|a|b}\n{AM_BAR}\n{m4_nothing|x}");
    CHECK(run.findings() ==
          "configure.ac:1:1: warning: the macro AX_FOO is not known: neither a rule nor the project's m4 defines it "
          "[unknown-macro]\n    1 | AX_FOO([a],\n      | ^\n"
          "configure.ac:3:1: warning: the macro AM_BAR is not known: neither a rule nor the project's m4 defines it "
          "[unknown-macro]\n    3 | AM_BAR\n      | ^\n"
          "configure.ac:4:1: warning: the macro m4_nothing is not known: neither a rule nor the project's m4 defines "
          "it [unknown-macro]\n    4 | m4_nothing(x)\n      | ^\n");
}

TEST_CASE("variables that look like macros are left alone") {
    Run run({"AC_SUBST"});
    std::string const text =
        "AM_CFLAGS=\"-g $AM_CPPFLAGS\"\nLT_CURRENT=1\n# AC_FOO(x)\necho AM_LDFLAGS\nMY_FN() {\n}\n";
    CHECK(run.text(text) == text);
    CHECK(run.text("AC_SUBST([AM_CFLAGS])AC_SUBST(AM_LDFLAGS)") == "{AC_SUBST|AM_CFLAGS}{AC_SUBST|AM_LDFLAGS}");
    CHECK(run.text("m4_pattern_allow([^AC_SPECIAL$])AC_SPECIAL\n") == "AC_SPECIAL\n");
    CHECK(run.findings() == "");
    CHECK(run.text("GTK_DOC_CHECK([1.3])\nYEAR_OF(x)\n") == "{GTK_DOC_CHECK|1.3}\n{YEAR_OF|x}\n");
}

TEST_CASE("an opening quote without its end is reported where it stands") {
    Run run({"AC_A"});
    CHECK(run.text("x=1\nAC_A([a])\ny=[oops\nAC_A([b])\n") == "x=1\n{AC_A|a}\ny=[oops\n{AC_A|b}\n");
    CHECK(run.findings() ==
          "configure.ac:3:3: error: the quote '[' is never closed; it is taken as it is [unbalanced-quote]\n"
          "    3 | y=[oops\n"
          "      |   ^\n");
}

TEST_CASE("an opening parenthesis without its end is reported where it stands") {
    Run run({"AC_A"});
    CHECK(run.text("AC_A([a], AC_A([b])\nx=1\nAC_A([c])\n") == "AC_A(a, {AC_A|b}\nx=1\n{AC_A|c}\n");
    CHECK(run.findings() ==
          "configure.ac:1:5: error: the parenthesis of AC_A is never closed; it is taken as it is [unbalanced-quote]\n"
          "    1 | AC_A([a], AC_A([b])\n"
          "      |     ^\n");
}

TEST_CASE("endless expansions end with one finding and leave the rest alone") {
    Run run({"AC_A"});
    run.environment.limits.expansions = 20'000;
    // Without quotes around it, the word h of unistd.h is the loop's variable again.
    std::string const loop = "m4_foreach([h],[[unistd.h],[poll.h]],[F(h)])\n";
    CHECK(run.text("a=1\n" + loop + "AC_A([m4_eval(1+1)])\n") == "a=1\n" + loop + "{AC_A|2}\n");
    CHECK(run.findings() ==
          "configure.ac:2:1: error: the expansion of m4_foreach does not come to an end, so it is left as it is "
          "[expansion-budget]\n    2 | m4_foreach([h],[[unistd.h],[poll.h]],[F(h)])\n      | ^\n");
}

TEST_CASE("each budget ends what goes past it") {
    for (char const* text : {"m4_define([x],[x])x", "m4_define([x],[a x b])x", "m4_define([x],[x(x)])x(x)",
                             "m4_define([x],[$1$1])m4_define([y],[y(x([$1]))])y(abcdefgh)",
                             "AC_DEFUN([A],[B])AC_DEFUN([B],[A])A", "m4_for([i],1,1000000000,1,[x])"}) {
        CAPTURE(text);
        Run run;
        run.environment.limits = {20'000, 200, 1'000'000};
        std::string const result = run.text(std::string(text) + "\nend m4_eval(1+1)\n");
        CHECK(result.ends_with("\nend 2\n"));
        REQUIRE(run.diagnostics.all().size() == 1);
        CHECK(run.diagnostics.all()[0].code == code::expansion_budget);
    }
}

TEST_CASE("commands are not run") {
    Run run({"AC_INIT"});
    CHECK(run.text("AC_INIT([x], m4_esyscmd([git describe]))m4_syscmd([rm -rf x])") == "{AC_INIT|x|$(git describe)}");
    CHECK(run.diagnostics.all().size() == 2);
    CHECK(
        run.findings().starts_with("configure.ac:1:14: warning: the command of m4_esyscmd is not run; a shell runs "
                                   "it when CMake runs, unseen by m4 [m4-command]\n"));
}

TEST_CASE("files are included in the place of the call") {
    Run run;
    run.environment.read = [&run](std::string const& path) -> std::optional<Source> {
        return path == "version.m4" ? std::optional(run.sources.add_file(path, "m4_define([V],[1.2])v=V\n"))
                                    : std::nullopt;
    };
    CHECK(run.text("m4_include([version.m4])V\nm4_sinclude([none])m4_include([none])") == "v=1.2\n1.2\n");
    CHECK(run.place_of("v=") == "version.m4:1:21");
    CHECK(run.findings().starts_with("configure.ac:2:20: warning: there is no file none to include [missing-include]"));
}

TEST_CASE("diversions order the text as far as configure does") {
    CHECK(expanded("a\nm4_divert_text([DEFAULTS],[early])b\nm4_divert_text([HELP_ENABLE],[help])c\n") ==
          "early\na\nb\nc\n");
    CHECK(expanded("m4_divert_push([KILL])gone m4_define([x],[y])m4_divert_pop([KILL])x") == "y");
    CHECK(expanded("divert(-1)gone\ndivert(0)x") == "x");
}

TEST_CASE("M4sh becomes plain shell") {
    Run run({"AC_A"});
    run.with_our_m4();
    CHECK(run.text("AS_IF([test a],[AC_A([1])],[test b],[y],[z])") ==
          "if test a; then\n{AC_A|1}\nelif test b; then\ny\nelse\nz\nfi");
    CHECK(run.text("AS_IF([a],[])") == "if a; then\n:\nfi");
    CHECK(run.text("AS_CASE([$host],[*-mingw*|*-cygwin*],[w=yes],[linux],[l=yes],[o=yes])") ==
          "case $host in\n  *-mingw*|*-cygwin*) w=yes ;;\n  linux) l=yes ;;\n  *) o=yes ;;\nesac");
    CHECK(run.text("AS_FOR([V],[v],[a b],[echo V])") == "for v in a b; do\necho $v\ndone");
    CHECK(run.text("AS_TR_SH([ac_cv_sys/types.h]) AS_TR_CPP([have_sys/types.h*])") ==
          "ac_cv_sys_types_h HAVE_SYS_TYPES_HP");
    CHECK(run.text("AS_VAR_PUSHDEF([v],[ax_cv_-O2])v=1 AS_VAR_SET([v],[2])AS_VAR_POPDEF([v]) v") ==
          "ax_cv__O2=1 ax_cv__O2=2 v");
    CHECK(run.text("AS_VAR_IF([a],[yes],[y],[n])") == "if test \"x$a\" = x\"yes\"; then\ny\nelse\nn\nfi");
    CHECK(run.findings() == "");
}

TEST_CASE("M4sh's words stand where the macro is called") {
    Run run;
    run.with_our_m4();
    run.text("\nAS_IF([test a],\n  [x=1])\n");
    CHECK(run.place_of("if") == "configure.ac:2:1");
    CHECK(run.place_of("x=1") == "configure.ac:3:4");
    CHECK(run.place_of("fi") == "configure.ac:2:1");
}

TEST_CASE("AC_INIT tells m4 about the package") {
    Run run({"AC_INIT"});
    run.with_our_m4();
    CHECK(run.text("AC_INIT([GNU My Pack],[1.2],[bug@x])AC_PACKAGE_NAME|AC_PACKAGE_VERSION|AC_PACKAGE_STRING|"
                   "AC_PACKAGE_TARNAME|AC_PACKAGE_BUGREPORT|AC_PACKAGE_URL") ==
          "{AC_INIT|GNU My Pack|1.2|bug@x}GNU My Pack|1.2|GNU My Pack 1.2|my-pack|bug@x|"
          "https://www.gnu.org/software/my-pack/");
    CHECK(run.place(run.program.calls[0].span.begin) == "configure.ac:1:1");
    CHECK(run.place(run.program.calls[0].span.end) == "configure.ac:1:37");
}

TEST_CASE("obsolete names mean what autoupdate says") {
    Run run({"AC_LINK_IFELSE", "AC_LANG_PROGRAM", "LT_INIT", "AC_CONFIG_HEADERS", "AC_CONFIG_FILES", "AC_OUTPUT",
             "AC_CANONICAL_HOST", "AC_LANG"});
    run.with_our_m4();
    CHECK(run.text("AC_TRY_LINK([#include <a.h>],[f(1,2);],y,n)") ==
          "{AC_LINK_IFELSE|{AC_LANG_PROGRAM|#include <a.h>|f(1,2);}|y|n}");
    CHECK(run.text("AC_LIBTOOL_WIN32_DLL\nAC_DISABLE_STATIC\nAM_PROG_LIBTOOL\n") ==
          "{AC_CANONICAL_HOST}\n\n\n{LT_INIT|win32-dll disable-static}\n");
    CHECK(run.text("AM_CONFIG_HEADER(config.h)AC_LANG_CPLUSPLUS") == "{AC_CONFIG_HEADERS|config.h}{AC_LANG|C++}");
    CHECK(run.text("AC_OUTPUT(Makefile src/Makefile)") == "{AC_CONFIG_FILES|Makefile src/Makefile}\n{AC_OUTPUT}");
    CHECK(run.findings() == "");
}

TEST_CASE("the trace tells where m4 meets a call, and its arguments before they are expanded") {
    Run run({"CHECK", "DEFINE"});
    std::string told;
    run.environment.trace = [&](m4::TracedCall const& call) {
        told += std::to_string(run.sources.place(call.in_file)->line) + " " + std::string(call.name);
        for (m4::Expanded const& argument : call.arguments) {
            told += "|" + argument.text;
        }
        told += call.within.empty() ? "\n" : " within " + std::string(call.within) + "\n";
    };
    run.text("AC_DEFUN([BOTH], [CHECK([$1])\nDEFINE([$1])])\n\nBOTH([x])\nCHECK([y],\n  [DEFINE([z], [[1]])])\n");
    CHECK("\n" + told == R"(
4 BOTH|x
4 CHECK|x
4 DEFINE|x
5 CHECK|y|DEFINE([z], [[1]])
5 DEFINE|z|[1] within CHECK
)");
}

TEST_CASE("a macro may have a definition for each language") {
    Run run({"AC_LANG", "AC_LANG_PUSH"});
    run.with_our_m4();
    CHECK(run.text("AC_DEFUN([WARN], [_AC_LANG_DISPATCH([$0], _AC_LANG, $@)])dnl\n"
                   "m4_defun([WARN(C)], [c $1 $2])m4_defun([WARN(C++)], [cxx $1])dnl\n"
                   "WARN([x], [y])\nAC_LANG_PUSH([C++])\nWARN([z])\n") == "c x y\n{AC_LANG_PUSH|C++}\ncxx z\n");
    CHECK(run.findings() == "");
}

TEST_CASE("a command that is not run has not failed") {
    Run run;
    CHECK(run.text("m4_syscmd([test -r a.c])m4_if(m4_sysval, [0], [go on], [stop])") == "go on");
}

TEST_CASE("macros in a name count as what they become") {
    Run run;
    run.with_our_m4();
    CHECK(run.text("AS_TR_SH([c_[]_AC_LANG_ABBREV[]_x-y]) AS_TR_CPP([have_[]_AC_LANG_ABBREV])") == "c_c_x_y HAVE_C");
    CHECK(run.text("AS_VAR_PUSHDEF([V], [cv_$f])AS_VAR_SET([V], [$g])").starts_with("eval `printf "));
    CHECK(run.findings() == "");
}
