#include "engine/torrent_commands.h"

#include "engine/background.h"
#include "engine/checks/part_file.h"
#include "engine/durability/payload_sync.h"
#include "engine/files/removals.h"
#include "engine/lt_convert.h"
#include "engine/mover/move_queue.h"
#include "engine/resume_saver.h"
#include "engine/save_folder.h"
#include "engine/save_roots.h"
#include "engine/stop_condition.h"

#include <QTimer>

#include <libtorrent/announce_entry.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

#include <chrono>
#include <set>

namespace essaim::engine {

namespace flags = lt::torrent_flags;

namespace {

constexpr std::chrono::seconds kLongestRest{10}; ///< for libtorrent to write what it has

/// Files that were there before their torrent.
std::vector<storage::FileOwnerRecord> foundOwners(const std::vector<TargetFile>& files) {
    std::vector<storage::FileOwnerRecord> owners;
    for (const TargetFile& file : files)
        owners.push_back({file.number, file.path, false, {}});
    return owners;
}

} // namespace

void TorrentCommands::fail(
    const AddTorrentRequest& request, const TorrentId& id, const QString& name, const Error& error) {
    AddTorrentOutcome outcome;
    outcome.requestId = request.requestId;
    outcome.id = id;
    outcome.name = name;
    outcome.error = error;
    Q_EMIT m_context.events.addFinished(outcome);
}

void TorrentCommands::add(const AddTorrentRequest& request) {
    auto prepared = prepareRequest(request, m_context.settings);
    if (!prepared)
        return fail(request, {}, {}, prepared.error());
    const QString name = toQString(prepared->record.name);
    if (const TorrentEntry* known = m_context.torrents.findMatching(prepared->record.infoHash)) {
        const Error error{ErrorKind::AlreadyExists, Operation::AddTorrent, known->record.name, {}};
        return fail(request, known->record.id, toQString(known->record.name), error);
    }
    const TorrentId id = prepared->record.id;
    if (m_context.removals->isBusy(id)) // with the files of its former life
        return m_context.removals->whenDone(id, [this, request] { add(request); });
    if (m_roots != nullptr && !m_roots->isThere(prepared->record.savePath)) // not on the bare mount point
        return fail(
            request, id, name,
            {ErrorKind::NotFound, Operation::CreateDirectory, prepared->record.savePath, "the drive is not there"});

    TorrentEntry entry;
    entry.record = prepared->record;
    dropLargeParts(entry.record);
    entry.metadata = prepared->metadata;
    entry.trackerHosts = prepared->trackerHosts;
    entry.requestId = request.requestId;
    entry.peersToConnect = request.peers;
    entry.isToBeFirst = request.toTop;
    m_context.torrents.insert(std::move(entry));

    std::vector<TargetFile> files;
    if (prepared->params.ti)
        files = targetFiles(prepared->params.ti->files(), prepared->params.renamed_files);
    const std::string savePath = prepared->record.savePath;
    // Whoever made the torrent from these files has just read them.
    const bool isMadeHere = request.seedMode;
    if (isMadeHere || files.empty()) {
        if (const auto folder = prepareSaveFolder(savePath); !folder)
            return giveUp(request, id, folder.error());
        return save(request, std::move(*prepared), foundOwners(files));
    }
    const auto onDecided = [this, request, id,
                            prepared = std::move(*prepared)](Expected<TargetDecision> decision) mutable {
        if (!decision)
            return giveUp(request, id, decision.error());
        applyDecision(prepared, *decision);
        if (TorrentEntry* added = m_context.torrents.find(id))
            added->record.renamedFiles = prepared.record.renamedFiles;
        save(request, std::move(prepared), std::move(decision->owners));
    };
    m_targets.claim(id, request.torrent, std::move(files), savePath, request.existingFiles, onDecided);
}

void TorrentCommands::save(
    const AddTorrentRequest& request, PreparedTorrent prepared, std::vector<storage::FileOwnerRecord> owners) {
    const TorrentId id = prepared.record.id;
    m_context.files.remember(id, owners);
    const auto onSaved = [this, request, id, params = std::move(prepared.params)](const Expected<void>& saved) mutable {
        if (!saved)
            return giveUp(request, id, saved.error());
        m_targets.release(id);
        startAdding(id, std::move(params));
    };
    // The others make room in the same transaction.
    std::vector<std::pair<TorrentId, int>> moved;
    if (request.toTop) {
        m_context.torrents.forEach([&](TorrentEntry& other) {
            if (other.record.id != id && other.record.queuePosition >= 0)
                moved.emplace_back(other.record.id, ++other.record.queuePosition);
        });
        prepared.record.queuePosition = 0;
    }
    // In one piece: of many that are added together, the first are in the list while the last are still being saved.
    const auto work = [record = std::move(prepared.record), owners = std::move(owners),
                       moved](SQLite::Database& database) {
        storage::TorrentStore store(database);
        store.put(record);
        storage::FileOwnerStore(database).put(record.id, owners);
        for (const auto& [other, position] : moved)
            store.setQueuePosition(other, position);
    };
    m_context.repository.run(Operation::SaveStore, work, onSaved);
}

void TorrentCommands::giveUp(const AddTorrentRequest& request, const TorrentId& id, const Error& error) {
    const TorrentEntry* entry = m_context.torrents.find(id);
    const QString name = entry != nullptr ? toQString(entry->record.name) : QString();
    m_targets.release(id);
    m_context.torrents.erase(id);
    fail(request, id, name, error);
}

void TorrentCommands::startAdding(const TorrentId& id, lt::add_torrent_params params) {
    TorrentEntry* entry = m_context.torrents.find(id);
    if (!m_context.session || entry == nullptr)
        return;
    entry->isBeingAdded = true;
    const auto shared = std::make_shared<lt::add_torrent_params>(std::move(params));
    m_context.payloadSync->keepOnly(id, *shared, [this, id, shared] {
        TorrentEntry* current = m_context.torrents.find(id);
        if (!m_context.session || current == nullptr)
            return;
        m_context.checks.takeOver(*current, *shared);
        shared->userdata = TorrentList::tokenFor(m_context.torrents.nextAddNumber(id));
        m_context.session->async_add_torrent(std::move(*shared));
    });
}

void TorrentCommands::onAdded(TorrentEntry& entry, const lt::torrent_handle& handle) {
    entry.isBeingAdded = false;
    entry.isOutdated = false;
    noteRestored(entry);
    m_context.torrents.setHandle(entry, handle);
    entry.paths.clear(); // libtorrent has them anew
    if (std::exchange(entry.isToBeFirst, false)) {
        entry.record.queuePosition = 0;
        handle.queue_position_top();
    }
    if (const auto requestId = std::exchange(entry.requestId, std::nullopt)) {
        AddTorrentOutcome outcome;
        outcome.requestId = *requestId;
        outcome.id = entry.record.id;
        outcome.name = toQString(entry.record.name);
        m_context.publisher.touch(entry);
        m_outcomes.push_back(std::move(outcome));
    }
    if (entry.removal && entry.removal->isSaved) {
        // Once more: the row may have been written after it was marked.
        const auto report = [this](const Expected<void>& marked) { m_context.report(marked); };
        m_context.files.markRemoved(entry.record.id, entry.removal->files, false, report);
        return carryOutRemoval(entry.record.id);
    }
    if (std::exchange(entry.wantsPriorities, false))
        handle.prioritize_files(toLtPriorities(entry.record.filePriorities));
    if (entry.record.paused) { // also if the user said so only while libtorrent was being asked
        handle.unset_flags(flags::auto_managed);
        handle.pause();
    }
    if (!entry.wantsCheck) { // else libtorrent gets the torrent once more
        for (const QString& peer : std::exchange(entry.peersToConnect, {}))
            connectPeer(entry.record.id, peer);
    }
    m_context.checks.onAdded(entry);
    m_context.parking.onAdded(entry);
    m_context.publisher.touch(entry);
}

void TorrentCommands::tellOutcomes() {
    if (m_outcomes.empty())
        return;
    // In the list before anybody hears of it: who asks for it by its id finds it there.
    m_context.publisher.publish();
    for (const AddTorrentOutcome& outcome : std::exchange(m_outcomes, {}))
        Q_EMIT m_context.events.addFinished(outcome);
    if (m_roots != nullptr)
        m_roots->noteFolders();
}

void TorrentCommands::onAddFailed(TorrentEntry& entry, const Error& error) {
    entry.isBeingAdded = false;
    m_context.checks.drop(entry);
    noteRestored(entry);
    if (entry.removal && entry.removal->isSaved && !entry.requestId)
        return carryOutRemoval(entry.record.id);
    if (!entry.requestId) { // was in the list before: stays there, with the reason
        entry.error = error;
        m_context.publisher.touch(entry);
        return;
    }
    AddTorrentOutcome outcome;
    outcome.requestId = *entry.requestId;
    outcome.id = entry.record.id;
    outcome.name = toQString(entry.record.name);
    outcome.error = error;
    const TorrentId id = entry.record.id;
    m_context.repository.remove(id, [this, id, outcome](const Expected<void>& removed) {
        m_context.report(removed);
        m_context.torrents.erase(id);
        Q_EMIT m_context.events.addFinished(outcome);
    });
}

void TorrentCommands::pause(const QList<TorrentId>& ids) {
    withEach(m_context, ids, [this](TorrentEntry& entry) { setPaused(entry, true); });
}

void TorrentCommands::resume(const QList<TorrentId>& ids) {
    withEach(m_context, ids, [this](TorrentEntry& entry) { setPaused(entry, false); });
}

void TorrentCommands::setPaused(TorrentEntry& entry, bool isPaused) {
    const TorrentId id = entry.record.id;
    m_context.repository.setPaused(id, isPaused, [this, id, isPaused](const Expected<void>& saved) {
        m_context.report(saved); // the user's wish is carried out all the same
        withEach(m_context, {id}, [&](TorrentEntry& torrent) {
            torrent.record.paused = isPaused;
            if (!isPaused)
                forgetStop(m_context, torrent);
            if (!torrent.handle.is_valid() || torrent.parking) // comes back as the record says
                return;
            if (torrent.check) // given back as the record says
                return m_context.checks.setPaused(torrent, isPaused);
            if (!isPaused && torrent.areFilesMissing) // the user does not wait for them any longer
                return m_context.checks.begin(torrent, CheckQueue::IfGone::StartOver);
            if (isPaused) {
                torrent.handle.unset_flags(flags::auto_managed);
                torrent.handle.pause();
                m_context.resumeSaver.save(torrent);
                return;
            }
            // Also the way out of an error: what was refused is tried again.
            torrent.error.reset();
            torrent.handle.clear_error();
            torrent.handle.unset_flags(flags::upload_mode);
            if (torrent.record.flags.autoManaged)
                torrent.handle.set_flags(flags::auto_managed);
            torrent.handle.resume();
        });
        if (m_context.session)
            m_context.session->post_torrent_updates(lt::torrent_handle::query_distributed_copies);
    });
}

void TorrentCommands::remove(const QList<TorrentId>& ids, FilesFate files, bool takesUnknown) {
    for (const TorrentId& id : ids) {
        TorrentEntry* entry = m_context.torrents.find(id);
        if (entry == nullptr || entry->removal)
            continue;
        if (m_moves != nullptr && m_moves->isMoving(id)) { // the files return first, so that they are all in one place
            m_moves->cancelThen(id, [this, id, files, takesUnknown] { remove({id}, files, takesUnknown); });
            continue;
        }
        entry->removal = TorrentEntry::Removal{files};
        m_context.files.markRemoved(id, files, takesUnknown, [this, id](const Expected<void>& removed) {
            TorrentEntry* torrent = m_context.torrents.find(id);
            if (torrent == nullptr)
                return;
            if (!removed) { // it would be back after a restart: better to say so and keep it
                torrent->removal.reset();
                return m_context.report(removed);
            }
            torrent->removal->isSaved = true;
            if (!torrent->requestId && !torrent->isBeingAdded) // else libtorrent's answer comes first
                carryOutRemoval(id);
        });
    }
}

void TorrentCommands::carryOutRemoval(TorrentId id) {
    TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr || !m_context.session)
        return;
    if (!entry->handle.is_valid()) { // a row that libtorrent never got
        m_context.publisher.forget(id);
        m_context.torrents.erase(id);
        Q_EMIT m_context.events.torrentsRemoved({id});
        Q_EMIT m_context.events.filesReleased(id);
        return;
    }
    m_context.checks.drop(*entry);
    if (!entry->metadata || entry->areFilesMissing || entry->isOutdated) // nothing to write, nothing worth keeping
        return letGo(*entry);
    using Step = TorrentEntry::Removal::Step;
    if (entry->removal->step != Step::Waiting)
        return;
    const auto limit = [this, id, handle = entry->handle] { // a disk that hangs
        TorrentEntry* torrent = m_context.torrents.find(id);
        if (torrent == nullptr || !torrent->removal || torrent->handle != handle ||
            torrent->removal->step == Step::Leaving)
            return; // it has left, or came back meanwhile, or is about to leave
        torrent->removal->step = Step::Leaving;
        leave(id);
    };
    QTimer::singleShot(kLongestRest, &m_context.events, limit);
    unlessRemoved([&] {
        entry->removal->step = Step::Resting;
        if (entry->handle.flags() & flags::paused)
            return onResting(*entry);
        entry->handle.unset_flags(flags::auto_managed);
        entry->handle.pause();
    });
}

void TorrentCommands::onResting(TorrentEntry& entry) {
    using Step = TorrentEntry::Removal::Step;
    if (!entry.removal || entry.removal->step != Step::Resting)
        return;
    entry.removal->step = Step::Saving;
    m_context.resumeSaver.save(entry);
}

void TorrentCommands::onResumeAnswered(TorrentEntry& entry) {
    if (entry.removal && entry.removal->step == TorrentEntry::Removal::Step::Saving)
        letGo(entry);
}

void TorrentCommands::letGo(TorrentEntry& entry) {
    if (!entry.removal || !m_context.session)
        return;
    entry.removal->step = TorrentEntry::Removal::Step::Leaving;
    const std::string path = entry.record.savePath + '/' + partFileName(entry.record.infoHash);
    runInBackground(
        &m_context.events, [path] { return setPartFileAside(path); },
        [this, id = entry.record.id](bool) { leave(id); });
}

/// The file for pieces of files that are not wanted goes, or would: there is no other word from the library that it is
/// through with the files of a torrent.
void TorrentCommands::leave(const TorrentId& id) {
    TorrentEntry* entry = m_context.torrents.find(id);
    if (entry != nullptr && entry->removal && m_context.session)
        unlessRemoved([&] { m_context.session->remove_torrent(entry->handle, lt::session::delete_partfile); });
}

void TorrentCommands::recheck(const QList<TorrentId>& ids) {
    withEach(m_context, ids, [this](TorrentEntry& entry) {
        if (entry.moved && m_moves != nullptr)
            m_moves->checkAfterwards(entry.record.id);
        if (entry.parking)
            entry.wantsCheck = true; // once it is back
        else
            m_context.checks.begin(entry);
    });
}

void TorrentCommands::reannounce(const QList<TorrentId>& ids) {
    withEach(m_context, ids, [](TorrentEntry& entry) {
        if (entry.handle.is_valid())
            entry.handle.force_reannounce(0, -1, lt::torrent_handle::ignore_min_interval);
    });
}

void TorrentCommands::connectPeer(const TorrentId& id, const QString& hostAndPort) {
    m_resolver.resolve(hostAndPort, [this, id, hostAndPort](const lt::tcp::endpoint& endpoint) {
        withEach(m_context, {id}, [&](TorrentEntry& entry) {
            if (entry.handle.is_valid())
                entry.handle.connect_peer(endpoint);
            else if (entry.isBeingAdded)
                entry.peersToConnect.append(hostAndPort); // asked anew once libtorrent has the torrent
        });
    });
}

} // namespace essaim::engine
