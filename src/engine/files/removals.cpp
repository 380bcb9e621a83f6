#include "engine/files/removals.h"

#include "engine/background.h"
#include "engine/checks/part_file.h"
#include "engine/durability/start_decision.h"
#include "engine/files/bin_search.h"
#include "engine/files/file_renames.h"
#include "engine/files/file_system.h"
#include "engine/files/trash.h"
#include "engine/lt_convert.h"

#include <algorithm>
#include <ctime>
#include <iterator>

namespace essaim::engine {
namespace {

constexpr std::int64_t kKeptFor = std::int64_t{30} * 24 * 3600; ///< seconds that a removed torrent can be brought back

FilesFate fateOf(storage::RemovedFiles stored) {
    switch (stored) {
    case storage::RemovedFiles::Kept:
        return FilesFate::Keep;
    case storage::RemovedFiles::Bin:
        return FilesFate::Bin;
    case storage::RemovedFiles::Deleted:
        return FilesFate::Delete;
    }
    return FilesFate::Keep;
}

/// The others are tried all the same. NotFound: the bin was emptied; any other failure may be gone at the next try.
std::optional<Error> putAllBack(const std::vector<storage::BinnedFile>& binned) {
    std::optional<Error> worst;
    for (const storage::BinnedFile& file : binned) {
        const auto back = Trash::putBack(file.bin, file.path);
        const bool isGone = !back && back.error().kind == ErrorKind::NotFound;
        if (back || (isGone && lookAt(file.path).value_or(std::nullopt))) // an earlier try had put it back
            continue;
        if (!worst || (!isGone && worst->kind == ErrorKind::NotFound))
            worst = back.error();
    }
    return worst;
}

bool isAnyChanged(const RemovalTask& task) {
    return std::ranges::any_of(task.files, [&task](const storage::FileOwnerRecord& file) {
        const auto there = lookAt(task.savePath + '/' + file.path).value_or(std::nullopt);
        return there && file.stamp.size >= 0 &&
               (there->stamp.size != file.stamp.size || there->stamp.mtimeNs != file.stamp.mtimeNs);
    });
}

} // namespace

Removals::Removals(EngineContext& context, TorrentCommands& commands)
    : m_context(context)
    , m_commands(commands) {
    context.removals = this;
    connect(&context.events, &SessionEvents::torrentsRemoved, this, [this](const QList<TorrentId>& ids) {
        m_busy.insert(ids.begin(), ids.end());
    });
    connect(&context.events, &SessionEvents::filesReleased, this, &Removals::onReleased);
}

void Removals::collect(
    QList<TorrentId> ids, std::set<TorrentId> together, std::shared_ptr<Tasks> tasks, std::function<void()> done) {
    if (ids.isEmpty())
        return done();
    const TorrentId id = ids.takeFirst();
    const TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr)
        return collect(ids, std::move(together), tasks, std::move(done));
    tasks->push_back({id, entry->record.name, entry->record.savePath, partFileName(entry->record.infoHash), {}, {}});
    m_context.files.loadFiles(id, [this, ids, together, tasks, done = std::move(done)](const auto& known) {
        RemovalTask& task = tasks->back();
        if (known) {
            task.files = known->files;
            task.isKnown = known->isKnown;
        }
        const auto onShared = [this, ids, together, tasks, done](const auto& shared) {
            tasks->back().usedByAnother = shared.value_or(std::set<int>());
            collect(ids, together, tasks, done);
        };
        m_context.files.findShared(task.savePath, task.files, together, onShared);
    });
}

void Removals::plan(quint64 requestId, const QList<TorrentId>& ids) {
    const auto tasks = std::make_shared<Tasks>();
    collect(ids, {ids.begin(), ids.end()}, tasks, [this, requestId, tasks] {
        const auto look = [requestId, tasks = *tasks] {
            RemovalPlan plan;
            plan.requestId = requestId;
            for (const RemovalTask& task : tasks) {
                plan.torrents.append(inspectRemoval(task));
                plan.hasBin = plan.hasBin && hasBin(task);
            }
            return plan;
        };
        runInBackground(this, look, [this](const RemovalPlan& plan) { Q_EMIT m_context.events.removalPlanned(plan); });
    });
}

void Removals::onReleased(const TorrentId& id) {
    m_context.files.loadRemoved(id, [this, id](const Expected<std::optional<storage::RemovedRecord>>& record) {
        if (!record || !*record)
            return finish(id);
        const auto work = [path = (*record)->savePath + '/' + partFileName((*record)->infoHash)] {
            return takePartFileBack(path);
        };
        runInBackground(this, work, [this, id, record = **record](bool) {
            if (record.pending)
                carryOut(record, false);
            else
                finish(id);
        });
    });
}

void Removals::finish(const TorrentId& id) {
    m_busy.erase(id);
    const auto [first, last] = m_afterwards.equal_range(id);
    const std::vector<std::pair<const TorrentId, std::function<void()>>> afterwards(first, last);
    m_afterwards.erase(id);
    for (const auto& [each, then] : afterwards)
        then();
    if (m_waiting.erase(id) > 0)
        restore({id});
}

void Removals::carryOut(const storage::RemovedRecord& record, bool wasCutShort) {
    m_context.renames->settle(record.id, [this, record, wasCutShort] { removeFilesOf(record, wasCutShort); });
}

void Removals::removeFilesOf(const storage::RemovedRecord& record, bool wasCutShort) {
    RemovalTask task{record.id, record.name, record.savePath, partFileName(record.infoHash), {}, {}};
    const FilesFate fate = fateOf(record.files);
    const auto cutShort = wasCutShort ? std::optional(std::time_t(record.removedAt)) : std::nullopt;
    m_context.files.loadOwners(record.id, [this, task, fate, cutShort](const auto& owners) mutable {
        task.files = owners.value_or(std::vector<storage::FileOwnerRecord>());
        m_context.files.findShared(
            task.savePath, task.files, {task.id}, [this, task, fate, cutShort](const auto& shared) mutable {
                if (!shared) { // the files stay; tried again at the next start
                    m_context.report(std::unexpected(shared.error()));
                    return finish(task.id);
                }
                task.usedByAnother = *shared;
                run(task, fate, cutShort);
            });
    });
}

void Removals::run(const RemovalTask& task, FilesFate fate, std::optional<std::time_t> cutShort) {
    struct Result {
        FilesRemoved said;
        std::vector<storage::BinnedFile> binned;
    };
    const auto work = [task, fate, cutShort] {
        Result result;
        if (cutShort)
            takePartFileBack(task.savePath + '/' + task.partFile);
        if (cutShort && fate == FilesFate::Bin)
            result.binned = findInBin(task, *cutShort);
        result.said = removeFiles(task, fate, std::time(nullptr), [&result](const storage::BinnedFile& file) {
            result.binned.push_back(file);
        });
        return result;
    };
    runInBackground(this, work, [this, id = task.id](const Result& result) {
        // Should this fail, the next start finds out anew what lies in the bin.
        m_context.files.endRemoval(id, result.binned, [this, id, said = result.said](const Expected<void>& saved) {
            m_context.report(saved);
            finish(id);
            Q_EMIT m_context.events.filesRemoved(said);
            if (said.error)
                Q_EMIT m_context.events.problem(*said.error);
        });
    });
}

void Removals::restore(const QList<TorrentId>& ids) {
    for (const TorrentId& id : ids) {
        const TorrentEntry* entry = m_context.torrents.find(id);
        if (m_busy.contains(id) || (entry != nullptr && entry->removal))
            m_waiting.insert(id);
        else if (entry == nullptr) // else it was added again meanwhile
            m_context.renames->settle(id, [this, id] { findAndBringBack(id); });
    }
}

void Removals::findAndBringBack(const TorrentId& id) {
    m_context.files.loadRemoved(id, [this, id](const Expected<std::optional<storage::RemovedRecord>>& known) {
        if (m_busy.contains(id)) { // a removal that was cut short is just being finished
            m_waiting.insert(id);
            return;
        }
        if (!known || !*known)
            return onFilesBack(id, {}); // says that there is no such torrent
        const auto former = std::make_shared<Former>();
        former->removed = **known;
        former->task = {id, former->removed.name, former->removed.savePath, partFileName(former->removed.infoHash), {},
                        {}};
        m_context.files.loadOwners(id, [former](const auto& owners) {
            former->task.files = owners.value_or(std::vector<storage::FileOwnerRecord>());
        });
        m_context.files.loadBinned(
            id, [former](const auto& binned) { former->binned = binned.value_or(std::vector<storage::BinnedFile>()); });
        m_context.files.loadRow(id, [this, former](const auto& row) { // answers come in the order of the questions
            former->row = row.value_or(std::nullopt);
            bringBack(former);
        });
    });
}

void Removals::bringBack(const std::shared_ptr<const Former>& former) {
    const bool isTrusted = former->row && m_context.repository.isTrusted(former->row->resumeOrigin.run);
    const auto work = [former, isTrusted] {
        std::vector<storage::BinnedFile> binned = former->binned;
        takePartFileBack(former->task.savePath + '/' + former->task.partFile); // the removal was cut short
        const storage::RemovedRecord& removed = former->removed;
        // Of a removal that could not be written down, the bin knows.
        if (removed.files == storage::RemovedFiles::Bin && (removed.pending || binned.empty()))
            std::ranges::copy(findInBin(former->task, std::time_t(removed.removedAt)), std::back_inserter(binned));
        const std::optional<Error> error = putAllBack(binned);
        FilesBack back{error, isAnyChanged(former->task), std::nullopt};
        if (former->row && (!isTrusted || lacksPartFile(*former->row)))
            back.resume = withoutPartFile(*former->row, !isTrusted);
        return back;
    };
    runInBackground(this, work, [this, id = former->removed.id](const FilesBack& back) { onFilesBack(id, back); });
}

void Removals::onFilesBack(const TorrentId& id, const FilesBack& back) {
    if (back.error && back.error->kind != ErrorKind::NotFound) { // nothing is to be written over what stands in the way
        RestoreOutcome outcome;
        outcome.id = id;
        outcome.error = back.error;
        return Q_EMIT m_context.events.torrentRestored(outcome);
    }
    const auto onRow = [this, id, error = back.error](const Expected<std::optional<storage::TorrentRecord>>& row) {
        RestoreOutcome outcome;
        outcome.id = id;
        outcome.error = error;
        if (!row)
            outcome.error = row.error();
        if (!row || !*row)
            return Q_EMIT m_context.events.torrentRestored(outcome);
        storage::TorrentRecord record = **row;
        outcome.name = toQString(record.name);
        outcome.isBack = true;
        if (m_context.torrents.find(id) == nullptr)
            m_commands.restore(std::move(record));
        m_context.publisher.publish();
        Q_EMIT m_context.events.torrentRestored(outcome);
    };
    // What somebody changed meanwhile is not to be downloaded anew before he says so.
    m_context.files.restoreRemoved(id, back.isChanged, back.resume, onRow);
}

void Removals::list() {
    m_context.files.loadRemoved([this](const Expected<std::vector<storage::RemovedRecord>>& records) {
        if (!records)
            return m_context.report(std::unexpected(records.error()));
        QList<RemovedTorrent> removed;
        for (const storage::RemovedRecord& record : *records) {
            removed.append(
                {record.id, toQString(record.name), toQString(record.savePath), toDateTime(record.removedAt),
                 fateOf(record.files)});
        }
        Q_EMIT m_context.events.removedListed(removed);
    });
}

void Removals::forget(const QList<TorrentId>& ids) {
    const auto onListed = [this, ids](const Expected<std::vector<storage::RemovedRecord>>& removed) {
        for (const storage::RemovedRecord& record : removed.value_or(std::vector<storage::RemovedRecord>())) {
            if (ids.contains(record.id) && m_context.torrents.find(record.id) == nullptr)
                dropPartFile(record);
        }
    };
    m_context.files.loadRemoved(onListed);
    for (const TorrentId& id : ids) {
        if (m_context.torrents.find(id) == nullptr)
            m_context.repository.remove(id, [this](const Expected<void>& done) { m_context.report(done); });
    }
    list();
}

/// Of a torrent that can be brought back, pieces of files that are not wanted stay, in a file that nobody sees.
void Removals::dropPartFile(const storage::RemovedRecord& record) {
    if (!m_context.isDriveThere(record.savePath))
        return;
    const auto work = [path = record.savePath + '/' + partFileName(record.infoHash)] {
        removePartFile(path);
        return true;
    };
    runInBackground(this, work, [](bool) {});
}

void Removals::tidy() {
    const std::int64_t before = std::time(nullptr) - kKeptFor;
    m_context.files.loadRemoved([this, before](const Expected<std::vector<storage::RemovedRecord>>& removed) {
        for (const storage::RemovedRecord& record : removed.value_or(std::vector<storage::RemovedRecord>())) {
            if (!record.pending && record.removedAt < before)
                dropPartFile(record);
            if (!record.pending)
                continue;
            m_busy.insert(record.id);
            carryOut(record, true);
        }
        onTidied();
    });
    m_context.files.purgeRemoved(before, [this](const Expected<void>& done) { m_context.report(done); });
}

void Removals::onTidied() {
    m_isTidied = true;
    std::set<TorrentId> free;
    for (const auto& [id, then] : m_afterwards) {
        if (!m_busy.contains(id))
            free.insert(id);
    }
    for (const TorrentId& id : free)
        finish(id);
}

} // namespace essaim::engine
