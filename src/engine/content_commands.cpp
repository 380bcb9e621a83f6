// Commands about which files of a torrent are wanted and whom it asks for peers.
#include "engine/details/chosen_addresses.h"
#include "engine/durability/sync_files.h"
#include "engine/lt_convert.h"
#include "engine/snapshot_maker.h"
#include "engine/torrent_commands.h"

namespace essaim::engine {

namespace {

constexpr int kNormalPriority = 4; ///< libtorrent's default

/// No stamp for each file that is wanted from now on, and was not before. Both: as in TorrentRecord.
Stamps stampsOfWantedNow(std::string_view before, std::string_view after) {
    Stamps none;
    for (std::size_t file = 0; file < before.size(); ++file) {
        if (before[file] == '\0' && (file >= after.size() || after[file] != '\0'))
            none.emplace_back(int(file), storage::FileStamp());
    }
    return none;
}

} // namespace

void TorrentCommands::setFilePriorities(const TorrentId& id, const QList<int>& priorities) {
    if (TorrentEntry* entry = m_context.torrents.find(id))
        saveFilePriorities(*entry, encodePriorities(priorities));
}

void TorrentCommands::changeFilePriorities(const TorrentId& id, const QMap<int, int>& changes) {
    TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr || !entry->metadata || changes.isEmpty())
        return;
    const std::string* unsaved = m_unsavedPriorities.find(id);
    std::string bytes = unsaved != nullptr ? *unsaved : entry->record.filePriorities;
    bytes.resize(std::size_t(entry->metadata->listedFileCount), char(kNormalPriority));
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.key() >= 0 && std::size_t(change.key()) < bytes.size())
            bytes[std::size_t(change.key())] = encodePriorities({change.value()}).front();
    }
    saveFilePriorities(*entry, bytes);
}

void TorrentCommands::saveFilePriorities(TorrentEntry& entry, const std::string& bytes) {
    const TorrentId id = entry.record.id;
    // What the part file holds of them will be written to them: that is no change by somebody else.
    if (Stamps none = stampsOfWantedNow(entry.record.filePriorities, bytes); !none.empty()) {
        entry.wantsStamps = true;
        m_context.files.stamp(id, std::move(none), [this](const Expected<void>& saved) { m_context.report(saved); });
    }
    m_unsavedPriorities.begin(id, bytes);
    m_context.repository.setFilePriorities(id, bytes, [this, id, bytes](const Expected<void>& saved) {
        m_unsavedPriorities.end(id);
        m_context.report(saved);
        withEach(m_context, {id}, [&](TorrentEntry& torrent) {
            torrent.record.filePriorities = bytes;
            if (torrent.handle.is_valid() && torrent.metadata)
                torrent.handle.prioritize_files(toLtPriorities(bytes));
            else
                torrent.wantsPriorities = torrent.isBeingAdded && torrent.metadata;
            m_context.onEdited(torrent);
        });
    });
}

void TorrentCommands::addTrackers(const TorrentId& id, const QStringList& urls) {
    withEach(m_context, {id}, [&](TorrentEntry& entry) {
        const QStringList extra = splitLines(entry.record.extraTrackers);
        const QStringList added = newTrackers(urls, extra);
        if (added.isEmpty())
            return;
        entry.record.extraTrackers = (extra + added).join(u'\n').toStdString();
        m_context.repository.setExtraTrackers(
            id, entry.record.extraTrackers, [this](const Expected<void>& saved) { m_context.report(saved); });
        if (entry.handle.is_valid())
            addAfterAll(entry.handle, added);
        QStringList hosts = entry.trackerHosts;
        for (const QString& url : added)
            addHost(hosts, url.toStdString());
        m_context.torrents.noteTrackers(entry, hosts);
        m_context.publisher.touch(entry);
    });
}

} // namespace essaim::engine
