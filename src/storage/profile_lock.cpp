#include "storage/profile_lock.h"

#include <fmt/format.h>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace essaim::storage {

Expected<std::unique_ptr<ProfileLock>> ProfileLock::take(const std::filesystem::path& folder) {
    const auto file = folder / "LOCK";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        if (errno == ENOSPC || errno == EDQUOT) // no room for a name: the list can still be read and made smaller
            return std::unique_ptr<ProfileLock>(new ProfileLock(-1));
        return std::unexpected(systemError({errno, std::generic_category()}, Operation::OpenStore, file.string()));
    }
    std::unique_ptr<ProfileLock> lock(new ProfileLock(descriptor));
    struct flock whole{};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (::fcntl(descriptor, F_OFD_SETLK, &whole) != 0 && (errno == EAGAIN || errno == EACCES))
        return failure(ErrorKind::Busy, Operation::OpenStore, folder.string());
    const auto text = fmt::format("{}\n", ::getpid());
    if (::ftruncate(descriptor, 0) == 0)
        (void)!::pwrite(descriptor, text.data(), text.size(), 0);
    return lock;
}

ProfileLock::~ProfileLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace essaim::storage
