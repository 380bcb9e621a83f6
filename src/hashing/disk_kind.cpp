#include "hashing/disk_kind.h"

#include <fstream>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace essaim::hashing {

bool turns(std::uint64_t device) {
    const std::string block = "/sys/dev/block/" + std::to_string(major(device)) + ':' + std::to_string(minor(device));
    // A partition has no queue of its own: that of its disk stands one folder higher.
    for (const char* queue : {"/queue/rotational", "/../queue/rotational"}) {
        std::ifstream file(block + queue);
        if (char answer = 0; file.get(answer))
            return answer == '1';
    }
    return false;
}

std::uint64_t deviceOf(const std::string& path) {
    struct stat status{};
    return ::stat(path.c_str(), &status) == 0 ? std::uint64_t{status.st_dev} : 0;
}

} // namespace essaim::hashing
