#include "storage/reserve.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace essaim::storage {

void Reserve::fill() const {
    struct stat there{};
    if (::lstat(m_file.c_str(), &there) == 0 && static_cast<std::uintmax_t>(there.st_blocks) * 512 >= m_size)
        return;
    struct statvfs volume{};
    if (::statvfs(m_file.parent_path().c_str(), &volume) != 0 ||
        std::uintmax_t{volume.f_bavail} * volume.f_frsize <= m_enoughFree)
        return;
    const int descriptor = ::open(m_file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return;
    const bool isMade = ::posix_fallocate(descriptor, 0, static_cast<off_t>(m_size)) == 0;
    ::close(descriptor);
    if (!isMade)
        ::unlink(m_file.c_str());
}

bool Reserve::release() const {
    return ::unlink(m_file.c_str()) == 0;
}

} // namespace essaim::storage
