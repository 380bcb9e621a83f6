#include "tracker/access/accounting.h"

#include "tracker/wire/siphash.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace essaim::tracker {

namespace {

using std::chrono::duration_cast;
using std::chrono::seconds;

constexpr seconds kOutFor = std::chrono::hours(24 * 7); ///< until a new link has reached a friend

} // namespace

/// Without a secret: the number is saved, and collisions would only harm whoever builds them.
std::uint64_t clientIdOf(const std::array<std::uint8_t, 20>& peerId, std::uint64_t key) {
    return sipHash24({key, 0}, peerId);
}

Expected<void> Accounting::load(Clock::Monotonic now, std::int64_t wallNow) {
    m_backAt = wallNow;
    m_awaySince = wallNow;
    if (!m_database)
        return {};
    auto loaded = m_database->run(
        Operation::OpenStore, [](SQLite::Database& database) { return storage::FriendStore(database).loadCredits(); });
    if (!loaded)
        return std::unexpected(loaded.error());
    const std::lock_guard lock(m_mutex);
    m_awaySince = 0;
    for (auto& record : *loaded) {
        Account account;
        const seconds away(std::max<std::int64_t>(wallNow - record.lastSeen, 0));
        m_awaySince = std::max(m_awaySince, record.lastSeen);
        for (const auto& client : record.clients) {
            auto& known =
                account.clients.emplace_back(Client{client, now, now, false, {}, record.lacking, client, now});
            known.away = away;
        }
        record.clients.clear();
        account.record = std::move(record);
        m_accounts[{account.record.friendId, account.record.torrent}] = std::move(account);
    }
    return {};
}

std::size_t Accounting::activeTorrents(std::int64_t friendId) const {
    std::size_t count = 0;
    for (auto at = m_accounts.lower_bound({friendId, {}}); at != m_accounts.end() && at->first.first == friendId; ++at)
        count += std::ranges::any_of(at->second.clients, &Client::isHere) ? 1 : 0;
    return count;
}

/// The program itself; or one that was at the same endpoint, which a restarted program has taken over.
Accounting::Client* Accounting::clientFor(Account& account, const AccountedAnnounce& announce) {
    const auto isSame = [&](const Client& client) { return client.reported.client == announce.client; };
    auto found = std::ranges::find_if(account.clients, isSame);
    if (found != account.clients.end())
        return &*found;
    const Presence presence{announce.announced, announce.peer};
    found = std::ranges::find_if(account.clients, [&](const Client& client) {
        return std::ranges::find(client.places, presence, &Place::presence) != client.places.end();
    });
    return found != account.clients.end() ? &*found : nullptr;
}

std::optional<Refusal>
Accounting::check(const AccountedAnnounce& announce, const AccountingLimits& limits, Clock::Monotonic now) {
    if (announce.isStopped || (limits.clientsPerFriend == 0 && limits.torrentsPerFriend == 0))
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    const auto found = m_accounts.find({announce.friendId, announce.torrent});
    if (found != m_accounts.end()) {
        const Client* known = clientFor(found->second, announce);
        if (known && !known->isOut)
            return std::nullopt;
    }
    std::size_t clients = 0;
    if (found != m_accounts.end())
        clients = static_cast<std::size_t>(std::ranges::count_if(found->second.clients, [&](const Client& client) {
            return client.isHere() && now - client.seen <= limits.timeout;
        }));
    if (limits.clientsPerFriend != 0 && clients >= limits.clientsPerFriend)
        return kFriendClients;
    if (limits.torrentsPerFriend != 0 && clients == 0 && activeTorrents(announce.friendId) >= limits.torrentsPerFriend)
        return kFriendTorrents;
    return std::nullopt;
}

void Accounting::record(
    const AccountedAnnounce& announce, const AccountingLimits& limits, Clock::Monotonic now, std::int64_t wallNow) {
    const std::lock_guard lock(m_mutex);
    const Key key{announce.friendId, announce.torrent};
    auto found = m_accounts.find(key);
    if (found == m_accounts.end()) {
        if (announce.isStopped || m_accounts.size() >= kMaxAccounts)
            return;
        found = m_accounts.try_emplace(key).first;
        found->second.record.friendId = announce.friendId;
        found->second.record.torrent = announce.torrent;
        m_arrivals.push_back({announce.friendId, announce.torrent, false});
    }
    Account& account = found->second;
    Client* client = clientFor(account, announce);
    const storage::CreditClient reported{announce.client, announce.uploaded, announce.downloaded};
    if (!client && announce.isStopped)
        return;
    const bool isNew = !client;
    if (isNew)
        client = &account.clients.emplace_back(
            Client{reported, now, now, announce.isSeed, {}, announce.lacking, reported, now});
    if (isNew) {
        client->cameHere = true;
        client->base = reported;
    }
    if (std::exchange(client->isOut, false))
        client->countedUntil = now;
    countPresence(account, *client, now, limits.timeout);
    credit(account, *client, announce, limits, now);
    rate(*client, announce, now);
    if (reported.client != client->reported.client || reported.uploaded < client->reported.uploaded ||
        reported.downloaded < client->reported.downloaded)
        client->base = reported; // it began to count anew
    client->away = {};
    client->reported = reported;
    client->seen = now;
    client->isSeed = announce.isSeed;
    if (announce.lacking == 0 && account.record.lacking > 0 && !std::exchange(account.isCompletionNoted, true))
        m_arrivals.push_back({announce.friendId, announce.torrent, true});
    client->lacking = announce.lacking;
    notePlace(account, client, announce);
    account.record.lastSeen = wallNow;
    if (!account.isDirty)
        m_dirty.push_back(key);
    account.isDirty = true;

    const Presence presence{announce.announced, announce.peer};
    std::erase_if(client->places, [&presence](const Place& place) { return place.presence == presence; });
    if (!announce.isStopped) {
        if (client->places.size() == kMaxPlaces)
            client->places.erase(client->places.begin());
        client->places.push_back({presence, now});
    } else if (client->places.empty()) {
        account.clients.erase(account.clients.begin() + (client - account.clients.data()));
    }
}

void Accounting::credit(
    Account& account, Client& client, const AccountedAnnounce& announce, const AccountingLimits& limits,
    Clock::Monotonic now) {
    const auto& before = client.reported;
    if (before.client != announce.client || announce.uploaded < before.uploaded ||
        announce.downloaded < before.downloaded)
        return; // another program, or it began to count anew
    const auto uploaded = announce.uploaded - before.uploaded;
    const auto downloaded = announce.downloaded - before.downloaded;
    const auto elapsed =
        static_cast<std::uint64_t>((duration_cast<seconds>(now - client.seen) + client.away).count()) + 1;
    const auto most = limits.bytesPerSecond > std::numeric_limits<std::uint64_t>::max() / elapsed
                          ? std::numeric_limits<std::uint64_t>::max()
                          : limits.bytesPerSecond * elapsed;
    if (uploaded > most || downloaded > most) {
        ++m_implausible;
        return;
    }
    account.record.uploaded = saturatingAdd(account.record.uploaded, uploaded);
    account.record.downloaded = saturatingAdd(account.record.downloaded, downloaded);
}

/// A program announces the same counters over each of its addresses and hashes within a moment: only announces that are
/// some seconds apart tell a rate.
void Accounting::rate(Client& client, const AccountedAnnounce& announce, Clock::Monotonic now) {
    constexpr double kShortest = 5;
    const double elapsed = std::chrono::duration<double>(now - client.ratedAt).count();
    const auto& before = client.rated;
    const bool goesOn = client.away == std::chrono::seconds(0) && before.client == announce.client &&
                        announce.uploaded >= before.uploaded && announce.downloaded >= before.downloaded;
    if (goesOn && elapsed < kShortest)
        return;
    client.downloadRate = goesOn ? static_cast<double>(announce.downloaded - before.downloaded) / elapsed : 0;
    client.uploadRate = goesOn ? static_cast<double>(announce.uploaded - before.uploaded) / elapsed : 0;
    client.rated = {announce.client, announce.uploaded, announce.downloaded};
    client.ratedAt = now;
}

/// Of several programs of one friend, the one that lacks the least counts.
void Accounting::notePlace(Account& account, const Client* client, const AccountedAnnounce& announce) {
    account.record.lacking = announce.lacking;
    for (const auto& one : account.clients) {
        if (&one != client && !one.isOut && one.lacking >= 0 &&
            (account.record.lacking < 0 || one.lacking < account.record.lacking))
            account.record.lacking = one.lacking;
    }
    account.record.program.clear();
    for (const char c : announce.program) {
        if (c >= ' ' && c <= '~')
            account.record.program += c;
    }
}

/// Whole seconds only; the rest is left for the next time.
void Accounting::countPresence(Account& account, Client& client, Clock::Monotonic now, std::chrono::seconds timeout) {
    const auto present = duration_cast<seconds>(now - client.countedUntil);
    if (present > timeout || present.count() < 0) {
        client.countedUntil = now;
        return;
    }
    client.countedUntil += present;
    account.record.seconds += static_cast<std::uint64_t>(present.count());
    if (client.isSeed)
        account.record.seedSeconds += static_cast<std::uint64_t>(present.count());
}

std::vector<std::pair<Accounting::Presence, PeerOwner>> Accounting::presences() const {
    const std::lock_guard lock(m_mutex);
    std::vector<std::pair<Presence, PeerOwner>> result;
    for (const auto& [key, account] : m_accounts) {
        for (const auto& client : account.clients) {
            for (const auto& place : client.places)
                result.emplace_back(place.presence, PeerOwner{key.first, client.reported.client});
        }
    }
    return result;
}

bool Accounting::restorePresence(
    const PeerOwner& owner, const TorrentId& torrent, const Presence& presence, bool isSeed, Clock::Monotonic seen) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_accounts.find({owner.friendId, torrent});
    if (found == m_accounts.end())
        return false;
    auto& clients = found->second.clients;
    const auto client = std::ranges::find(clients, owner.client, [](const Client& one) { return one.reported.client; });
    if (client == clients.end() || client->places.size() == kMaxPlaces)
        return false;
    client->places.push_back({presence, seen});
    client->seen = seen;
    client->isSeed = isSeed;
    return true;
}

void Accounting::Client::leave(std::vector<Presence>& from) {
    std::ranges::transform(places, std::back_inserter(from), &Place::presence);
    places.clear();
    isOut = true;
    downloadRate = 0;
    uploadRate = 0;
}

std::vector<Accounting::Presence> Accounting::leave(std::int64_t friendId) {
    const std::lock_guard lock(m_mutex);
    std::vector<Presence> result;
    for (auto at = m_accounts.lower_bound({friendId, {}}); at != m_accounts.end() && at->first.first == friendId;
         ++at) {
        for (auto& client : at->second.clients)
            client.leave(result);
    }
    return result;
}

std::vector<Accounting::Presence> Accounting::leave(std::int64_t friendId, const TorrentId& torrent) {
    const std::lock_guard lock(m_mutex);
    std::vector<Presence> result;
    const auto found = m_accounts.find({friendId, torrent});
    if (found == m_accounts.end())
        return result;
    for (auto& client : found->second.clients)
        client.leave(result);
    return result;
}

void Accounting::forget(std::int64_t friendId) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_accounts, [&](const auto& entry) { return entry.first.first == friendId; });
    std::erase_if(m_dirty, [&](const Key& key) { return key.first == friendId; });
}

void Accounting::expire(Clock::Monotonic now, std::chrono::seconds timeout) {
    std::unordered_map<Sha1Hash, SwarmCounts> doubles;
    const std::lock_guard lock(m_mutex);
    for (auto& [key, account] : m_accounts) {
        const auto gone = std::erase_if(account.clients, [&](const Client& one) {
            return now - one.seen > (one.isOut ? std::max(timeout, kOutFor) : timeout);
        });
        for (auto& client : account.clients) {
            if (client.places.size() < 2)
                continue;
            std::erase_if(client.places, [&](const Place& place) { return now - place.seen > timeout; });
            noteDoubles(client, doubles);
        }
        if (gone == 0 || account.isDirty)
            continue;
        account.isDirty = true;
        m_dirty.push_back(key);
    }
    m_hasDoubles = !doubles.empty();
    m_doubles = std::move(doubles);
}

void Accounting::noteDoubles(const Client& client, std::unordered_map<Sha1Hash, SwarmCounts>& doubles) {
    const auto& places = client.places;
    for (auto place = places.begin(); place != places.end(); ++place) {
        const auto isSame = [&place](const Place& other) {
            return other.presence.announced == place->presence.announced;
        };
        if (std::any_of(place + 1, places.end(), isSame))
            ++(client.isSeed ? doubles[place->presence.announced].seeds : doubles[place->presence.announced].leechers);
    }
}

SwarmCounts Accounting::countingOnce(const Sha1Hash& infoHash, SwarmCounts counts) const {
    if (!m_hasDoubles)
        return counts;
    const std::lock_guard lock(m_mutex);
    const auto found = m_doubles.find(infoHash);
    if (found == m_doubles.end())
        return counts;
    counts.seeds -= std::min(counts.seeds, found->second.seeds);
    counts.leechers -= std::min(counts.leechers, found->second.leechers);
    counts.paused = std::min(counts.paused, counts.leechers);
    return counts;
}

std::vector<Accounting::Credit> Accounting::credits(Clock::Monotonic now, seconds overdueAfter) const {
    const std::lock_guard lock(m_mutex);
    std::vector<Credit> result;
    result.reserve(m_accounts.size());
    for (const auto& [key, account] : m_accounts)
        result.push_back(creditOf(account, now, overdueAfter));
    return result;
}

std::vector<Accounting::Arrival> Accounting::takeArrivals() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_arrivals, {});
}

Accounting::Credit Accounting::creditOf(const Account& account, Clock::Monotonic now, seconds overdueAfter) {
    Credit credit{account.record, 0, 0, 0, {}};
    for (const auto& client : account.clients) {
        if (client.isHere() && now - client.seen <= overdueAfter) {
            ++credit.activeClients;
            credit.downloadRate += client.downloadRate;
            credit.uploadRate += client.uploadRate;
        }
        for (const auto& place : client.places) {
            if (std::ranges::find(credit.peers, place.presence.peer) == credit.peers.end())
                credit.peers.push_back(place.presence.peer);
        }
    }
    return credit;
}

storage::CreditRecord Accounting::toSave(const Account& account) {
    auto record = account.record;
    for (const auto& client : account.clients)
        record.clients.push_back(client.reported);
    return record;
}

void Accounting::save() {
    if (!m_database)
        return;
    std::vector<storage::CreditRecord> changes;
    {
        const std::lock_guard lock(m_mutex);
        const bool all = m_saveAll.exchange(false);
        for (const auto& key : m_dirty)
            m_accounts[key].isDirty = false;
        if (all) {
            for (const auto& [key, account] : m_accounts)
                changes.push_back(toSave(account));
        } else {
            for (const auto& key : m_dirty)
                changes.push_back(toSave(m_accounts[key]));
        }
        m_dirty.clear();
    }
    // Of other hosts' members (negative ids), the ledger keeps what has to be kept.
    std::erase_if(changes, [](const auto& change) { return change.friendId < 0; });
    if (changes.empty())
        return;
    m_database->post(
        Operation::SaveStore,
        [changes = std::move(changes)](SQLite::Database& database) {
            storage::FriendStore store(database);
            for (const auto& change : changes)
                store.putCredit(change);
        },
        [this](const Expected<void>& outcome) {
            if (!outcome)
                m_saveAll = true;
        });
}

} // namespace essaim::tracker
