#include "storage/reserve.h"

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace essaim::storage {

namespace {

/// On a small or crowded disk: at most this part of it, and nothing below a few pages of the database.
constexpr std::uintmax_t kSmallestShare = 16;
constexpr std::uintmax_t kWorthMaking = std::uintmax_t{64} * 1024;

} // namespace

std::uintmax_t Reserve::possibleSize() const {
    struct statvfs volume{};
    if (::statvfs(m_file.parent_path().c_str(), &volume) != 0)
        return 0;
    const std::uintmax_t free = std::uintmax_t{volume.f_bavail} * volume.f_frsize;
    if (free > m_enoughFree)
        return m_size;
    const std::uintmax_t share = std::uintmax_t{volume.f_blocks} * volume.f_frsize / kSmallestShare;
    const std::uintmax_t size = std::min({m_size, share, free - free / 8});
    return size < kWorthMaking ? 0 : size;
}

void Reserve::fill() const {
    const std::uintmax_t size = possibleSize();
    struct stat there{};
    const bool isThere = ::lstat(m_file.c_str(), &there) == 0;
    if (size == 0 || (isThere && static_cast<std::uintmax_t>(there.st_blocks) * 512 >= size))
        return;
    const int descriptor = ::open(m_file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return;
    const bool isMade = ::posix_fallocate(descriptor, 0, static_cast<off_t>(size)) == 0;
    ::close(descriptor);
    if (!isMade && !isThere)
        ::unlink(m_file.c_str());
}

bool Reserve::release() const {
    return ::unlink(m_file.c_str()) == 0;
}

} // namespace essaim::storage
