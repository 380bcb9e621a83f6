#include "storage/durable_file.h"

#include <algorithm>
#include <cerrno>
#include <utility>

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

std::filesystem::path besideOf(const std::filesystem::path& file) {
    return file.string() + ".new";
}

} // namespace

FileBatch::~FileBatch() {
    drop();
}

void FileBatch::drop() {
    for (const Fresh& fresh : std::exchange(m_files, {})) {
        if (fresh.descriptor >= 0)
            ::close(fresh.descriptor);
        ::unlink(besideOf(fresh.file).c_str());
    }
}

bool FileBatch::contains(const std::filesystem::path& file) const {
    return std::ranges::find(m_files, file, &Fresh::file) != m_files.end();
}

Expected<void> FileBatch::add(const std::filesystem::path& file, std::string_view bytes) {
    if (contains(file)) {
        if (auto committed = commit(); !committed)
            return committed;
    }
    const auto fresh = besideOf(file);
    const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return failed(Operation::WriteFile, file);
    if (!writeAll(descriptor, bytes)) {
        auto error = failed(Operation::WriteFile, file);
        ::close(descriptor);
        ::unlink(fresh.c_str());
        return error;
    }
    m_files.push_back({file, descriptor});
    return {};
}

Expected<void> FileBatch::commit() {
    // On their way to the disk before the first is waited for: the file system then needs one transaction for all.
    if (m_files.size() > 1) {
        for (const Fresh& fresh : m_files)
            ::sync_file_range(fresh.descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
    }
    for (const Fresh& fresh : m_files) {
        if (::fdatasync(fresh.descriptor) != 0) {
            auto error = failed(Operation::WriteFile, fresh.file);
            drop();
            return error;
        }
    }
    for (Fresh& fresh : m_files) {
        ::close(std::exchange(fresh.descriptor, -1));
        if (::rename(besideOf(fresh.file).c_str(), fresh.file.c_str()) != 0) {
            auto error = failed(Operation::WriteFile, fresh.file);
            drop();
            return error;
        }
    }
    m_files.clear();
    return {};
}

Expected<void> replaceFile(const std::filesystem::path& file, std::string_view bytes) {
    FileBatch batch;
    if (auto added = batch.add(file, bytes); !added)
        return added;
    return batch.commit();
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
