#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace am2cmake {
namespace {

constexpr off_t size_limit = off_t{64} * 1024 * 1024;  // no build description is larger
constexpr mode_t new_file_mode = 0644;

std::string words_of(int error) {
    return std::generic_category().message(error);
}

class Descriptor {
public:
    Descriptor(std::filesystem::path const& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, new_file_mode)) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }
    bool close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

FileText failure(std::string words) {
    return {std::nullopt, std::move(words)};
}

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        ssize_t const written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(written < 0 ? 0 : written));
    }
    return true;
}

}  // namespace

FileText read_file(std::filesystem::path const& path) {
    Descriptor const file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    struct stat status {};
    if (!file.is_open() || ::fstat(file.number(), &status) != 0) {
        return failure(words_of(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return failure(S_ISDIR(status.st_mode) ? words_of(EISDIR) : "not a regular file");
    }
    if (status.st_size > size_limit) {
        return failure("larger than 64 MiB");
    }
    std::string text;
    std::array<char, 65536> buffer;
    for (;;) {
        ssize_t const count = ::read(file.number(), buffer.data(), buffer.size());
        if (count < 0 && errno != EINTR) {
            return failure(words_of(errno));
        }
        if (count == 0) {
            return {std::move(text), ""};
        }
        text.append(buffer.data(), static_cast<std::size_t>(count < 0 ? 0 : count));
    }
}

std::string create_file(std::filesystem::path const& path, std::string_view text) {
    Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    if (!file.is_open()) {
        return words_of(errno);
    }
    if (write_all(file.number(), text) && ::fsync(file.number()) == 0 && file.close()) {
        return {};
    }
    std::string error = words_of(errno);
    ::unlink(path.c_str());
    return error;
}

std::string overwrite_file(std::filesystem::path const& path, std::string_view text) {
    Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOCTTY);
    bool const written = file.is_open() && write_all(file.number(), text) && file.close();
    return written ? std::string{} : words_of(errno);
}

}  // namespace am2cmake
