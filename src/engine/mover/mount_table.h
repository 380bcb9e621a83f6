// The mounted file systems, as the kernel lists them. Private to the engine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace essaim::engine {

struct Mount {
    std::string point;  ///< absolute path
    std::string type;   ///< "ext4", "nfs4"
    std::string source; ///< device, or what stands for it
    std::uint64_t device = 0;
    int id = 0; ///< another one each time that something is mounted, though numbers come again
    bool isReadOnly = false;
};

/// A value. Reading the list never waits for a disk, nor for one that is gone.
class MountTable {
public:
    /// Of this process; empty where there is no /proc.
    [[nodiscard]] static MountTable read();
    [[nodiscard]] static MountTable parse(const std::string& mountinfo);

    /// What is mounted at, or nearest above, this absolute path; of several at one place the last.
    [[nodiscard]] const Mount* of(const std::string& path) const;
    [[nodiscard]] const Mount* at(const std::string& point) const;
    [[nodiscard]] std::string pointOf(const std::string& path) const {
        const Mount* mount = of(path);
        return mount ? mount->point : std::string("/");
    }

private:
    std::vector<Mount> m_mounts;
};

} // namespace essaim::engine
