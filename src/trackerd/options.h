// What the headless tracker was told to do, by its command line and its configuration file.
#pragma once

#include "core/error.h"
#include "tracker/tracker.h"
#include "tracker/tracker_config.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace essaim::trackerd {

struct Options {
    tracker::TrackerConfig config;
    std::vector<tracker::HostedTorrent> torrents; ///< to be hosted besides those in the database
};

/// Values as they were written on the command line; what is empty was not given.
struct CommandLine {
    std::vector<std::string> http;
    std::vector<std::string> udp;
    std::optional<std::string> access;
    std::optional<std::string> data;
    std::optional<int> threads;
    std::optional<std::string> configFile;
    bool checkConfig = false;         ///< only say whether all of it is understood
    std::vector<std::string> command; ///< see commands.h; empty = serve
};

/// One line in English for the person at the terminal. Never holds a passkey.
using OptionError = std::string;

/// Values from the file, overridden by those of the command line. Without any address the tracker listens on port
/// 6969 of every address, HTTP and UDP.
[[nodiscard]] std::expected<Options, OptionError> makeOptions(const CommandLine& commandLine);

/// Each takes one value as it was written; `where` names the option or key in the error.
[[nodiscard]] std::expected<Endpoint, OptionError> parseAddress(std::string_view text, std::string_view where);
[[nodiscard]] std::expected<tracker::AccessMode, OptionError>
parseAccess(std::string_view text, std::string_view where);
[[nodiscard]] std::expected<unsigned, OptionError> parseThreads(std::int64_t value, std::string_view where);
/// One or two hashes of one torrent: 40 (v1) or 64 (v2) hexadecimal digits.
[[nodiscard]] std::expected<InfoHash, OptionError> parseInfoHash(const std::vector<std::string>& hashes);
[[nodiscard]] std::filesystem::path databaseIn(const std::filesystem::path& dataFolder);

} // namespace essaim::trackerd
