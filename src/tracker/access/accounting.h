// What each friend gave and took on each torrent.
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "storage/database.h"
#include "storage/friend_store.h"
#include "storage/stand_in_store.h"
#include "tracker/access/refusal.h"
#include "tracker/swarm/peer_store.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace essaim::tracker {

/// One announce as accounting sees it.
struct AccountedAnnounce {
    std::int64_t friendId = 0;
    TorrentId torrent;        ///< one for both hashes of a hybrid
    Sha1Hash announced;       ///< the hash that was announced
    Endpoint peer;            ///< as it stands in the store
    std::uint64_t client = 0; ///< of clientIdOf(): the same over every path that the program takes
    std::uint64_t uploaded = 0;
    std::uint64_t downloaded = 0;
    bool isSeed = false;
    bool isStopped = false;
    std::int64_t lacking = -1;     ///< bytes; -1 = not said
    std::array<char, 8> program{}; ///< the beginning of the peer id
};

/// Totals stay at the most that there is instead of beginning anew.
[[nodiscard]] constexpr std::uint64_t saturatingAdd(std::uint64_t a, std::uint64_t b) {
    return a > std::numeric_limits<std::uint64_t>::max() - b ? std::numeric_limits<std::uint64_t>::max() : a + b;
}

[[nodiscard]] std::uint64_t clientIdOf(const std::array<std::uint8_t, 20>& peerId, std::uint64_t key);

struct AccountingLimits {
    std::uint32_t clientsPerFriend = 0;  ///< on one torrent; 0 = no bound
    std::uint32_t torrentsPerFriend = 0; ///< 0 = no bound
    std::uint64_t bytesPerSecond = 0;    ///< what is more is not credited
    std::chrono::seconds timeout{2700};  ///< after which a silent program is forgotten
};

/// A program announces its counters since its own start, over every address and hash that it has. It is told by its
/// peer id and key; its first announce sets a baseline, later ones add what grew, whichever way they came: nothing is
/// credited twice. Counters that fell set a new baseline.
///
/// Thread-safe; one lock, held for a lookup. Saved in batches by the maintenance thread, never by an announce.
class Accounting {
public:
    /// `database` may be null and must outlive this.
    explicit Accounting(storage::DatabaseThread* database)
        : m_database(database) {}

    /// `wallNow`: Unix seconds.
    [[nodiscard]] Expected<void> load(Clock::Monotonic now, std::int64_t wallNow);

    /// Whether a friend's limits leave room for this program. Creates nothing.
    [[nodiscard]] std::optional<Refusal>
    check(const AccountedAnnounce& announce, const AccountingLimits& limits, Clock::Monotonic now);
    /// `wallNow`: Unix seconds.
    void record(
        const AccountedAnnounce& announce, const AccountingLimits& limits, Clock::Monotonic now, std::int64_t wallNow);

    /// What a tracker that stood in for this one heard of a program; `report.member` is the friend's id, the times are
    /// by the clock of this computer. `isFirstReport`: nothing that it heard of this program was merged before.
    void
    merge(const storage::StandInReportRecord& report, bool isFirstReport, Clock::Monotonic now, std::int64_t wallNow);

    /// A peer of one friend in the store.
    struct Presence {
        Sha1Hash announced;
        Endpoint peer;

        auto operator<=>(const Presence&) const = default;
    };
    /// Where every program is, and whose it is; in no order.
    [[nodiscard]] std::vector<std::pair<Presence, PeerOwner>> presences() const;
    /// Says of a program that was there before the start where it still is, and when it was heard of. False if it is
    /// unknown.
    bool restorePresence(
        const PeerOwner& owner, const TorrentId& torrent, const Presence& presence, bool isSeed, Clock::Monotonic seen);

    /// The programs of a friend are here no more; where they were. Their counters wait for them, for a week: what they
    /// took meanwhile from peers that they had met counts when they are back, with whatever key.
    [[nodiscard]] std::vector<Presence> leave(std::int64_t friendId);
    [[nodiscard]] std::vector<Presence> leave(std::int64_t friendId, const TorrentId& torrent);
    /// Forgets the numbers, too; what the database has of them is the caller's.
    void forget(std::int64_t friendId);
    /// `counts` of a swarm without those of its peers that are a program which counts already, as it announces over
    /// several addresses of its own. As of the last expire(); costs nothing where there are none.
    [[nodiscard]] SwarmCounts countingOnce(const Sha1Hash& infoHash, SwarmCounts counts) const;
    /// Forgets programs, and addresses of theirs, that were silent for `timeout`.
    void expire(Clock::Monotonic now, std::chrono::seconds timeout);

    /// A friend came to a torrent for the first time, or has all of it for the first time that is known.
    struct Arrival {
        std::int64_t friendId = 0;
        TorrentId torrent;
        bool isComplete = false;
    };
    /// Since the last call.
    [[nodiscard]] std::vector<Arrival> takeArrivals();

    struct Credit {
        storage::CreditRecord record;  ///< `clients` is empty
        std::size_t activeClients = 0; ///< not overdue
        double downloadRate = 0;       ///< bytes a second, all programs
        double uploadRate = 0;
        std::vector<Endpoint> peers; ///< each once; those of overdue programs, too
    };
    /// Who was silent for longer than `overdueAfter` may have ended without a word, though others still get its
    /// address.
    [[nodiscard]] std::vector<Credit> credits(Clock::Monotonic now, std::chrono::seconds overdueAfter) const;
    /// Reports that were not credited, because nobody is that fast.
    [[nodiscard]] std::uint64_t implausible() const { return m_implausible; }

    /// False while what was queued last did not reach the disk.
    [[nodiscard]] bool isSaving() const { return !m_saveAll; }
    /// Queues what changed. Does not wait.
    void save();

private:
    struct Place {
        Presence presence;
        Clock::Monotonic seen;
    };
    struct Client {
        storage::CreditClient reported;
        Clock::Monotonic seen;
        Clock::Monotonic countedUntil; ///< presence up to here is in the seconds
        bool isSeed = false;
        std::vector<Place> places; ///< few: addresses times hashes; that of the last announce at the end
        std::int64_t lacking = -1;
        storage::CreditClient rated; ///< what it had reported when its rate was told last
        Clock::Monotonic ratedAt;
        double downloadRate = 0;
        double uploadRate = 0;
        std::chrono::seconds away{0}; ///< that this tracker was before `seen`: a report may hold as much more
        bool isOut = false;           ///< see leave()
        bool cameHere = false;        ///< since the start, with the counters in `base`
        storage::CreditClient base{};

        /// Else its counters are known, from before the start or from a tracker that stands in, and not whether it
        /// runs.
        [[nodiscard]] bool isHere() const { return !places.empty(); }
        void leave(std::vector<Presence>& from);
    };
    struct Account {
        storage::CreditRecord record;
        std::vector<Client> clients;
        bool isDirty = false;
        bool isCompletionNoted = false;
    };
    using Key = std::pair<std::int64_t, TorrentId>;
    static constexpr std::size_t kMaxAccounts = 1'000'000;
    static constexpr std::size_t kMaxPlaces = 8;
    static constexpr std::size_t kMaxMergedClients = 64; ///< of one friend on one torrent

    Client* clientFor(Account& account, const AccountedAnnounce& announce);
    void credit(
        Account& account, Client& client, const AccountedAnnounce& announce, const AccountingLimits& limits,
        Clock::Monotonic now);
    static void rate(Client& client, const AccountedAnnounce& announce, Clock::Monotonic now);
    static void notePlace(Account& account, const Client* client, const AccountedAnnounce& announce);
    void countPresence(Account& account, Client& client, Clock::Monotonic now, std::chrono::seconds timeout);
    static void noteDoubles(const Client& client, std::unordered_map<Sha1Hash, SwarmCounts>& doubles);
    [[nodiscard]] static Credit
    creditOf(const Account& account, Clock::Monotonic now, std::chrono::seconds overdueAfter);
    [[nodiscard]] static storage::CreditRecord toSave(const Account& account);
    [[nodiscard]] std::size_t activeTorrents(std::int64_t friendId) const;

    storage::DatabaseThread* m_database;
    mutable std::mutex m_mutex;
    std::map<Key, Account> m_accounts; ///< guarded by m_mutex
    std::vector<Key> m_dirty;          ///< guarded by m_mutex
    std::vector<Arrival> m_arrivals;   ///< guarded by m_mutex
    std::int64_t m_awaySince = 0;      ///< nothing was heard between these two, Unix seconds
    std::int64_t m_backAt = 0;
    std::unordered_map<Sha1Hash, SwarmCounts> m_doubles; ///< guarded by m_mutex
    std::atomic<bool> m_hasDoubles{false};
    std::atomic<std::uint64_t> m_implausible{0};
    /// The last batch did not reach the disk: everything is saved again.
    std::atomic<bool> m_saveAll{false};
};

} // namespace essaim::tracker
