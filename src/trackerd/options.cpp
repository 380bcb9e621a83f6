#include "trackerd/options.h"

#include "trackerd/config_file.h"

#include <fmt/format.h>

#include <sys/socket.h>
#include <unistd.h>

namespace essaim::trackerd {

namespace {

using tracker::AccessMode;

constexpr std::uint16_t kDefaultPort = 6969;
constexpr std::int64_t kMostThreads = 256;

std::expected<void, OptionError>
readAddresses(const std::vector<std::string>& texts, std::string_view where, std::vector<Endpoint>& out) {
    if (texts.empty())
        return {};
    out.clear();
    for (const auto& text : texts) {
        const auto address = parseAddress(text, where);
        if (!address)
            return std::unexpected(address.error());
        out.push_back(*address);
    }
    return {};
}

std::expected<void, OptionError> overlay(const CommandLine& commandLine, tracker::TrackerConfig& config) {
    if (const auto read = readAddresses(commandLine.http, "--http", config.http); !read)
        return read;
    if (const auto read = readAddresses(commandLine.udp, "--udp", config.udp); !read)
        return read;
    if (commandLine.access) {
        const auto access = parseAccess(*commandLine.access, "--access");
        if (!access)
            return std::unexpected(access.error());
        config.access = *access;
    }
    if (commandLine.threads) {
        const auto threads = parseThreads(*commandLine.threads, "--threads");
        if (!threads)
            return std::unexpected(threads.error());
        config.threads = *threads;
    }
    if (commandLine.data && commandLine.data->empty())
        return std::unexpected("--data is empty; without it nothing is kept");
    if (commandLine.data)
        config.database = databaseIn(*commandLine.data);
    return {};
}

/// Of both families, where the system has both.
std::vector<Endpoint> everyAddress() {
    std::vector<Endpoint> result{{IpAddress(), kDefaultPort}};
    const int probe = ::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (probe >= 0) {
        ::close(probe);
        result.push_back({IpAddress::v6({}), kDefaultPort});
    }
    return result;
}

} // namespace

std::expected<Options, OptionError> makeOptions(const CommandLine& commandLine) {
    Options options;
    if (commandLine.configFile) {
        auto read = readConfigFile(*commandLine.configFile);
        if (!read)
            return read;
        options = std::move(*read);
    }
    if (const auto overlaid = overlay(commandLine, options.config); !overlaid)
        return std::unexpected(overlaid.error());
    if (options.config.http.empty() && options.config.udp.empty() && options.config.https.empty()) {
        options.config.http = everyAddress();
        options.config.udp = everyAddress();
    }
    return options;
}

std::expected<Endpoint, OptionError> parseAddress(std::string_view text, std::string_view where) {
    if (const auto endpoint = Endpoint::parse(text))
        return *endpoint;
    return std::unexpected(
        fmt::format("{}: \"{}\" is not an address and port such as 0.0.0.0:6969 or [::]:6969", where, text));
}

std::expected<AccessMode, OptionError> parseAccess(std::string_view text, std::string_view where) {
    if (text == "open")
        return AccessMode::Open;
    if (text == "hosted")
        return AccessMode::Hosted;
    if (text == "friends")
        return AccessMode::Friends;
    return std::unexpected(fmt::format("{}: \"{}\" is none of open, hosted, friends", where, text));
}

std::expected<unsigned, OptionError> parseThreads(std::int64_t value, std::string_view where) {
    if (value < 1 || value > kMostThreads)
        return std::unexpected(fmt::format("{}: {} is not a number from 1 to {}", where, value, kMostThreads));
    return static_cast<unsigned>(value);
}

std::expected<InfoHash, OptionError> parseInfoHash(const std::vector<std::string>& hashes) {
    InfoHash result;
    for (const auto& text : hashes) {
        const auto v1 = Sha1Hash::fromHex(text);
        const auto v2 = Sha256Hash::fromHex(text);
        if ((v1 && result.v1) || (v2 && result.v2))
            return std::unexpected("info_hash: a torrent has one hash of 40 digits, one of 64, or one of each");
        if (v1)
            result.v1 = *v1;
        else if (v2)
            result.v2 = *v2;
        else
            return std::unexpected(fmt::format("info_hash \"{}\" must be 40 or 64 hexadecimal digits", text));
    }
    if (!result.isValid())
        return std::unexpected("info_hash is needed");
    return result;
}

std::filesystem::path databaseIn(const std::filesystem::path& dataFolder) {
    return std::filesystem::absolute(dataFolder) / "tracker.db";
}

} // namespace essaim::trackerd
