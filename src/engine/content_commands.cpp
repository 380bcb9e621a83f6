// Commands about which files of a torrent are wanted and whom it asks for peers.
#include "engine/durability/sync_files.h"
#include "engine/lt_convert.h"
#include "engine/torrent_commands.h"

#include <libtorrent/announce_entry.hpp>

#include <algorithm>

namespace essaim::engine {

namespace {

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
    const std::string bytes = encodePriorities(priorities);
    TorrentEntry* known = m_context.torrents.find(id);
    if (known == nullptr)
        return;
    // What the part file holds of them will be written to them: that is no change by somebody else.
    if (Stamps none = stampsOfWantedNow(known->record.filePriorities, bytes); !none.empty()) {
        known->wantsStamps = true;
        m_context.files.stamp(id, std::move(none), [this](const Expected<void>& saved) { m_context.report(saved); });
    }
    m_context.repository.setFilePriorities(id, bytes, [this, id, bytes](const Expected<void>& saved) {
        m_context.report(saved);
        withEach(m_context, {id}, [&](TorrentEntry& entry) {
            entry.record.filePriorities = bytes;
            if (entry.handle.is_valid() && entry.metadata)
                entry.handle.prioritize_files(toLtPriorities(bytes));
            else
                entry.wantsPriorities = entry.isBeingAdded && entry.metadata;
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
        if (!entry.handle.is_valid())
            return;
        int tier = 0;
        for (const lt::announce_entry& tracker : entry.handle.trackers())
            tier = std::max(tier, int(tracker.tier) + 1);
        for (const QString& url : added) { // libtorrent skips those that it has already
            lt::announce_entry tracker(url.toStdString());
            tracker.tier = std::uint8_t(std::min(tier++, 255)); // each of them is asked
            entry.handle.add_tracker(tracker);
        }
    });
}

} // namespace essaim::engine
