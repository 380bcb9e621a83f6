#include "storage/durable_file.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace essaim::storage {

namespace {

std::unexpected<Error> failed(Operation operation, const std::filesystem::path& path) {
    return std::unexpected(systemError({errno, std::generic_category()}, operation, path.string()));
}

/// Closes what open() gave.
class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

bool writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Expected<void> replaceFile(const std::filesystem::path& file, std::string_view bytes) {
    const auto fresh = std::filesystem::path(file.string() + ".new");
    {
        const Descriptor out(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!out.isOpen())
            return failed(Operation::WriteFile, file);
        if (!writeAll(out.number(), bytes) || ::fdatasync(out.number()) != 0) {
            auto error = failed(Operation::WriteFile, file);
            ::unlink(fresh.c_str());
            return error;
        }
    }
    if (::rename(fresh.c_str(), file.c_str()) != 0) {
        auto error = failed(Operation::WriteFile, file);
        ::unlink(fresh.c_str());
        return error;
    }
    return {};
}

Expected<void> syncFolder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.isOpen() || ::fsync(opened.number()) != 0)
        return failed(Operation::WriteFile, folder);
    return {};
}

Expected<std::string> readFile(const std::filesystem::path& file, std::size_t limit) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat information{};
    if (!in.isOpen() || ::fstat(in.number(), &information) != 0)
        return failed(Operation::ReadFile, file);
    if (!S_ISREG(information.st_mode) || static_cast<std::uint64_t>(information.st_size) > limit)
        return failure(ErrorKind::Unsupported, Operation::ReadFile, file.string(), "not a file of ours");
    std::string bytes(static_cast<std::size_t>(information.st_size), '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const auto count = ::read(in.number(), bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed(Operation::ReadFile, file);
        if (count == 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    bytes.resize(size);
    return bytes;
}

Expected<void> makePrivateFolder(const std::filesystem::path& folder) {
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return failed(Operation::CreateDirectory, folder);
    return {};
}

} // namespace essaim::storage
