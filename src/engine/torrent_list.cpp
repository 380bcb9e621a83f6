#include "engine/torrent_list.h"

#include <utility>

namespace essaim::engine {
namespace {

/// Never defined: a type for numbers that travel as pointers.
struct AddToken;

} // namespace

TorrentEntry& TorrentList::insert(TorrentEntry entry) {
    auto& place = m_entries[entry.record.id];
    place = std::make_unique<TorrentEntry>(std::move(entry));
    index(*place);
    noteTrackers(*place, place->trackerHosts);
    return *place;
}

void TorrentList::noteTrackers(TorrentEntry& entry, const QStringList& hosts) {
    entry.trackerHosts = *m_trackerHosts.insert(hosts).first;
}

void TorrentList::erase(const TorrentId& id) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    giveUpHashes(*found->second);
    m_byHandle.erase(found->second->handle);
    m_entries.erase(found);
}

void TorrentList::setInfoHash(TorrentEntry& entry, const InfoHash& infoHash) {
    entry.record.infoHash = infoHash;
    index(entry);
}

void TorrentList::giveUpHashes(const TorrentEntry& entry) {
    const InfoHash& hashes = entry.record.infoHash;
    for (const auto& hash : {hashes.v1, hashes.truncatedV2()}) {
        const auto named = hash ? m_byHash.find(*hash) : m_byHash.end();
        if (named != m_byHash.end() && named->second == entry.record.id)
            m_byHash.erase(named);
    }
}

void TorrentList::index(const TorrentEntry& entry) {
    const InfoHash& hashes = entry.record.infoHash;
    for (const auto& hash : {hashes.v1, hashes.truncatedV2()}) {
        if (hash)
            m_byHash.try_emplace(*hash, entry.record.id); // the first keeps it
    }
}

TorrentEntry* TorrentList::find(const TorrentId& id) {
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : found->second.get();
}

TorrentEntry* TorrentList::findMatching(const InfoHash& infoHash) {
    for (const auto& hash : {infoHash.v1, infoHash.truncatedV2()}) {
        const auto found = hash ? m_byHash.find(*hash) : m_byHash.end();
        if (found != m_byHash.end())
            return find(found->second);
    }
    return nullptr;
}

TorrentEntry* TorrentList::find(const lt::torrent_handle& handle) {
    const auto found = m_byHandle.find(handle);
    return found == m_byHandle.end() ? nullptr : find(found->second);
}

void TorrentList::setHandle(TorrentEntry& entry, const lt::torrent_handle& handle) {
    entry.handle = handle;
    m_byHandle[handle] = entry.record.id;
}

lt::torrent_handle TorrentList::takeHandle(TorrentEntry& entry) {
    m_byHandle.erase(entry.handle);
    return std::exchange(entry.handle, {});
}

lt::client_data_t TorrentList::tokenFor(std::uintptr_t number) {
    return lt::client_data_t(reinterpret_cast<AddToken*>(number));
}

std::uintptr_t TorrentList::numberOf(lt::client_data_t token) {
    return reinterpret_cast<std::uintptr_t>(token.get<AddToken>());
}

std::uintptr_t TorrentList::nextAddNumber(const TorrentId& id) {
    m_adds[++m_lastAdd] = id;
    return m_lastAdd;
}

std::optional<TorrentId> TorrentList::takeAdd(std::uintptr_t number) {
    const auto found = m_adds.extract(number);
    return found ? std::optional(found.mapped()) : std::nullopt;
}

} // namespace essaim::engine
