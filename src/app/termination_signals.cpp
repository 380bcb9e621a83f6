#include "app/termination_signals.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace essaim::app {

namespace {

/// SIGHUP: the terminal that the program was started from is closed.
constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP};

// A signal handler may do little more than write to a pipe.
int s_pipe[2] = {-1, -1};

void handle(int) {
    const int interrupted = errno; // of whatever the signal came in between
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(s_pipe[1], &byte, 1);
    errno = interrupted;
}

} // namespace

TerminationSignals::TerminationSignals(QObject* parent)
    : QObject(parent) {
    if (::pipe2(s_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(s_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(s_pipe[0], &byte, 1) == 1) {
        }
        Q_EMIT requested();
    });
    for (const int number : kSignals) {
        if (std::signal(number, handle) == SIG_IGN) // nohup
            std::signal(number, SIG_IGN);
    }
}

TerminationSignals::~TerminationSignals() {
    for (const int number : kSignals)
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    ::close(s_pipe[0]);
    ::close(s_pipe[1]);
}

} // namespace essaim::app
