#include "app/open_files.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace essaim::app {
namespace {

/// In the child, where nothing may be allocated. What the child needs itself until it becomes another program stays
/// open.
void markAllForClosing() {
    constexpr unsigned kFirst = STDERR_FILENO + 1;
    if (::close_range(kFirst, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    rlimit limit{}; // a kernel before 5.11
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    for (int file = int(kFirst); rlim_t(file) < limit.rlim_cur; ++file)
        ::fcntl(file, F_SETFD, FD_CLOEXEC);
}

} // namespace

void raiseOpenFileLimit() {
    constexpr rlim_t kWanted = 16'384;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kWanted)
        return;
    limit.rlim_cur = std::min(kWanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit); // refused: everything works with less
}

void keepFilesFromChildren() {
    ::pthread_atfork(nullptr, nullptr, markAllForClosing); // without memory for it: as it would be without
}

} // namespace essaim::app
