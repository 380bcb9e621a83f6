#include "engine/details/torrent_editor.h"

#include "engine/details/chosen_addresses.h"
#include "engine/files/file_renames.h"
#include "engine/final_folder.h"
#include "engine/lt_convert.h"
#include "engine/piece_wishes.h"
#include "engine/snapshot_maker.h"

#include <QDir>

#include <libtorrent/announce_entry.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_status.hpp>

#include <algorithm>
#include <limits>
#include <set>

namespace essaim::engine {

namespace flags = lt::torrent_flags;

namespace {

QList<QStringList> tiersOf(const lt::torrent_handle& handle) {
    QList<QStringList> tiers;
    std::optional<std::uint8_t> last;
    for (const lt::announce_entry& tracker : handle.trackers()) { // sorted by tier
        if (tracker.tier != last)
            tiers.append(QStringList());
        last = tracker.tier;
        tiers.back().append(toQString(tracker.url));
    }
    return tiers;
}

/// Of a row: 0 = none. The library's is an int, and 0 for none.
int libraryLimit(qint64 bytesPerSecond) {
    return int(std::clamp<qint64>(bytesPerSecond, 0, std::numeric_limits<int>::max()));
}

bool isKnown(const RefreshTrackers& edit, const QString& url) {
    const auto isBelow = [&url](const QString& base) {
        return url.startsWith(base) && (url.size() == base.size() || url[base.size()] == u'/');
    };
    return edit.known.contains(url) || std::ranges::any_of(edit.bases, isBelow);
}

void carryOut(const TorrentEntry& entry) {
    const storage::TorrentFlags& chosen = entry.record.flags;
    const lt::torrent_handle& handle = entry.handle;
    if (!handle.is_valid())
        return;
    handle.set_flags(
        chosen.sequential ? flags::sequential_download : lt::torrent_flags_t{}, flags::sequential_download);
    handle.set_flags(chosen.superSeeding ? flags::super_seeding : lt::torrent_flags_t{}, flags::super_seeding);
    handle.set_download_limit(libraryLimit(entry.record.downloadLimit));
    handle.set_upload_limit(libraryLimit(entry.record.uploadLimit));
    if (entry.record.paused || entry.error || entry.areFilesMissing || entry.hold)
        return;
    if (chosen.autoManaged) {
        handle.set_flags(flags::auto_managed);
    } else {
        handle.unset_flags(flags::auto_managed);
        handle.resume();
    }
}

} // namespace

void TorrentEditor::apply(const QList<TorrentId>& ids, const TorrentEdit& edit) {
    if (const auto* step = std::get_if<QueueStep>(&edit))
        return moveInQueue(ids, *step);
    withEach(m_context, ids, [&](TorrentEntry& entry) {
        std::visit(
            [&]<typename Edit>(const Edit& one) {
                if constexpr (!std::is_same_v<Edit, QueueStep>)
                    apply(entry, one);
            },
            edit);
    });
}

bool TorrentEditor::canBeRead(const TorrentEntry& entry) {
    if (entry.handle.is_valid())
        return true;
    Q_EMIT m_context.events.problem(
        {ErrorKind::Busy, Operation::EditTorrent, entry.record.name, "the torrent is on its way or its drive is away"});
    return false;
}

void TorrentEditor::apply(TorrentEntry& entry, const SetTrackers& edit) {
    saveTrackers(entry, edit.tiers);
}

void TorrentEditor::apply(TorrentEntry& entry, const AddTrackers& edit) {
    if (!canBeRead(entry))
        return;
    QList<QStringList> tiers = trackersOf(entry);
    for (const QString& url : edit.urls) // those that are known are left out when they are encoded
        tiers.append({url});
    saveTrackers(entry, tiers);
}

void TorrentEditor::apply(TorrentEntry& entry, const RemoveTrackers& edit) {
    if (!canBeRead(entry))
        return;
    const auto isNamed = [&edit](const QString& url) {
        QStringList host;
        addHost(host, url.toStdString());
        return edit.urls.contains(url) || (!host.isEmpty() && edit.urls.contains(host.first()));
    };
    const QList<QStringList> before = trackersOf(entry);
    QList<QStringList> tiers = before;
    bool isChanged = false;
    for (QStringList& tier : tiers)
        isChanged = tier.removeIf(isNamed) > 0 || isChanged;
    if (!isChanged)
        return;
    if (edit.deed != 0) {
        constexpr std::size_t kMostDeeds = 20; // as many as can be taken back
        m_removed[edit.deed].insert_or_assign(entry.record.id, before);
        if (m_removed.size() > kMostDeeds)
            m_removed.erase(m_removed.begin());
    }
    saveTrackers(entry, tiers);
}

/// Nobody waits for it: a torrent that is on its way gets them the next time.
void TorrentEditor::apply(TorrentEntry& entry, const RefreshTrackers& edit) {
    if (!entry.handle.is_valid())
        return;
    QList<QStringList> tiers = trackersOf(entry);
    const auto isProof = [&edit](const QString& url) { return edit.proof.contains(url); };
    if (!edit.proof.isEmpty() &&
        std::ranges::none_of(tiers, [&](const QStringList& tier) { return std::ranges::any_of(tier, isProof); }))
        return;
    QStringList missing = edit.urls;
    bool isTheirs = false;
    bool isChanged = false;
    for (QStringList& tier : tiers) {
        const auto hasGone = [&](const QString& url) { return isKnown(edit, url) && !edit.urls.contains(url); };
        isChanged = tier.removeIf(hasGone) > 0 || isChanged;
        const auto found = missing.removeIf([&tier](const QString& url) { return tier.contains(url); });
        isTheirs = isTheirs || isChanged || found > 0;
    }
    if (!isTheirs || (!isChanged && missing.isEmpty()))
        return;
    for (const QString& url : missing)
        tiers.append({url});
    saveTrackers(entry, tiers);
}

void TorrentEditor::apply(TorrentEntry& entry, const RestoreTrackers& edit) {
    const auto deed = m_removed.find(edit.deed);
    if (deed == m_removed.end() || !canBeRead(entry))
        return;
    auto taken = deed->second.extract(entry.record.id);
    if (taken.empty())
        return;
    QList<QStringList> tiers = taken.mapped();
    tiers += trackersOf(entry); // those that are known are left out when they are encoded
    saveTrackers(entry, tiers);
}

QList<QStringList> TorrentEditor::trackersOf(const TorrentEntry& entry) const {
    const QList<QStringList>* unsaved = m_unsavedTrackers.find(entry.record.id);
    if (unsaved == nullptr)
        return tiersOf(entry.handle);
    QList<QStringList> tiers = *unsaved;
    for (const QString& url : splitLines(entry.record.extraTrackers)) // added since
        tiers.append({url});
    return tiers;
}

void TorrentEditor::saveTrackers(TorrentEntry& entry, const QList<QStringList>& tiers) {
    const TorrentId id = entry.record.id;
    const std::string extra = std::exchange(entry.record.extraTrackers, {}); // the tiers hold them
    m_unsavedTrackers.begin(id, tiers);
    const std::string lines = encodeTrackers(tiers);
    const auto save = [id, lines](SQLite::Database& database) {
        storage::TorrentStore(database).setTrackers(id, lines);
    };
    m_context.repository.run(Operation::SaveStore, save, [this, id, lines, extra](const Expected<void>& saved) {
        m_unsavedTrackers.end(id);
        m_context.report(saved);
        withEach(m_context, {id}, [&](TorrentEntry& torrent) {
            const QStringList since = splitLines(torrent.record.extraTrackers);
            if (!saved) {
                torrent.record.extraTrackers = (splitLines(extra) + since).join(u'\n').toStdString();
                return;
            }
            torrent.record.trackers = lines;
            torrent.trackerMessage.clear();
            QStringList hosts;
            for (const lt::announce_entry& tracker : decodeTrackers(lines))
                addHost(hosts, tracker.url);
            for (const QString& url : since)
                addHost(hosts, url.toStdString());
            m_context.torrents.noteTrackers(torrent, hosts);
            m_context.publisher.touch(torrent);
            if (torrent.handle.is_valid()) {
                torrent.handle.replace_trackers(decodeTrackers(lines));
                addAfterAll(torrent.handle, since);
            }
            m_context.onEdited(torrent);
        });
    });
}

void TorrentEditor::apply(TorrentEntry& entry, const AskTracker& edit) {
    if (!entry.handle.is_valid())
        return;
    if (edit.url.isEmpty())
        return entry.handle.force_reannounce(0, -1, lt::torrent_handle::ignore_min_interval);
    const auto trackers = entry.handle.trackers();
    const auto found = std::ranges::find(trackers, edit.url.toStdString(), &lt::announce_entry::url);
    if (found != trackers.end())
        entry.handle.force_reannounce(0, int(found - trackers.begin()), lt::torrent_handle::ignore_min_interval);
    m_context.onEdited(entry);
}

void TorrentEditor::apply(TorrentEntry& entry, const SetWebSeeds& edit) {
    const TorrentId id = entry.record.id;
    const std::string lines = encodeWebSeeds(edit.urls);
    const auto save = [id, lines](SQLite::Database& database) {
        storage::TorrentStore(database).setWebSeeds(id, lines);
    };
    m_context.repository.run(Operation::SaveStore, save, [this, id, lines](const Expected<void>& saved) {
        m_context.report(saved);
        if (!saved)
            return;
        withEach(m_context, {id}, [&](TorrentEntry& torrent) {
            torrent.record.webSeeds = lines;
            if (!torrent.handle.is_valid())
                return;
            const auto urls = decodeWebSeeds(lines);
            const std::set<std::string> wanted(urls.begin(), urls.end());
            const std::set<std::string> known = torrent.handle.url_seeds();
            for (const std::string& url : known) {
                if (!wanted.contains(url))
                    torrent.handle.remove_url_seed(url);
            }
            for (const std::string& url : wanted) {
                if (!known.contains(url))
                    torrent.handle.add_url_seed(url);
            }
            m_context.onEdited(torrent);
        });
    });
}

void TorrentEditor::apply(TorrentEntry& entry, const AddPeers& edit) {
    for (const QString& peer : edit.peers)
        m_commands.connectPeer(entry.record.id, peer);
}

void TorrentEditor::apply(TorrentEntry& entry, const TurnAway& edit) {
    m_turnAway(entry.record.id, std::set<IpAddress>(edit.addresses.begin(), edit.addresses.end()));
}

void TorrentEditor::apply(TorrentEntry& entry, const RenameFiles& edit) {
    if (canBeRead(entry))
        m_context.renames->rename(entry, edit.paths);
}

void TorrentEditor::apply(TorrentEntry& entry, const SetOptions& edit) {
    const TorrentId id = entry.record.id;
    const Options* unsaved = m_unsavedOptions.find(id);
    const Options now = unsaved != nullptr
                            ? *unsaved
                            : Options{entry.record.flags, entry.record.downloadLimit, entry.record.uploadLimit};
    storage::TorrentFlags chosen = now.flags;
    chosen.sequential = edit.sequential.value_or(chosen.sequential);
    chosen.firstLastFirst = edit.firstLastFirst.value_or(chosen.firstLastFirst);
    chosen.superSeeding = edit.superSeeding.value_or(chosen.superSeeding);
    chosen.autoManaged = edit.ignoreQueue ? !*edit.ignoreQueue : chosen.autoManaged;
    const qint64 download = std::max<qint64>(0, edit.downloadLimit.value_or(now.downloadLimit));
    const qint64 upload = std::max<qint64>(0, edit.uploadLimit.value_or(now.uploadLimit));
    m_unsavedOptions.begin(id, {chosen, download, upload});
    const auto save = [id, chosen, download, upload](SQLite::Database& database) {
        storage::TorrentStore store(database);
        store.setFlags(id, chosen);
        store.setLimits(id, download, upload);
    };
    m_context.repository.run(Operation::SaveStore, save, [this, id, chosen, download, upload](const auto& saved) {
        m_unsavedOptions.end(id);
        m_context.report(saved);
        if (!saved)
            return;
        withEach(m_context, {id}, [&](TorrentEntry& torrent) {
            const bool isOther = torrent.record.flags.firstLastFirst != chosen.firstLastFirst;
            torrent.record.flags = chosen;
            torrent.record.downloadLimit = download;
            torrent.record.uploadLimit = upload;
            carryOut(torrent);
            if (isOther)
                wishPieces(torrent);
            m_context.onEdited(torrent);
        });
        m_context.publisher.publish();
    });
}

void TorrentEditor::apply(TorrentEntry& entry, const SetFinalFolder& edit) {
    const std::string folder = edit.folder.isEmpty() ? std::string() : QDir::cleanPath(edit.folder).toStdString();
    if (!folder.empty() && !QDir::isAbsolutePath(edit.folder))
        return m_context.report(
            failure(ErrorKind::InvalidData, Operation::EditTorrent, folder, "not an absolute path"));
    setFinalFolder(m_context, entry.record.id, folder == entry.record.savePath ? std::string() : folder);
}

void TorrentEditor::moveInQueue(const QList<TorrentId>& ids, QueueStep step) {
    std::vector<TorrentEntry*> entries;
    for (const TorrentId& id : ids) {
        TorrentEntry* entry = m_context.torrents.find(id);
        if (entry != nullptr && !entry->removal && entry->handle.is_valid() && entry->status)
            entries.push_back(entry);
    }
    // Several keep their order among themselves: whoever goes first must not stand in the way of the next.
    const bool isUpwards = step == QueueStep::Up || step == QueueStep::Bottom;
    std::ranges::sort(entries, [isUpwards](const TorrentEntry* left, const TorrentEntry* right) {
        const bool isBefore = left->status->queue_position < right->status->queue_position;
        return isUpwards ? isBefore : !isBefore;
    });
    for (const TorrentEntry* entry : entries) {
        unlessRemoved([&] {
            switch (step) {
            case QueueStep::Top:
                return entry->handle.queue_position_top();
            case QueueStep::Up:
                return entry->handle.queue_position_up();
            case QueueStep::Down:
                return entry->handle.queue_position_down();
            case QueueStep::Bottom:
                return entry->handle.queue_position_bottom();
            }
        });
    }
    saveQueue();
}

void TorrentEditor::saveQueue() {
    std::vector<std::pair<TorrentId, int>> moved;
    for (const lt::torrent_status& status : m_context.session->get_torrent_status([](const auto&) { return true; })) {
        TorrentEntry* entry = m_context.torrents.find(status.handle);
        if (entry == nullptr)
            continue;
        const int position = static_cast<int>(status.queue_position);
        if (entry->status)
            entry->status->queue_position = status.queue_position;
        m_context.publisher.touch(*entry);
        if (std::exchange(entry->record.queuePosition, position) != position)
            moved.emplace_back(entry->record.id, position);
    }
    const auto save = [moved](SQLite::Database& database) {
        storage::TorrentStore store(database);
        for (const auto& [id, position] : moved)
            store.setQueuePosition(id, position);
    };
    m_context.repository.run(Operation::SaveStore, save, [this](const Expected<void>& saved) {
        m_context.report(saved);
        m_context.publisher.publish();
    });
}

} // namespace essaim::engine
