#include "engine/mover/copy_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

namespace essaim::engine {

namespace {

constexpr std::int64_t kWindow = 32 << 20; ///< written, synced, read back and compared at once
constexpr std::int64_t kStep = 1 << 20;    ///< between two looks at the wish

/// One copy under way; owned by copyFile(), on its thread.
class Copy {
public:
    Copy(int source, int target, std::string sourcePath, std::string targetPath, MoveControl& control)
        : m_source(source)
        , m_target(target)
        , m_sourcePath(std::move(sourcePath))
        , m_targetPath(std::move(targetPath))
        , m_control(control) {}

    Expected<void> run(const FileFacts& from);

private:
    [[nodiscard]] std::unexpected<Error> fail(const std::string& path) const {
        return std::unexpected(systemError({errno, std::generic_category()}, Operation::MoveFiles, path));
    }
    Expected<void> copyData(std::int64_t begin, std::int64_t end);
    Expected<void> window(std::int64_t begin, std::int64_t length);
    Expected<bool> isSame(std::int64_t begin, std::int64_t length);
    Expected<std::int64_t> readAt(int file, const std::string& path, char* to, std::int64_t at, std::int64_t length);
    Expected<void> write(std::int64_t begin, std::int64_t length);
    Expected<void> goOn() const {
        if (m_control.isStopped())
            return failure(ErrorKind::Cancelled, Operation::MoveFiles, m_sourcePath);
        return {};
    }
    char* buffer() {
        if (!m_buffer)
            m_buffer.reset(new char[std::size_t(std::min(kWindow, std::max(m_size, kStep)))]);
        return m_buffer.get();
    }

    int m_source;
    int m_target;
    std::string m_sourcePath;
    std::string m_targetPath;
    MoveControl& m_control;
    std::int64_t m_size = 0;
    bool m_isContinued = false; ///< an earlier copy may hold what is needed
    std::unique_ptr<char[]> m_buffer;
    std::unique_ptr<char[]> m_readBack{new char[std::size_t(kStep)]};
};

Expected<std::int64_t> Copy::readAt(int file, const std::string& path, char* to, std::int64_t at, std::int64_t length) {
    std::int64_t got = 0;
    while (got < length) {
        const ssize_t bytes = ::pread(file, to + got, std::size_t(length - got), at + got);
        if (bytes < 0 && errno == EINTR)
            continue;
        if (bytes < 0)
            return fail(path);
        if (bytes == 0)
            break;
        got += bytes;
    }
    return got;
}

Expected<void> Copy::write(std::int64_t begin, std::int64_t length) {
    for (std::int64_t written = 0; written < length;) {
        if (auto going = goOn(); !going)
            return going;
        const auto step = std::size_t(std::min(kStep, length - written));
        const ssize_t bytes = ::pwrite(m_target, buffer() + written, step, begin + written);
        if (bytes < 0 && errno == EINTR)
            continue;
        if (bytes < 0)
            return fail(m_targetPath);
        written += bytes;
    }
    return {};
}

/// Whether the copy holds what the buffer does.
Expected<bool> Copy::isSame(std::int64_t begin, std::int64_t length) {
    for (std::int64_t seen = 0; seen < length; seen += kStep) {
        if (auto going = goOn(); !going)
            return std::unexpected(going.error());
        const std::int64_t step = std::min(kStep, length - seen);
        const auto got = readAt(m_target, m_targetPath, m_readBack.get(), begin + seen, step);
        if (!got)
            return std::unexpected(got.error());
        if (*got != step || std::memcmp(m_readBack.get(), buffer() + seen, std::size_t(step)) != 0)
            return false;
    }
    return true;
}

Expected<void> Copy::window(std::int64_t begin, std::int64_t length) {
    for (std::int64_t got = 0; got < length;) {
        if (auto going = goOn(); !going)
            return going;
        const std::int64_t step = std::min(kStep, length - got);
        const auto bytes = readAt(m_source, m_sourcePath, buffer() + got, begin + got, step);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (*bytes != step)
            return failure(ErrorKind::Busy, Operation::MoveFiles, m_sourcePath, "it became shorter");
        got += step;
    }
    if (m_isContinued) {
        const auto same = isSame(begin, length);
        if (!same)
            return std::unexpected(same.error());
        m_isContinued = *same;
    }
    if (!m_isContinued) {
        if (auto written = write(begin, length); !written)
            return written;
    }
    if (::fdatasync(m_target) != 0)
        return fail(m_targetPath);
    // What is compared comes from the disk, not from the memory that was written from.
    ::posix_fadvise(m_target, begin, length, POSIX_FADV_DONTNEED);
    const auto same = isSame(begin, length);
    if (!same)
        return std::unexpected(same.error());
    if (!*same)
        return failure(ErrorKind::Internal, Operation::MoveFiles, m_targetPath, "the disk gave back other bytes");
    ::posix_fadvise(m_target, begin, length, POSIX_FADV_DONTNEED);
    ::posix_fadvise(m_source, begin, length, POSIX_FADV_DONTNEED);
    return {};
}

Expected<void> Copy::copyData(std::int64_t begin, std::int64_t end) {
    while (begin < end) {
        const std::int64_t length = std::min(kWindow, end - begin);
        if (auto copied = window(begin, length); !copied)
            return copied;
        begin += length;
        m_control.done += length;
    }
    return {};
}

Expected<void> Copy::run(const FileFacts& from) {
    m_size = from.size;
    const FileFacts earlier = factsOf(m_target);
    m_isContinued = earlier.size == m_size && earlier.allocated > 0;
    // Shortened first: where the source has a hole, nothing of an earlier copy of another state may remain.
    if ((!m_isContinued && earlier.size > 0 && ::ftruncate(m_target, 0) != 0) || ::ftruncate(m_target, m_size) != 0)
        return fail(m_targetPath);
    for (std::int64_t at = 0; at < m_size;) {
        off_t data = ::lseek(m_source, at, SEEK_DATA);
        if (data < 0 && errno == ENXIO) // nothing but a hole up to the end
            data = m_size;
        else if (data < 0 && errno == EINVAL) // knows no holes
            data = at;
        else if (data < 0)
            return fail(m_sourcePath);
        off_t hole = data < m_size ? ::lseek(m_source, data, SEEK_HOLE) : m_size;
        if (hole <= data)
            hole = m_size;
        m_control.done += std::min<std::int64_t>(data, m_size) - at;
        at = std::min<std::int64_t>(hole, m_size);
        if (auto copied = copyData(data, at); !copied)
            return copied;
    }
    return {};
}

} // namespace

Expected<FileFacts> copyFile(
    const FolderTree& source, const std::string& name, const FolderTree& target, const std::string& copyName,
    MoveControl& control) {
    const auto from = source.openFile(name, O_RDONLY);
    if (!from)
        return std::unexpected(from.error());
    const auto to = target.openFile(copyName, O_RDWR | O_CREAT);
    if (!to)
        return std::unexpected(to.error());
    const FileFacts before = factsOf(from->get());
    const std::int64_t doneBefore = control.done;
    ::posix_fadvise(from->get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    Copy copy(from->get(), to->get(), source.pathOf(name), target.pathOf(copyName), control);
    Expected<void> copied = copy.run(before);
    FileFacts after = factsOf(from->get());
    if (copied && (after.size != before.size || after.modifiedNs != before.modifiedNs))
        copied = failure(ErrorKind::Busy, Operation::MoveFiles, source.pathOf(name), "it changes while it is copied");
    if (!copied) {
        control.done = doneBefore;
        return std::unexpected(copied.error());
    }
    // FAT and some network file systems know no permissions: no reason to stop.
    static_cast<void>(::fchmod(to->get(), mode_t(before.mode & 0777)) == 0);
    const timespec time{before.modifiedNs / 1'000'000'000, before.modifiedNs % 1'000'000'000};
    const timespec times[2]{{0, UTIME_NOW}, time};
    ::futimens(to->get(), times);
    // Data was synced as it came; the size of a file that is one hole, and the time, go with the names of the folder.
    if (before.allocated == 0 && ::fsync(to->get()) != 0)
        return std::unexpected(
            systemError({errno, std::generic_category()}, Operation::MoveFiles, target.pathOf(copyName)));
    FileFacts facts = before;
    facts.device = factsOf(to->get()).device;
    return facts;
}

} // namespace essaim::engine
