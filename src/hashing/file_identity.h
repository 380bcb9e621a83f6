// Which state of which file was seen: what tells that a file is still the one that was hashed.
#pragma once

#include <cstdint>

struct stat;

namespace essaim::hashing {

/// Equal identities mean equal content, unless somebody sets back the clock or writes through a memory map without
/// letting go of it.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modifiedNs = 0; ///< since 1970
    std::int64_t changedNs = 0;  ///< of the inode; programs cannot set it

    bool operator==(const FileIdentity&) const = default;

    [[nodiscard]] static FileIdentity of(const struct stat& status);
};

} // namespace essaim::hashing
