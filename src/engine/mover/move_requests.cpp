// What is asked of the queue: moves that are refused at once, or put on record and into the queue.
#include "engine/lt_convert.h"
#include "engine/mover/move_job.h"
#include "engine/mover/move_queue.h"

#include <QDir>

#include <set>

namespace essaim::engine {

MoveQueue::SharedNames MoveQueue::namesInUse() const {
    SharedNames names;
    m_context.torrents.forEach([&](const TorrentEntry& entry) {
        if (!entry.removal && entry.metadata)
            ++names[{entry.record.savePath, entry.record.name}];
    });
    return names;
}

Expected<storage::MoveRecord>
MoveQueue::plan(const TorrentId& id, const std::string& folder, const SharedNames& names) const {
    TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr || entry->removal || entry->requestId)
        return failure(ErrorKind::NotFound, Operation::None);
    storage::MoveRecord record;
    record.torrent = id;
    record.source = entry->record.savePath;
    record.target = folder;
    const std::string& name = entry->record.name;
    if (entry->moved)
        return failure(ErrorKind::Busy, Operation::MoveFiles, name, "it is being moved already");
    if (!m_context.repository.isOpen())
        return failure(ErrorKind::Unsupported, Operation::MoveFiles, name, "nothing is remembered in this session");
    if (record.source == folder)
        return failure(ErrorKind::AlreadyExists, Operation::MoveFiles, name, "the files are there already");
    const auto users = names.find({record.source, name});
    if (entry->metadata && users != names.end() && users->second > 1)
        return failure(ErrorKind::Busy, Operation::MoveFiles, name, "another torrent uses the same files");
    return record;
}

void MoveQueue::move(const QList<TorrentId>& ids, const QString& folder) {
    const std::string target = QDir::cleanPath(folder).toStdString();
    if (!QDir::isAbsolutePath(folder))
        return m_context.report(failure(ErrorKind::InvalidData, Operation::MoveFiles, target, "not an absolute path"));
    const SharedNames names = namesInUse();
    std::vector<storage::MoveRecord> records;
    for (const TorrentId& id : ids) {
        if (auto record = plan(id, target, names)) {
            m_context.torrents.find(id)->moved = 0; // nobody else begins one meanwhile
            records.push_back(std::move(*record));
        } else if (record.error().operation != Operation::None) {
            m_context.report(std::unexpected(record.error()));
        }
    }
    if (!records.empty())
        add(std::move(records));
}

void MoveQueue::add(std::vector<storage::MoveRecord> wanted) {
    const auto records = std::make_shared<std::vector<storage::MoveRecord>>(std::move(wanted));
    m_context.repository.run(
        Operation::SaveStore,
        [records](SQLite::Database& database) {
            for (storage::MoveRecord& record : *records)
                record.id = storage::MoveStore(database).add(record);
        },
        [this, records](const Expected<void>& saved) {
            m_context.report(saved);
            forgetOlder(*records);
            for (storage::MoveRecord& record : *records) {
                TorrentEntry* entry = m_context.torrents.find(record.torrent);
                if (entry != nullptr && !saved)
                    entry->moved.reset();
                if (entry != nullptr)
                    m_context.publisher.touch(*entry);
                if (!saved)
                    continue;
                Job job;
                job.record = std::move(record);
                job.describe(entry);
                m_jobs.insert_or_assign(job.record.id, std::move(job));
            }
            schedule();
        });
}

/// What ended is history once the torrent moves again.
void MoveQueue::forgetOlder(const std::vector<storage::MoveRecord>& records) {
    std::set<TorrentId> ids;
    for (const storage::MoveRecord& record : records)
        ids.insert(record.torrent);
    std::erase_if(
        m_jobs, [&](const auto& each) { return each.second.isOver() && ids.contains(each.second.record.torrent); });
}

void MoveQueue::relocate(const QList<TorrentId>& ids, const QString& folder) {
    const std::string target = QDir::cleanPath(folder).toStdString();
    const SharedNames names = namesInUse();
    for (const TorrentId& id : ids) {
        const auto record = plan(id, target, names);
        TorrentEntry* entry = m_context.torrents.find(id);
        if (!record && record.error().operation != Operation::None)
            m_context.report(std::unexpected(record.error()));
        if (!record || entry == nullptr)
            continue;
        storage::MoveRecord there = *record;
        there.needsCheck = true;
        m_context.parking.park(*entry, TorrentEntry::Parking::Moving, [this, there] {
            m_context.repository.run(
                Operation::SaveStore,
                [there](SQLite::Database& database) { storage::MoveStore(database).commit(there); },
                [this, there](const Expected<void>& saved) {
                    m_context.report(saved);
                    if (TorrentEntry* torrent = m_context.torrents.find(there.torrent); torrent != nullptr && saved)
                        torrent->record.savePath = there.target;
                    m_context.parking.unpark(there.torrent, TorrentEntry::Parking::Moving);
                    if (saved)
                        Q_EMIT moved(there.torrent, toQString(there.source), toQString(there.target));
                });
        });
    }
}

} // namespace essaim::engine
