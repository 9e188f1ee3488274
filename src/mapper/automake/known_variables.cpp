#include "mapper/automake/known_variables.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include "base/words.hpp"
#include "model/check_commands.hpp"

namespace am2cmake::mapper {
namespace {

using model::Piece;
using model::Text;

using Names = std::set<std::string, std::less<>>;

Names names(std::string_view words) {
    std::vector<std::string> const each = split_words(words);
    return {each.begin(), each.end()};
}

// GNU coding standards, "Directory Variables": bindir is CMAKE_INSTALL_BINDIR, and so on.
bool is_install_directory(std::string_view name) {
    static Names const directories = names(
        "bindir sbindir libexecdir sysconfdir sharedstatedir localstatedir runstatedir libdir includedir "
        "oldincludedir datarootdir datadir infodir localedir mandir docdir");
    return directories.contains(name);
}

std::string install_directory(std::string_view name) {
    std::string upper{name};
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return "${CMAKE_INSTALL_" + upper + "}";
}

// Autoconf manual, "Preset Output Variables".
std::map<std::string, std::string, std::less<>> const& table() {
    static std::map<std::string, std::string, std::less<>> const variables{
        {"srcdir", "${CMAKE_CURRENT_SOURCE_DIR}"},
        {"abs_srcdir", "${CMAKE_CURRENT_SOURCE_DIR}"},
        {"VPATH", "${CMAKE_CURRENT_SOURCE_DIR}"},
        {"top_srcdir", "${PROJECT_SOURCE_DIR}"},
        {"abs_top_srcdir", "${PROJECT_SOURCE_DIR}"},
        {"builddir", "${CMAKE_CURRENT_BINARY_DIR}"},
        {"abs_builddir", "${CMAKE_CURRENT_BINARY_DIR}"},
        {"CURDIR", "${CMAKE_CURRENT_BINARY_DIR}"},
        {"top_builddir", "${PROJECT_BINARY_DIR}"},
        {"abs_top_builddir", "${PROJECT_BINARY_DIR}"},
        {"prefix", "${CMAKE_INSTALL_PREFIX}"},
        {"exec_prefix", "${CMAKE_INSTALL_PREFIX}"},
        {"htmldir", "${CMAKE_INSTALL_DOCDIR}"},
        {"dvidir", "${CMAKE_INSTALL_DOCDIR}"},
        {"pdfdir", "${CMAKE_INSTALL_DOCDIR}"},
        {"psdir", "${CMAKE_INSTALL_DOCDIR}"},
        {"host_triplet", "${CANONICAL_HOST}"},
        {"target_triplet", "${CANONICAL_HOST}"},
        {"build_triplet", "${CANONICAL_BUILD}"},
        {"program_transform_name", "s,x,x,"},
        {"transform", "s,x,x,"},
        {"EXEEXT", "${CMAKE_EXECUTABLE_SUFFIX}"},
        {"OBJEXT", "o"},
        {"LIBEXT", "a"},
        {"CC", "${CMAKE_C_COMPILER}"},
        {"CXX", "${CMAKE_CXX_COMPILER}"},
        {"CPP", "${CMAKE_C_COMPILER} -E"},
        {"CXXCPP", "${CMAKE_CXX_COMPILER} -E"},
        {"AR", "${CMAKE_AR}"},
        {"RANLIB", "${CMAKE_RANLIB}"},
        {"NM", "${CMAKE_NM}"},
        {"STRIP", "${CMAKE_STRIP}"},
        {"host", "${CANONICAL_HOST}"},
        {"host_cpu", "${CMAKE_SYSTEM_PROCESSOR}"},
        {"host_vendor", "${CANONICAL_HOST_VENDOR}"},
        {"host_os", "${CANONICAL_HOST_OS}"},
        {"target", "${CANONICAL_HOST}"},
        {"target_cpu", "${CMAKE_SYSTEM_PROCESSOR}"},
        {"target_vendor", "${CANONICAL_HOST_VENDOR}"},
        {"target_os", "${CANONICAL_HOST_OS}"},
        {"build", "${CANONICAL_BUILD}"},
        {"build_cpu", "${CMAKE_HOST_SYSTEM_PROCESSOR}"},
        {"build_vendor", "${CANONICAL_BUILD_VENDOR}"},
        {"build_os", "${CANONICAL_BUILD_OS}"},
    };
    return variables;
}

// Output variables of configure that keep their name.
bool keeps_name(std::string_view name) {
    static Names const variables = names(
        "PACKAGE VERSION PACKAGE_NAME PACKAGE_VERSION PACKAGE_TARNAME PACKAGE_STRING PACKAGE_BUGREPORT PACKAGE_URL "
        "CFLAGS CPPFLAGS CXXFLAGS LDFLAGS LIBS DEFS DEFAULT_INCLUDES LIBOBJS LTLIBOBJS ALLOCA "
        "host_alias build_alias target_alias SHELL PATH_SEPARATOR AWK SED GREP EGREP FGREP LN_S "
        "MKDIR_P mkdir_p mkinstalldirs INSTALL_HEADER INSTALL INSTALL_DATA INSTALL_PROGRAM INSTALL_SCRIPT "
        "LIBTOOL MAKE RM LINK CCLD CXXLD "
        "CXXLINK COMPILE CXXCOMPILE LTCOMPILE LEX YACC LEXLIB MAKEFLAGS MAKEINFO DESTDIR distdir top_distdir");
    return variables.contains(name);
}

// Automake manual, "The Uniform Naming Scheme": pkgXdir is $(Xdir)/$(PACKAGE).
std::optional<std::string> package_directory(std::string const& name, std::string const& tarname) {
    static std::array<std::string_view, 4> const directories{"pkgdatadir", "pkgincludedir", "pkglibdir",
                                                             "pkglibexecdir"};
    if (std::find(directories.begin(), directories.end(), name) == directories.end()) {
        return {};
    }
    return install_directory(name.substr(3)) + "/" + tarname;
}

std::optional<std::string> man_directory(std::string const& name) {
    if (name.size() < 7 || !name.starts_with("man") || !name.ends_with("dir")) {
        return {};
    }
    bool const section =
        std::isdigit(static_cast<unsigned char>(name[3])) != 0 || name == "manndir" || name == "manldir";
    return section ? std::optional{"${CMAKE_INSTALL_MANDIR}/" + name.substr(0, name.size() - 3)} : std::nullopt;
}

}  // namespace

std::optional<Text> known_variable(std::string const& name, std::string const& tarname, std::string const& directory) {
    if (name == "subdir") {
        return Text::literal(directory.empty() ? "." : directory);
    }
    if (is_install_directory(name)) {
        return model::parse_cmake_text(install_directory(name));
    }
    if (auto const known = table().find(name); known != table().end()) {
        return model::parse_cmake_text(known->second);
    }
    if (std::optional<std::string> const package = package_directory(name, tarname)) {
        return model::parse_cmake_text(*package);
    }
    if (std::optional<std::string> const man = man_directory(name)) {
        return model::parse_cmake_text(*man);
    }
    if (keeps_name(name)) {
        return Text::variable(name);
    }
    return {};
}

Text with_full_directories(Text const& text) {
    constexpr std::string_view prefix = "CMAKE_INSTALL_";
    Text full = text;
    for (Piece& piece : full.pieces) {
        if (piece.kind == Piece::Kind::variable && piece.text.starts_with(prefix) && piece.text.ends_with("DIR") &&
            !piece.text.starts_with("CMAKE_INSTALL_FULL_")) {
            piece.text.insert(prefix.size(), "FULL_");
        }
    }
    return full;
}

Text install_destination(Text const& text) {
    bool const below_prefix = text.pieces.size() > 1 && text.pieces.front().text == "CMAKE_INSTALL_PREFIX" &&
                              text.pieces[1].text.starts_with('/');
    Text destination = text;
    if (text.variable_name() == "CMAKE_INSTALL_PREFIX") {
        destination = Text::literal(".", text.from);
    } else if (below_prefix) {
        destination.pieces.erase(destination.pieces.begin());
        destination.pieces.front().text.erase(0, 1);
        if (destination.pieces.front().text.empty()) {
            destination.pieces.erase(destination.pieces.begin());
        }
    }
    return destination;
}

bool is_implicit_flags(std::string_view name) {
    return model::is_flag_variable(name) || name == "DEFS" || name == "DEFAULT_INCLUDES";
}

}  // namespace am2cmake::mapper
