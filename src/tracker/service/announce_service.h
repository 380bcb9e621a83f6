// What happens in an announce, whichever protocol it came by: may this client, who else is there.
#pragma once

#include "core/clock.h"
#include "core/endpoint.h"
#include "tracker/access/access_policy.h"
#include "tracker/access/accounting.h"
#include "tracker/access/known_addresses.h"
#include "tracker/service/counters.h"
#include "tracker/service/outside_proof.h"
#include "tracker/service/peer_ids.h"
#include "tracker/service/service_parts.h"
#include "tracker/service/settings.h"
#include "tracker/service/traffic_estimate.h"
#include "tracker/swarm/peer_store.h"
#include "tracker/wire/announce_request.h"

#include <expected>
#include <memory>
#include <optional>
#include <span>

namespace essaim::tracker {

/// From where a request came and to which address of ours it was sent.
struct Asker {
    IpAddress address;
    IpAddress local;
    bool isForwarded = false; ///< `address` is what a proxy said; `local` is where the proxy came to

    /// Is it a program on this computer? Nothing from elsewhere is delivered to a loopback address or comes from one of
    /// the computer's own.
    [[nodiscard]] bool isOwnComputer() const {
        return !isForwarded &&
               (address.isLoopback() || local.isLoopback() || (address == local && !local.isUnspecified()));
    }
    /// Under which address its peers are kept. A program that comes from the very address that it asks runs on this
    /// computer. It is one peer, by whichever of the computer's addresses, of both families, it announces: a host's own
    /// client knows several of them, and counted once for each. Others get the address that they ask.
    [[nodiscard]] IpAddress keptAddress() const {
        const bool isHere = address == local && !local.isUnspecified();
        return isHere ? IpAddress::v4(127, 0, 0, 1) : address;
    }
};

/// Answer to an announce. `peers` belongs to the service and is valid until its next announce.
struct AnnounceResult {
    SwarmCounts counts;
    std::chrono::seconds interval{};
    std::chrono::seconds minInterval{};
    const CompactPeers* peers = nullptr;
};

/// An announce between AnnounceService::begin() and end(); its peers are where the answer wants them.
struct PendingAnnounce {
    StoreExchange exchange;
    std::optional<std::uint16_t> home; ///< the network whose peers are to be met first
    std::optional<AccountedAnnounce> friendly;
    AccountingLimits limits;                        ///< of that friend
    std::optional<TrafficEstimate::Report> traffic; ///< where there are named networks
};

/// One per worker and used by its thread only; the store, the settings and the clock are shared.
class AnnounceService {
public:
    AnnounceService(const ServiceParts& parts, std::uint64_t seed)
        : m_store(parts.store)
        , m_settings(parts.settings)
        , m_peerIds(parts.peerIds)
        , m_addressLimits(parts.addressLimits)
        , m_accounting(parts.accounting)
        , m_knownAddresses(parts.knownAddresses)
        , m_site(parts.site)
        , m_outsideProof(parts.outsideProof)
        , m_standInLedger(parts.standInLedger)
        , m_traffic(parts.traffic)
        , m_random(seed) {}

    /// Do the rules deny this address everything? To be asked before anything else is done for a stranger.
    [[nodiscard]] bool isDenied(const IpAddress& address);
    /// Counts a request; false = this address, or all together, ask too much.
    [[nodiscard]] bool takeRequest(const IpAddress& address, Clock::Monotonic now);
    [[nodiscard]] const Settings& settings() { return m_settings.get(); }

    /// `maxPeers` bounds the answer (a datagram's size); `bothFamilies` where the answer can hold both.
    [[nodiscard]] std::expected<AnnounceResult, Refusal> announce(
        const AnnounceRequest& request, const Asker& asker, Clock::Monotonic now, std::uint32_t maxPeers,
        bool bothFamilies);

    /// The same in three steps, so that many can be served together: begin() each, serve() them all, and end() each.
    /// What a begin() refused has no further steps. The caller says first where the peers are to be written.
    [[nodiscard]] std::optional<Refusal> begin(
        const AnnounceRequest& request, const Asker& asker, Clock::Monotonic now, std::uint32_t maxPeers,
        bool bothFamilies, PendingAnnounce& pending);
    void serve(std::span<PendingAnnounce* const> pending, Clock::Monotonic now);
    [[nodiscard]] std::expected<AnnounceResult, Refusal> end(PendingAnnounce& pending, Clock::Monotonic now);
    static constexpr std::size_t kMostAtOnce = PeerStore::kMostAtOnce; ///< of serve()

    /// May this client scrape? Hosted and friends mode tell nothing about torrents that are not hosted.
    /// Who it is, as AccessPolicy::check() says.
    [[nodiscard]] std::expected<const FriendAccess*, Refusal> checkScrape(std::string_view passkey, const Asker& asker);
    /// Nobody, of a torrent that is not for this friend, or not for clients without a key (null).
    [[nodiscard]] SwarmCounts scrape(const Sha1Hash& infoHash, const FriendAccess* who = nullptr);
    /// For answers that name peer ids; null where nobody remembers them.
    [[nodiscard]] PeerIds* peerIds() const { return m_peerIds; }
    /// For scrapes that cannot carry a key: is this an address that needs none, or announced with one lately?
    [[nodiscard]] bool mayScrapeWithoutKey(const IpAddress& address, Clock::Monotonic now);

    /// Whoever gets this far from outside proves that others can.
    void noteOutsider(const Asker& asker) {
        if (m_outsideProof && m_outsideProof->isWanted())
            m_outsideProof->note(asker.address, asker.local, m_settings.get().externalAddress);
    }
    /// The pages; null where there are none.
    [[nodiscard]] const Site* site() const { return m_site; }

    [[nodiscard]] WorkerCounters& counters() { return m_counters; }
    [[nodiscard]] const WorkerCounters& counters() const { return m_counters; }

private:
    /// Whether the client may announce this torrent at all; its friend, if it is one's.
    [[nodiscard]] std::expected<const FriendAccess*, Refusal>
    check(const AnnounceRequest& request, const Asker& asker, const Settings& settings) const;
    /// Whose key it is, as AccessPolicy::check() says; the host's own is none but on its computer.
    [[nodiscard]] static std::expected<const FriendAccess*, Refusal>
    checkKey(std::string_view passkey, const Asker& asker, const Settings& settings);
    /// A friend's numbers, after its announce was served.
    void account(const AccountedAnnounce& announce, const AccountingLimits& limits, Clock::Monotonic now);
    [[nodiscard]] Refusal refuse(const Refusal& refusal);
    void noteTraffic(const PendingAnnounce& pending, const CompactPeers& peers, Clock::Monotonic now);
    void preferHome(PendingAnnounce& pending, const Settings& settings) const;
    [[nodiscard]] bool isLimited(const IpAddress& address, const Settings& settings) const;
    [[nodiscard]] std::chrono::seconds spreadInterval(const Settings& settings);

    PeerStore& m_store;
    SettingsReader m_settings;
    PeerIds* m_peerIds;
    AddressLimits* m_addressLimits;
    Accounting* m_accounting;
    KnownAddresses* m_knownAddresses;
    const Site* m_site;
    OutsideProof* m_outsideProof;
    StandInLedger* m_standInLedger;
    TrafficEstimate* m_traffic;
    Random m_random;
    PendingAnnounce m_single; ///< of announce()
    WorkerCounters m_counters;
};

} // namespace essaim::tracker
