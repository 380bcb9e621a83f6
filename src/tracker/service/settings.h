// The part of the configuration that can change while the tracker serves, and how workers come by it.
#pragma once

#include "tracker/access/access_policy.h"
#include "tracker/access/address_limits.h"
#include "tracker/access/address_map.h"
#include "tracker/access/blocked_torrents.h"
#include "tracker/access/client_rules.h"
#include "tracker/access/hybrid_links.h"
#include "tracker/access/restricted_torrents.h"
#include "tracker/tracker_config.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace essaim::tracker {

/// What the tracker's database adds to its configuration.
struct PolicyRecords {
    std::vector<FriendAccess> friends;
    std::vector<BlockedTorrent> blocked;
    std::vector<InfoHash> hybrids;
    std::vector<RestrictedTorrents::Entry> restricted = {};
};

/// Immutable once published.
struct Settings {
    static constexpr std::size_t kMaxNetworks = 31;

    /// Brings nonsense into range (interval at least one second, minInterval not above it, …). The friends are those
    /// of the records.
    Settings(const TrackerConfig& config, PolicyRecords records);
    /// With the friends of the configuration, as if they were recorded.
    explicit Settings(const TrackerConfig& config);

    /// Whoever runs has announced again by then, as it was told to.
    [[nodiscard]] std::chrono::seconds overdueAfter() const {
        constexpr std::chrono::seconds kGrace{60}; // for slow lines, and for clients that gather announces
        return interval + interval / 10 + kGrace;  // up to a tenth is added to what each is told
    }

    AccessPolicy access;
    AddressMap addressRules; ///< 1 = allowed, 0 = denied
    ClientRules clients;
    BlockedTorrents blocked;
    HybridLinks hybrids;
    RestrictedTorrents restricted;
    AddressMap networks;                          ///< index into TrackerConfig::networks
    std::uint32_t networksThatPreferTheirOwn = 0; ///< a bit for each index
    AddressMap trustedProxies;
    AddressMap trustedAnnouncers;
    ProxyHeader proxyHeader;
    FlowLimit requestsPerAddress;
    FlowLimit requestsInAll;
    FlowLimit peersPerAddress;
    bool limitsAlsoPrivate;
    std::uint32_t clientsPerFriend;
    std::uint32_t torrentsPerFriend;
    std::uint64_t creditedBytesPerSecond;
    std::chrono::seconds interval;
    std::chrono::seconds minInterval;
    std::chrono::seconds peerTimeout;
    std::uint32_t defaultNumWant;
    std::uint32_t maxNumWant;
    std::optional<IpAddress> externalAddress;
};

/// The current settings. Thread-safe; readers take the lock only after a change, and for the copy of a pointer.
class PublishedSettings {
public:
    explicit PublishedSettings(std::shared_ptr<const Settings> settings)
        : m_settings(std::move(settings)) {}

    void publish(std::shared_ptr<const Settings> settings) {
        const std::lock_guard lock(m_mutex);
        m_settings = std::move(settings);
        m_version.fetch_add(1, std::memory_order_release);
    }
    [[nodiscard]] std::uint64_t version() const { return m_version.load(std::memory_order_acquire); }
    [[nodiscard]] std::shared_ptr<const Settings> current() const {
        const std::lock_guard lock(m_mutex);
        return m_settings;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Settings> m_settings;
    std::atomic<std::uint64_t> m_version{1};
};

/// One worker's copy. Not thread-safe.
class SettingsReader {
public:
    explicit SettingsReader(const PublishedSettings& source)
        : m_source(source) {}

    [[nodiscard]] const Settings& get() {
        if (const auto version = m_source.version(); version != m_version) {
            m_settings = m_source.current();
            m_version = version;
        }
        return *m_settings;
    }

private:
    const PublishedSettings& m_source;
    std::shared_ptr<const Settings> m_settings;
    std::uint64_t m_version = 0;
};

} // namespace essaim::tracker
