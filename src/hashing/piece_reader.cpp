#include "hashing/piece_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace essaim::hashing {
namespace {

constexpr std::int64_t kAskAhead = 2 * 1024 * 1024;

} // namespace

void PieceReader::begin(const HashJob& job, const PieceMap& pieces, std::size_t piece) {
    m_job = &job;
    m_left = pieces.bytesOf(piece);
    const HashSegment first = pieces.segmentsOf(piece).front();
    if (first.file != m_file)
        close();
    m_file = first.file;
    m_offset = first.offset;
}

void PieceReader::close() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

std::unexpected<Error> PieceReader::systemFailure() const {
    const std::error_code code(errno, std::system_category());
    return std::unexpected(systemError(code, Operation::ReadFile, m_job->files[m_file].path));
}

Expected<void> PieceReader::open() {
    m_descriptor = ::open(m_job->files[m_file].path.c_str(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0)
        return systemFailure();
    m_isCold = false;
    m_askedUntil = m_offset;
    const HashFile& file = m_job->files[m_file];
    struct stat status{};
    if (file.identity != nullptr && (::fstat(m_descriptor, &status) != 0 || FileIdentity::of(status) != *file.identity))
        return failure(ErrorKind::Busy, Operation::ReadFile, file.path, "the file changed while it was being read");
    return {};
}

Expected<void> PieceReader::readExtents(std::span<std::uint8_t> buffer) {
    const HashFile& file = m_job->files[m_file];
    std::int64_t offset = m_offset;
    while (!buffer.empty()) {
        const auto after = std::ranges::upper_bound(file.extents, offset, {}, &HashExtent::offset);
        const auto extent = after == file.extents.begin() ? file.extents.end() : after - 1;
        const std::int64_t left = extent == file.extents.end() ? 0 : extent->offset + extent->length - offset;
        if (left <= 0)
            return failure(ErrorKind::NotFound, Operation::ReadFile, file.path, "this part of the file is not there");
        const auto part = buffer.first(std::size_t(std::min(std::int64_t(buffer.size()), left)));
        if (auto done = readSome(part, extent->place + offset - extent->offset); !done)
            return done;
        offset += std::int64_t(part.size());
        buffer = buffer.subspan(part.size());
    }
    return {};
}

Expected<void> PieceReader::read(std::span<std::uint8_t> buffer) {
    m_left -= std::int64_t(buffer.size());
    while (!buffer.empty()) {
        const HashFile& file = m_job->files[m_file];
        if (m_offset >= file.size) {
            close();
            ++m_file;
            m_offset = 0;
            continue;
        }
        const auto part = buffer.first(std::size_t(std::min(std::int64_t(buffer.size()), file.size - m_offset)));
        if (file.path.empty())
            std::ranges::fill(part, std::uint8_t{0});
        else if (auto done = file.extents.empty() ? readSome(part, m_offset) : readExtents(part); !done)
            return done;
        m_offset += std::int64_t(part.size());
        buffer = buffer.subspan(part.size());
    }
    return {};
}

bool PieceReader::isCached(std::int64_t place, std::size_t size) const {
    std::uint8_t byte = 0;
    const iovec part{&byte, 1};
    return ::preadv2(m_descriptor, &part, 1, place, RWF_NOWAIT) == 1 &&
           ::preadv2(m_descriptor, &part, 1, place + std::int64_t(size) - 1, RWF_NOWAIT) == 1;
}

Expected<void> PieceReader::readSome(std::span<std::uint8_t> buffer, std::int64_t place) {
    if (m_descriptor < 0) {
        if (auto opened = open(); !opened)
            return opened;
    }
    if (m_skipsCached && isCached(place, buffer.size()))
        return {};
    while (!buffer.empty()) {
        iovec part{buffer.data(), buffer.size()};
        // What lies in the page cache is taken from there; what does not is worth asking for ahead.
        ssize_t count = m_isCold || !m_canPeek ? -1 : ::preadv2(m_descriptor, &part, 1, place, RWF_NOWAIT);
        if (count <= 0) {
            if (!m_isCold && m_canPeek && count < 0) {
                m_isCold = errno == EAGAIN;
                m_canPeek = errno != EOPNOTSUPP;
            }
            if (m_isCold && place + kAskAhead / 2 > m_askedUntil) {
                ::posix_fadvise(m_descriptor, m_askedUntil, kAskAhead, POSIX_FADV_WILLNEED);
                m_askedUntil += kAskAhead;
            }
            count = ::pread(m_descriptor, buffer.data(), buffer.size(), place);
        }
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemFailure();
        if (count == 0)
            return failure(
                ErrorKind::Busy, Operation::ReadFile, m_job->files[m_file].path, "the file is shorter than it was");
        place += count;
        buffer = buffer.subspan(std::size_t(count));
    }
    return {};
}

} // namespace essaim::hashing
