#include "trackerd/commands.h"

#include "trackerd/control_client.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace essaim::trackerd {

namespace {

using Output = std::expected<std::string, OptionError>;

constexpr std::string_view kBadCommand = "this command is not known; see essaim-tracker --help";

std::unexpected<OptionError> failed(const Error& error) {
    return std::unexpected(describe(error));
}

/// The words behind the first two that are no options.
std::vector<std::string> plainWords(const Command& command) {
    std::vector<std::string> words;
    for (std::size_t i = 2; i < command.size(); ++i) {
        if (command[i] == "--name" || command[i] == "--reason")
            ++i;
        else if (!command[i].starts_with("--"))
            words.push_back(command[i]);
    }
    return words;
}

std::string optionOf(const Command& command, std::string_view name) {
    const auto found = std::ranges::find(command, name);
    return found == command.end() || std::next(found) == command.end() ? std::string() : *std::next(found);
}

std::string when(std::int64_t unixSeconds) {
    return unixSeconds == 0 ? std::string("never") : fmt::format("{:%Y-%m-%d %H:%M}", fmt::gmtime(unixSeconds));
}

std::string listFriends(const tracker::TrackerSnapshot& snapshot) {
    if (snapshot.friends.empty())
        return "There are no friends yet: essaim-tracker friend add NAME\n";
    auto text = fmt::format(
        "{:<24} {:<10} {:>16} {:>16} {:>10} {:<17}\n", "name", "state", "uploaded", "downloaded", "seed hours",
        "last seen (UTC)");
    for (const auto& one : snapshot.friends) {
        const auto* state = one.revokedAt ? "revoked" : one.seedOnly ? "seeds only" : "active";
        text += fmt::format(
            "{:<24} {:<10} {:>16} {:>16} {:>10} {:<17}\n", one.name, state, one.uploaded, one.downloaded,
            one.seedSeconds / 3600, when(one.lastSeen));
    }
    return text;
}

std::string listTorrents(const tracker::TrackerSnapshot& snapshot) {
    if (snapshot.hosted.empty())
        return "There are no torrents yet: essaim-tracker torrent add HASH\n";
    auto text = fmt::format("{:<40} {:>7} {:>8} {:>9}  {}\n", "info-hash", "seeds", "leechers", "completed", "name");
    for (const auto& one : snapshot.hosted)
        text += fmt::format(
            "{:<40} {:>7} {:>8} {:>9}  {}\n", one.torrent.infoHash.id().toHex(), one.seeds, one.leechers, one.completed,
            one.torrent.name);
    return text;
}

Output friendCommand(tracker::Tracker& tracker, const Command& command) {
    const auto& verb = command[1];
    if (verb == "list")
        return listFriends(tracker.snapshot());
    const auto words = plainWords(command);
    if (words.size() != 1)
        return std::unexpected(std::string(kBadCommand));
    if (verb == "add") {
        const bool seedOnly = std::ranges::find(command, "--seed-only") != command.end();
        const auto passkey = tracker.addFriend(words[0], seedOnly);
        return passkey ? Output(*passkey + "\n") : failed(passkey.error());
    }
    if (verb == "renew") {
        const auto passkey = tracker.renewFriend(words[0]);
        return passkey ? Output(*passkey + "\n") : failed(passkey.error());
    }
    if (verb != "revoke")
        return std::unexpected(std::string(kBadCommand));
    const auto revoked = tracker.revokeFriend(words[0]);
    return revoked ? Output(fmt::format("{} may no more\n", words[0])) : failed(revoked.error());
}

std::expected<TorrentId, OptionError> torrentIdOf(const std::string& text) {
    const auto infoHash = parseInfoHash({text});
    return infoHash ? std::expected<TorrentId, OptionError>(infoHash->id()) : std::unexpected(infoHash.error());
}

Output torrentCommand(tracker::Tracker& tracker, const Command& command) {
    const auto& verb = command[1];
    if (verb == "list")
        return listTorrents(tracker.snapshot());
    const auto words = plainWords(command);
    if (words.empty())
        return std::unexpected(std::string(kBadCommand));
    if (verb == "add") {
        const auto infoHash = parseInfoHash(words);
        if (!infoHash)
            return std::unexpected(infoHash.error());
        tracker::HostedTorrent torrent;
        torrent.infoHash = *infoHash;
        torrent.name = optionOf(command, "--name");
        const auto admitted = tracker.admit(torrent);
        return admitted ? Output(fmt::format("{} is hosted\n", infoHash->id().toHex())) : failed(admitted.error());
    }
    const auto id = torrentIdOf(words[0]);
    if (verb != "remove" || !id)
        return std::unexpected(id ? std::string(kBadCommand) : id.error());
    const auto withdrawn = tracker.withdraw(*id, optionOf(command, "--reason"));
    return withdrawn ? Output(fmt::format("{} is not hosted\n", id->toHex())) : failed(withdrawn.error());
}

/// Without a tracker that runs: one without sockets, for a moment.
Output runOffline(const Options& options, const Command& command) {
    auto config = options.config;
    config.http.clear();
    config.udp.clear();
    config.https.clear();
    config.metrics.clear();
    config.friendsAreComplete = false; // the file that names them may not have been given
    const auto tracker = tracker::Tracker::start(config);
    return tracker ? runCommand(**tracker, command) : failed(tracker.error());
}

} // namespace

Output runCommand(tracker::Tracker& tracker, const Command& command) {
    if (command.size() >= 2 && command[0] == "friend")
        return friendCommand(tracker, command);
    if (command.size() >= 2 && command[0] == "torrent")
        return torrentCommand(tracker, command);
    return std::unexpected(std::string(kBadCommand));
}

int runFromTerminal(const Options& options, const Command& command) {
    if (options.config.database.empty()) {
        fmt::print(stderr, "essaim-tracker: which tracker? Say --data DIR, or --config FILE with a data folder\n");
        return 2;
    }
    auto output = askRunning(controlSocketIn(options.config.database.parent_path()), command);
    if (!output)
        output = runOffline(options, command);
    if (!*output) {
        fmt::print(stderr, "essaim-tracker: {}\n", output->error());
        return 1;
    }
    fmt::print("{}", **output);
    return 0;
}

} // namespace essaim::trackerd
