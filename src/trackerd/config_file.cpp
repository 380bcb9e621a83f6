#include "trackerd/config_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

namespace essaim::trackerd {

namespace {

using Read = std::expected<void, OptionError>;

std::unexpected<OptionError> wrong(std::string_view key, std::string_view what) {
    return std::unexpected(fmt::format("{}: {}", key, what));
}

/// Calls `use` with a text or with each text of a list.
Read forEachText(std::string_view key, const toml::node& node, const std::function<Read(const std::string&)>& use) {
    if (const auto text = node.value_exact<std::string>())
        return use(*text);
    if (!node.is_array())
        return wrong(key, "must be a text or a list of texts");
    for (const auto& element : *node.as_array()) {
        const auto text = element.value_exact<std::string>();
        if (!text)
            return wrong(key, "must be a text or a list of texts");
        if (auto used = use(*text); !used)
            return used;
    }
    return {};
}

Read readText(std::string_view key, const toml::node& node, const std::function<Read(const std::string&)>& use) {
    const auto text = node.value_exact<std::string>();
    return text ? use(*text) : Read(wrong(key, "must be a text"));
}

Read readAddresses(std::string_view key, const toml::node& node, std::vector<Endpoint>& out) {
    return forEachText(key, node, [&](const std::string& text) -> Read {
        const auto address = parseAddress(text, key);
        if (!address)
            return std::unexpected(address.error());
        out.push_back(*address);
        return {};
    });
}

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

Read readSeconds(std::string_view key, const toml::node& node, std::chrono::seconds& out) {
    constexpr std::int64_t kMost = 4 * 3600;
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < 1 || *value > kMost)
        return wrong(key, fmt::format("must be a number of seconds from 1 to {}", kMost));
    out = std::chrono::seconds(*value);
    return {};
}

Read readExternalAddress(std::string_view key, const toml::node& node, Options& options) {
    return readText(key, node, [&](const std::string& text) -> Read {
        const auto address = IpAddress::parse(text);
        if (!address)
            return wrong(key, fmt::format("\"{}\" is not an address", text));
        options.config.externalAddress = *address;
        return {};
    });
}

/// Calls `use` with each table of a list of tables, and refuses tables with other keys than `known`.
Read forEachTable(
    std::string_view key, const toml::node& node, std::initializer_list<std::string_view> known,
    const std::function<Read(const toml::table&)>& use) {
    if (!node.is_array())
        return wrong(key, fmt::format("must be written as [[{}]]", key));
    for (const auto& element : *node.as_array()) {
        const auto* table = element.as_table();
        if (!table)
            return wrong(key, fmt::format("must be written as [[{}]]", key));
        for (const auto& [name, value] : *table) {
            if (std::ranges::find(known, name.str()) == known.end())
                return wrong(key, fmt::format("\"{}\" is not a key", name.str()));
        }
        if (auto used = use(*table); !used)
            return used;
    }
    return {};
}

Read readFriends(std::string_view key, const toml::node& node, Options& options) {
    return forEachTable(key, node, {"name", "passkey"}, [&](const toml::table& table) -> Read {
        const auto name = table["name"].value<std::string>();
        const auto passkey = table["passkey"].value<std::string>();
        if (!name || !passkey)
            return wrong(key, "name and passkey are needed");
        if (!Sha1Hash::fromHex(*passkey))
            return wrong(key, fmt::format("the passkey of \"{}\" must be 40 hexadecimal digits", *name));
        options.config.friends.push_back({*name, *passkey});
        return {};
    });
}

Read readTorrents(std::string_view key, const toml::node& node, Options& options) {
    return forEachTable(key, node, {"info_hash", "name"}, [&](const toml::table& table) -> Read {
        tracker::HostedTorrent torrent;
        torrent.name = table["name"].value_or(std::string());
        const auto* hashes = table.get("info_hash");
        if (!hashes)
            return wrong(key, "info_hash is needed");
        auto read = forEachText("info_hash", *hashes, [&](const std::string& text) -> Read {
            if (const auto v1 = Sha1Hash::fromHex(text))
                torrent.infoHash.v1 = *v1;
            else if (const auto v2 = Sha256Hash::fromHex(text))
                torrent.infoHash.v2 = *v2;
            else
                return wrong(key, fmt::format("info_hash \"{}\" must be 40 or 64 hexadecimal digits", text));
            return {};
        });
        if (read && !torrent.infoHash.isValid())
            return wrong(key, "info_hash is needed");
        options.torrents.push_back(std::move(torrent));
        return read;
    });
}

Read readKey(std::string_view key, const toml::node& node, Options& options) {
    if (key == "http")
        return readAddresses(key, node, options.config.http);
    if (key == "udp")
        return readAddresses(key, node, options.config.udp);
    if (key == "access")
        return readAccess(key, node, options);
    if (key == "data")
        return readText(key, node, [&](const std::string& text) -> Read {
            options.config.database = databaseIn(text);
            return {};
        });
    if (key == "threads")
        return readThreads(key, node, options);
    if (key == "interval")
        return readSeconds(key, node, options.config.interval);
    if (key == "min_interval")
        return readSeconds(key, node, options.config.minInterval);
    if (key == "external_address")
        return readExternalAddress(key, node, options);
    if (key == "friends")
        return readFriends(key, node, options);
    if (key == "torrents")
        return readTorrents(key, node, options);
    return std::unexpected(fmt::format("\"{}\" is not a key", key));
}

std::expected<toml::table, OptionError> parseFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream)
        return std::unexpected(fmt::format("cannot read {}", file.string()));
    try {
        return toml::parse(text.str());
    } catch (const toml::parse_error& error) {
        return std::unexpected(fmt::format("{}:{}: {}", file.string(), error.source().begin.line, error.description()));
    }
}

} // namespace

std::expected<Options, OptionError> readConfigFile(const std::filesystem::path& file) {
    const auto table = parseFile(file);
    if (!table)
        return std::unexpected(table.error());
    Options options;
    bool hasMinInterval = false;
    for (const auto& [key, node] : *table) {
        if (const auto read = readKey(key.str(), node, options); !read)
            return std::unexpected(fmt::format("{}:{}: {}", file.string(), node.source().begin.line, read.error()));
        hasMinInterval = hasMinInterval || key.str() == "min_interval";
    }
    auto& config = options.config;
    if (hasMinInterval && config.minInterval > config.interval)
        return std::unexpected(fmt::format("{}: min_interval is longer than interval", file.string()));
    // Peers are given up after they missed one announce; see TrackerConfig::peerTimeout.
    config.peerTimeout = config.interval + config.interval / 2;
    return options;
}

} // namespace essaim::trackerd
