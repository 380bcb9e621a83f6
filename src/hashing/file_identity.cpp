#include "hashing/file_identity.h"

#include <sys/stat.h>

namespace essaim::hashing {
namespace {

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

} // namespace

FileIdentity FileIdentity::of(const struct stat& status) {
    return {
        std::uint64_t{status.st_dev}, std::uint64_t{status.st_ino}, std::int64_t{status.st_size},
        nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

} // namespace essaim::hashing
