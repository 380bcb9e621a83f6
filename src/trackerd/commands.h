// What an operator changes: friends and torrents, while the tracker runs or not.
#pragma once

#include "tracker/tracker.h"
#include "trackerd/options.h"

#include <string>
#include <vector>

namespace essaim::trackerd {

/// The words of one command, such as {"friend", "add", "Ben", "--seed-only"}.
using Command = std::vector<std::string>;

/// Does it; what to print, with a line end. Commands: friend add NAME [--seed-only], friend list, friend renew NAME,
/// friend revoke NAME, torrent add HASH [HASH] [--name NAME], torrent list, torrent remove HASH [--reason TEXT].
/// Names and hashes have been checked for presence by the command line. A key stands in the output of `friend add` and
/// `friend renew` only.
[[nodiscard]] std::expected<std::string, OptionError> runCommand(tracker::Tracker& tracker, const Command& command);

/// Asks the tracker that runs on the database, or opens it; prints the outcome. Returns the exit status.
[[nodiscard]] int runFromTerminal(const Options& options, const Command& command);

} // namespace essaim::trackerd
