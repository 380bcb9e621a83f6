#include "trackerd/config_sections.h"

#include <fmt/format.h>

namespace essaim::trackerd {

namespace {

constexpr std::int64_t kMost32 = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kMostNetworks = 31;

/// Calls `use` with the value of a key that must be there.
Read needed(
    std::string_view table, std::string_view key, const toml::table& values,
    const std::function<Read(const toml::node&)>& use) {
    const auto* node = values.get(key);
    return node ? use(*node) : Read(wrong(table, fmt::format("{} is needed", key)));
}

/// Empty if the key is not there.
Read optionalText(std::string_view key, const toml::table& values, std::string& out) {
    const auto* node = values.get(key);
    return node ? readText(
                      key, *node,
                      [&](const std::string& text) -> Read {
                          out = text;
                          return {};
                      })
                : Read();
}

Read optionalBool(std::string_view key, const toml::table& values, bool& out) {
    const auto* node = values.get(key);
    return node ? readBool(key, *node, out) : Read();
}

/// The first of several readings that failed.
Read all(std::initializer_list<Read> readings) {
    for (const auto& read : readings) {
        if (!read)
            return read;
    }
    return {};
}

} // namespace

Read readFriends(const toml::node& node, Options& options) {
    constexpr std::string_view kTable = "friends";
    return forEachTable(kTable, node, {"name", "passkey", "seed_only"}, [&](const toml::table& table) -> Read {
        tracker::Friend one;
        if (auto read = all(
                {optionalText("name", table, one.name), optionalText("passkey", table, one.passkey),
                 optionalBool("seed_only", table, one.seedOnly)});
            !read)
            return read;
        if (one.name.empty() || one.passkey.empty())
            return wrong(kTable, "name and passkey are needed");
        if (!Sha1Hash::fromHex(one.passkey))
            return wrong(kTable, fmt::format("the passkey of \"{}\" must be 40 hexadecimal digits", one.name));
        for (const auto& other : options.config.friends) {
            if (other.name == one.name)
                return wrong(kTable, fmt::format("there are two friends called \"{}\"", one.name));
            if (Sha1Hash::fromHex(other.passkey) == Sha1Hash::fromHex(one.passkey))
                return wrong(kTable, fmt::format("\"{}\" and \"{}\" have the same passkey", other.name, one.name));
        }
        options.config.friends.push_back(std::move(one));
        return {};
    });
}

Read readTorrents(const toml::node& node, Options& options) {
    constexpr std::string_view kTable = "torrents";
    return forEachTable(kTable, node, {"info_hash", "name"}, [&](const toml::table& table) -> Read {
        std::vector<std::string> hashes;
        auto read = needed(kTable, "info_hash", table, [&](const toml::node& value) {
            return forEachText("info_hash", value, [&](const std::string& text) -> Read {
                hashes.push_back(text);
                return {};
            });
        });
        if (!read)
            return read;
        const auto infoHash = parseInfoHash(hashes);
        if (!infoHash)
            return wrong(kTable, infoHash.error());
        tracker::HostedTorrent torrent;
        torrent.infoHash = *infoHash;
        read = optionalText("name", table, torrent.name);
        options.torrents.push_back(std::move(torrent));
        return read;
    });
}

Read readLimits(const toml::node& node, Options& options) {
    const auto* table = node.as_table();
    if (!table)
        return wrong("limits", "must be written as [limits]");
    auto& limits = options.config.limits;
    for (const auto& [name, value] : *table) {
        const auto key = name.str();
        Read read = wrong("limits", fmt::format("\"{}\" is not a key", key));
        if (key == "connections")
            read = readNumber(key, value, 1, 1'000'000, limits.maxConnections);
        else if (key == "connections_per_address")
            read = readNumber(key, value, 1, 1'000'000, limits.connectionsPerAddress);
        else if (key == "requests_per_second")
            read = readNumber(key, value, 0, 100'000'000, limits.requestsPerSecond);
        else if (key == "total_requests_per_second")
            read = readNumber(key, value, 0, 100'000'000, limits.totalRequestsPerSecond);
        else if (key == "peers_per_address")
            read = readNumber(key, value, 0, kMost32, limits.peersPerAddress);
        else if (key == "also_private")
            read = readBool(key, value, limits.alsoPrivate);
        else if (key == "clients_per_friend")
            read = readNumber(key, value, 0, kMost32, limits.clientsPerFriend);
        else if (key == "torrents_per_friend")
            read = readNumber(key, value, 0, kMost32, limits.torrentsPerFriend);
        else if (key == "credited_bytes_per_second")
            read = readNumber(key, value, 1, std::numeric_limits<std::int64_t>::max(), limits.creditedBytesPerSecond);
        if (!read)
            return read;
    }
    return {};
}

Read readRules(const toml::node& node, Options& options) {
    return forEachTable("rules", node, {"allow", "deny"}, [&](const toml::table& table) -> Read {
        const auto* allow = table.get("allow");
        const auto* deny = table.get("deny");
        if (!allow == !deny)
            return wrong("rules", "each needs either allow or deny");
        std::vector<Cidr> ranges;
        if (const auto read = readRanges(allow ? "allow" : "deny", allow ? *allow : *deny, ranges); !read)
            return read;
        for (const auto& range : ranges)
            options.config.addressRules.push_back({range, allow != nullptr});
        return {};
    });
}

Read readClients(const toml::node& node, Options& options) {
    return forEachTable("clients", node, {"prefix", "allow", "reason"}, [&](const toml::table& table) -> Read {
        tracker::ClientRule rule;
        if (auto read = all(
                {optionalText("prefix", table, rule.prefix), optionalText("reason", table, rule.reason),
                 optionalBool("allow", table, rule.allow)});
            !read)
            return read;
        if (!table.contains("prefix") || rule.prefix.size() > 20)
            return wrong("clients", "prefix is needed, at most 20 characters; \"\" is every program");
        options.config.clientRules.push_back(std::move(rule));
        return {};
    });
}

Read readBlocked(const toml::node& node, Options& options) {
    return forEachTable("blocked", node, {"info_hash", "reason"}, [&](const toml::table& table) -> Read {
        std::string reason;
        if (auto read = optionalText("reason", table, reason); !read)
            return read;
        return needed("blocked", "info_hash", table, [&](const toml::node& value) {
            return forEachText("info_hash", value, [&](const std::string& text) -> Read {
                const auto infoHash = parseInfoHash({text});
                if (!infoHash)
                    return wrong("blocked", infoHash.error());
                options.config.blocked.push_back({infoHash->id(), reason});
                return {};
            });
        });
    });
}

Read readNetworks(const toml::node& node, Options& options) {
    return forEachTable("networks", node, {"name", "ranges", "prefer_own"}, [&](const toml::table& table) -> Read {
        tracker::NamedNetwork network;
        if (auto read =
                all({optionalText("name", table, network.name), optionalBool("prefer_own", table, network.prefersOwn)});
            !read)
            return read;
        if (network.name.empty())
            return wrong("networks", "name is needed");
        auto read = needed("networks", "ranges", table, [&](const toml::node& value) {
            return readRanges("ranges", value, network.ranges);
        });
        if (!read)
            return read;
        if (options.config.networks.size() == kMostNetworks)
            return wrong("networks", fmt::format("at most {} can be named", kMostNetworks));
        options.config.networks.push_back(std::move(network));
        return {};
    });
}

} // namespace essaim::trackerd
