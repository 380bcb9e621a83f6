// Every torrent of the session, found by what alerts and commands name it by. Private to the engine; engine thread.
#pragma once

#include "engine/torrent_entry.h"

#include <libtorrent/client_data.hpp>

#include <map>
#include <memory>
#include <set>

namespace essaim::engine {

class TorrentList {
public:
    TorrentEntry& insert(TorrentEntry entry);
    void erase(const TorrentId& id);
    [[nodiscard]] int size() const { return int(m_entries.size()); }

    [[nodiscard]] TorrentEntry* find(const TorrentId& id);
    /// The torrent that goes by one of these hashes, whatever its id is.
    [[nodiscard]] TorrentEntry* findMatching(const InfoHash& infoHash);
    /// Nothing if the torrent was removed before its alert was read.
    [[nodiscard]] TorrentEntry* find(const lt::torrent_handle& handle);

    /// Ties a handle to its entry.
    void setHandle(TorrentEntry& entry, const lt::torrent_handle& handle);
    /// From now on the handle's alerts are nobody's.
    lt::torrent_handle takeHandle(TorrentEntry& entry);

    /// What TorrentEntry::trackerHosts are from now on. Most torrents have the same trackers: one list in memory.
    void noteTrackers(TorrentEntry& entry, const QStringList& hosts);

    /// Metadata told a second hash.
    void setInfoHash(TorrentEntry& entry, const InfoHash& infoHash);
    /// Another torrent goes by them from now on.
    void giveUpHashes(const TorrentEntry& entry);

    /// What travels with async_add_torrent() and comes back in the alert, also when there is no handle.
    [[nodiscard]] static lt::client_data_t tokenFor(std::uintptr_t number);
    [[nodiscard]] static std::uintptr_t numberOf(lt::client_data_t token);

    [[nodiscard]] std::uintptr_t nextAddNumber(const TorrentId& id);
    [[nodiscard]] std::optional<TorrentId> takeAdd(std::uintptr_t number);

    template <typename Visit>
    void forEach(Visit&& visit) {
        for (auto& [id, entry] : m_entries)
            visit(*entry);
    }
    template <typename Visit>
    void forEach(Visit&& visit) const {
        for (const auto& [id, entry] : m_entries)
            visit(std::as_const(*entry));
    }

private:
    void index(const TorrentEntry& entry);

    // Ordered maps: info-hashes are chosen by strangers, who could make a hash table slow.
    std::map<TorrentId, std::unique_ptr<TorrentEntry>> m_entries;
    std::map<Sha1Hash, TorrentId> m_byHash; ///< every 20-byte form of every torrent
    std::map<lt::torrent_handle, TorrentId> m_byHandle;
    std::map<std::uintptr_t, TorrentId> m_adds;
    std::set<QStringList> m_trackerHosts; ///< of the torrents that were there in this run
    std::uintptr_t m_lastAdd = 0;
};

} // namespace essaim::engine
