#include "hashing/patience.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace essaim::hashing {

void makeThisThreadPatient() {
    constexpr int kThread = 1;     // IOPRIO_WHO_PROCESS; 0 = the calling thread
    constexpr int kIdle = 3 << 13; // IOPRIO_CLASS_IDLE
    constexpr int kNicest = 19;
    ::syscall(SYS_ioprio_set, kThread, 0, kIdle);
    ::setpriority(PRIO_PROCESS, id_t(::syscall(SYS_gettid)), kNicest);
}

} // namespace essaim::hashing
