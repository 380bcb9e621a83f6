#include "app/open_files.h"

#include <sys/resource.h>

#include <algorithm>

namespace essaim::app {

void raiseOpenFileLimit() {
    constexpr rlim_t kWanted = 16'384;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kWanted)
        return;
    limit.rlim_cur = std::min(kWanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit); // refused: everything works with less
}

} // namespace essaim::app
