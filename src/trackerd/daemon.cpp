#include "trackerd/daemon.h"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <span>

namespace essaim::trackerd {

namespace {

/// Keeps the signals that end the program from every thread, so that wait() gets them whenever they come.
class EndSignals {
public:
    EndSignals() {
        sigemptyset(&m_set);
        sigaddset(&m_set, SIGTERM);
        sigaddset(&m_set, SIGINT);
        pthread_sigmask(SIG_BLOCK, &m_set, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void wait() const {
        int signal = 0;
        sigwait(&m_set, &signal);
    }

private:
    sigset_t m_set;
};

std::string listed(std::span<const Endpoint> endpoints) {
    std::string text;
    for (const auto& endpoint : endpoints)
        text += (text.empty() ? "" : ",") + endpoint.toString();
    return text;
}

int fail(const Error& error) {
    fmt::print(stderr, "essaim-tracker: {}\n", describe(error));
    return 1;
}

} // namespace

int serve(const Options& options) {
    const EndSignals signals;
    const auto tracker = tracker::Tracker::start(options.config);
    if (!tracker)
        return fail(tracker.error());
    for (const auto& torrent : options.torrents) {
        if (const auto admitted = (*tracker)->admit(torrent); !admitted)
            return fail(admitted.error());
    }
    const auto addresses = (*tracker)->listenAddresses();
    fmt::print("ready http={} udp={}\n", listed(addresses.http), listed(addresses.udp));
    std::fflush(stdout);
    signals.wait();
    return 0;
}

} // namespace essaim::trackerd
