#include "trackerd/config_file.h"

#include "trackerd/config_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace essaim::trackerd {

namespace {

constexpr std::int64_t kLongestInterval = 4 * 3600;
constexpr std::int64_t kLongestTimeout = 9 * 3600;

Read readAccess(std::string_view key, const toml::node& node, Options& options) {
    return readText(key, node, [&](const std::string& text) -> Read {
        const auto access = parseAccess(text, key);
        if (!access)
            return std::unexpected(access.error());
        options.config.access = *access;
        return {};
    });
}

Read readThreads(std::string_view key, const toml::node& node, Options& options) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value)
        return wrong(key, "must be a number");
    const auto threads = parseThreads(*value, key);
    if (!threads)
        return std::unexpected(threads.error());
    options.config.threads = *threads;
    return {};
}

Read readExternalAddress(std::string_view key, const toml::node& node, Options& options) {
    return readText(key, node, [&](const std::string& text) -> Read {
        const auto address = IpAddress::parse(text);
        if (!address)
            return wrong(key, fmt::format("\"{}\" is not an address", text));
        if (!address->isGlobal() && !address->isPrivate())
            return wrong(key, fmt::format("nobody outside reaches \"{}\"", text));
        options.config.externalAddress = *address;
        return {};
    });
}

Read readProxyHeader(std::string_view key, const toml::node& node, Options& options) {
    return readText(key, node, [&](const std::string& text) -> Read {
        if (text != "X-Forwarded-For" && text != "Forwarded")
            return wrong(key, fmt::format("\"{}\" is neither X-Forwarded-For nor Forwarded", text));
        using tracker::ProxyHeader;
        options.config.proxyHeader = text == "Forwarded" ? ProxyHeader::Forwarded : ProxyHeader::XForwardedFor;
        return {};
    });
}

Read readPath(std::string_view key, const toml::node& node, std::filesystem::path& out) {
    return readText(key, node, [&](const std::string& text) -> Read {
        if (text.empty())
            return wrong(key, "is empty");
        out = std::filesystem::absolute(text);
        return {};
    });
}

/// One key of the file and what reads it.
struct Key {
    std::string_view name;
    Read (*read)(std::string_view key, const toml::node& node, Options& options);
};

constexpr Key kKeys[] = {
    {"http", [](auto key, auto& node, Options& o) { return readAddresses(key, node, o.config.http); }},
    {"udp", [](auto key, auto& node, Options& o) { return readAddresses(key, node, o.config.udp); }},
    {"https", [](auto key, auto& node, Options& o) { return readAddresses(key, node, o.config.https); }},
    {"certificate", [](auto key, auto& node, Options& o) { return readPath(key, node, o.config.certificate); }},
    {"private_key", [](auto key, auto& node, Options& o) { return readPath(key, node, o.config.privateKey); }},
    {"metrics", [](auto key, auto& node, Options& o) { return readAddresses(key, node, o.config.metrics); }},
    {"access", readAccess},
    {"data",
     [](auto key, auto& node, Options& o) {
         return readText(key, node, [&o](const std::string& text) -> Read {
             if (text.empty())
                 return wrong("data", "is empty; without it nothing is kept");
             o.config.database = databaseIn(text);
             return {};
         });
     }},
    {"threads", readThreads},
    {"interval",
     [](auto key, auto& node, Options& o) { return readSeconds(key, node, 1, kLongestInterval, o.config.interval); }},
    {"min_interval", [](auto key, auto& node,
                        Options& o) { return readSeconds(key, node, 1, kLongestInterval, o.config.minInterval); }},
    {"peer_timeout",
     [](auto key, auto& node, Options& o) { return readSeconds(key, node, 1, kLongestTimeout, o.config.peerTimeout); }},
    {"numwant",
     [](auto key, auto& node, Options& o) { return readNumber(key, node, 0, 1000, o.config.defaultNumWant); }},
    {"max_numwant",
     [](auto key, auto& node, Options& o) { return readNumber(key, node, 0, 1000, o.config.maxNumWant); }},
    {"max_torrents",
     [](auto key, auto& node, Options& o) { return readNumber(key, node, 1, 1'000'000'000, o.config.maxSwarms); }},
    {"max_peers",
     [](auto key, auto& node, Options& o) { return readNumber(key, node, 1, 4'000'000'000, o.config.maxPeers); }},
    {"external_address", readExternalAddress},
    {"trusted_proxies",
     [](auto key, auto& node, Options& o) { return readRanges(key, node, o.config.trustedProxies); }},
    {"proxy_header", readProxyHeader},
    {"trusted_announcers",
     [](auto key, auto& node, Options& o) { return readRanges(key, node, o.config.trustedAnnouncers); }},
    {"connection_id_lifetime",
     [](auto key, auto& node, Options& o) { return readSeconds(key, node, 60, 600, o.config.connectionIdLifetime); }},
    {"limits", [](auto, auto& node, Options& o) { return readLimits(node, o); }},
    {"rules", [](auto, auto& node, Options& o) { return readRules(node, o); }},
    {"clients", [](auto, auto& node, Options& o) { return readClients(node, o); }},
    {"blocked", [](auto, auto& node, Options& o) { return readBlocked(node, o); }},
    {"networks", [](auto, auto& node, Options& o) { return readNetworks(node, o); }},
    {"friends", [](auto, auto& node, Options& o) { return readFriends(node, o); }},
    {"torrents", [](auto, auto& node, Options& o) { return readTorrents(node, o); }},
};

Read readKey(std::string_view name, const toml::node& node, Options& options) {
    for (const auto& key : kKeys) {
        if (key.name == name)
            return key.read(name, node, options);
    }
    return std::unexpected(fmt::format("\"{}\" is not a key", name));
}

/// What only makes sense together.
Read checkTogether(const toml::table& table, tracker::TrackerConfig& config) {
    if (!config.https.empty() && (config.certificate.empty() || config.privateKey.empty()))
        return std::unexpected("https needs a certificate and a private_key");
    if (table.contains("min_interval") && config.minInterval > config.interval)
        return std::unexpected("min_interval is longer than interval");
    if (table.contains("numwant") && config.defaultNumWant > config.maxNumWant)
        return std::unexpected("numwant is larger than max_numwant");
    // Peers are given up after they missed one announce; see TrackerConfig::peerTimeout.
    if (!table.contains("peer_timeout"))
        config.peerTimeout = config.interval + config.interval / 2;
    else if (config.peerTimeout < config.interval)
        return std::unexpected("peer_timeout is shorter than interval: every peer would be dropped in between");
    return {};
}

std::expected<toml::table, OptionError> parse(std::string_view text, const std::string& name) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return std::unexpected(fmt::format("{}:{}: {}", name, error.source().begin.line, error.description()));
    }
}

std::expected<Options, OptionError> readWhole(std::string_view text, const std::string& name) {
    const auto table = parse(text, name);
    if (!table)
        return std::unexpected(table.error());
    Options options;
    for (const auto& [key, node] : *table) {
        if (const auto read = readKey(key.str(), node, options); !read)
            return std::unexpected(fmt::format("{}:{}: {}", name, node.source().begin.line, read.error()));
    }
    if (const auto read = checkTogether(*table, options.config); !read)
        return std::unexpected(fmt::format("{}: {}", name, read.error()));
    return options;
}

/// The error quotes what stands in the file, and is one line whatever that is.
OptionError asOneLine(OptionError error) {
    std::ranges::replace_if(error, [](unsigned char c) { return c < ' ' || c == 0x7f; }, '?');
    return error;
}

} // namespace

std::expected<Options, OptionError> readConfig(std::string_view text, const std::string& name) {
    auto options = readWhole(text, name);
    return options ? options : std::unexpected(asOneLine(std::move(options.error())));
}

std::expected<Options, OptionError> readConfigFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored))
        return std::unexpected(fmt::format("cannot read {}: this is a folder", file.string()));
    if (!stream)
        return std::unexpected(fmt::format("cannot read {}: {}", file.string(), std::strerror(errno)));
    return readConfig(text.str(), file.string());
}

} // namespace essaim::trackerd
