#include "trackerd/daemon.h"

#include "trackerd/commands.h"
#include "trackerd/control_client.h"
#include "trackerd/control_server.h"
#include "trackerd/log.h"

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <span>

namespace essaim::trackerd {

namespace {

/// Keeps the signals that steer the program from every thread, so that wait() gets them whenever they come.
class Signals {
public:
    Signals() {
        sigemptyset(&m_set);
        sigaddset(&m_set, SIGTERM);
        sigaddset(&m_set, SIGINT);
        sigaddset(&m_set, SIGHUP);
        pthread_sigmask(SIG_BLOCK, &m_set, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    [[nodiscard]] int wait() const {
        int signal = 0;
        sigwait(&m_set, &signal);
        return signal;
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

/// A connection is a descriptor, and the usual bound of 1,024 is less than a tracker may hold.
void raiseDescriptorLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// Takes in the torrents that the file names now, and lets go those that it named before.
Expected<void> updateTorrents(tracker::Tracker& tracker, const Options& before, const Options& now) {
    for (const auto& torrent : now.torrents) {
        if (auto admitted = tracker.admit(torrent); !admitted)
            return admitted;
    }
    for (const auto& torrent : before.torrents) {
        const auto stays = [&](const tracker::HostedTorrent& other) {
            return other.infoHash.id() == torrent.infoHash.id();
        };
        if (std::ranges::any_of(now.torrents, stays))
            continue;
        if (auto withdrawn = tracker.withdraw(torrent.infoHash.id()); !withdrawn)
            return withdrawn;
    }
    return {};
}

/// What needs a new process, if the new configuration differs there.
std::string_view needsRestart(const tracker::TrackerConfig& before, const tracker::TrackerConfig& now) {
    if (before.http != now.http || before.udp != now.udp || before.https != now.https || before.metrics != now.metrics)
        return "the addresses to listen on";
    if (before.threads != now.threads)
        return "the number of threads";
    return before.database != now.database ? "the data folder" : "";
}

void reload(tracker::Tracker& tracker, const CommandLine& commandLine, Options& current) {
    auto read = makeOptions(commandLine);
    if (!read)
        return logLine(fmt::format("configuration not taken, the old one stays: {}", read.error()));
    if (const auto what = needsRestart(current.config, read->config); !what.empty())
        logLine(fmt::format("a change of {} takes a restart", what));
    if (const auto applied = tracker.apply(read->config); !applied)
        return logLine(fmt::format("configuration not taken, the old one stays: {}", describe(applied.error())));
    if (const auto updated = updateTorrents(tracker, current, *read); !updated)
        logLine(fmt::format("torrents of the configuration: {}", describe(updated.error())));
    current = std::move(*read);
    logLine("configuration reloaded");
}

/// What an operator should know after a start.
void logStart(const tracker::Tracker& tracker) {
    const auto snapshot = tracker.snapshot();
    for (const auto& problem : snapshot.problems)
        logLine(problem);
    if (const auto& repair = snapshot.repair)
        logLine(fmt::format(
            "the database was damaged and has been mended; {}; {} friends (paused) and {} torrents came from a backup; "
            "the damaged one is kept in {}",
            repair->isWhole ? "nothing is missing" : "look whether something is missing", repair->friendsFromBackup,
            repair->torrentsFromBackup, repair->movedAside.string()));
    if (snapshot.restoredPeers > 0)
        logLine(fmt::format("{} peers of the time before the start are back", snapshot.restoredPeers));
}

/// What was done, without what it said: that may hold a key.
std::string logged(const Command& command, bool succeeded) {
    std::string text = "command";
    for (const auto& word : command)
        text += fmt::format(" {}", word.substr(0, 100));
    return text + (succeeded ? ": done" : ": failed");
}

std::unique_ptr<ControlServer> listenForCommands(tracker::Tracker& tracker, const Options& options) {
    if (options.config.database.empty())
        return nullptr;
    auto server = ControlServer::start(
        controlSocketIn(options.config.database.parent_path()), [&tracker](const Command& command) {
            auto output = runCommand(tracker, command);
            if (command.size() < 2 || command[1] != "list")
                logLine(logged(command, output.has_value()));
            return output;
        });
    if (server)
        return std::move(*server);
    logLine(fmt::format("commands only work while the tracker is stopped: {}", server.error()));
    return nullptr;
}

} // namespace

int serve(const CommandLine& commandLine, const Options& options) {
    const Signals signals;
    raiseDescriptorLimit();
    Options current = options;
    const auto tracker = tracker::Tracker::start(current.config);
    if (!tracker)
        return fail(tracker.error());
    if (const auto updated = updateTorrents(**tracker, {}, current); !updated)
        return fail(updated.error());
    logStart(**tracker);
    const auto control = listenForCommands(**tracker, current);
    const auto addresses = (*tracker)->listenAddresses();
    fmt::print("ready http={} udp={}", listed(addresses.http), listed(addresses.udp));
    if (!addresses.https.empty())
        fmt::print(" https={}", listed(addresses.https));
    if (!addresses.metrics.empty())
        fmt::print(" metrics={}", listed(addresses.metrics));
    fmt::print("\n");
    std::fflush(stdout);
    while (signals.wait() == SIGHUP)
        reload(**tracker, commandLine, current);
    return 0;
}

} // namespace essaim::trackerd
