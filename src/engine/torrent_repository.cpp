#include "engine/torrent_repository.h"

#include <QFile>

namespace essaim::engine {

namespace {

bool isAboutBackup(const Error& error) {
    return error.operation == Operation::OpenBackup || error.operation == Operation::SaveBackup;
}

PreviousRun previousRunOf(storage::PreviousEnd end) {
    switch (end) {
    case storage::PreviousEnd::ProcessCrash:
        return PreviousRun::Crashed;
    case storage::PreviousEnd::PowerLoss:
        return PreviousRun::PowerLost;
    case storage::PreviousEnd::Clean:
    case storage::PreviousEnd::FirstStart:
        break;
    }
    return PreviousRun::InOrder;
}

StoreNotice noticeOf(const storage::ClientStore& store) {
    StoreNotice notice;
    notice.previousRun = previousRunOf(store.run.previousEnd);
    notice.rebuilt = store.report.movedAside.empty() ? store.report.rebuilt : int(store.torrents.size());
    notice.mended = store.report.mended;
    notice.lost = store.report.lost;
    notice.movedAside = QFile::decodeName(store.report.movedAside.c_str());
    notice.isReplaced = store.report.isReplaced;
    if (store.restored) {
        notice.isRestored = true;
        notice.returned = int(store.restored->returning.size());
        notice.changed = int(store.restored->changed.size());
        notice.unreadable = store.restored->unreadable;
    }
    return notice;
}

} // namespace

Expected<void> TorrentRepository::open(const QString& path, const RestoreRequest& restore) {
    if (path.isEmpty())
        return {};
    storage::ClientStoreOptions options;
    options.restoreFrom = QFile::encodeName(restore.file).toStdString();
    options.restoreExactly = restore.exactly;
    options.replaceNewer = restore.replaceNewer;
    options.replaceUnreadable = restore.replaceUnreadable;
    const std::filesystem::path file = QFile::encodeName(path).toStdString();
    auto store = storage::openClientStore(file, options);
    if (!store && isAboutBackup(store.error())) {
        m_restoreOutcome = std::unexpected(store.error());
        store = storage::openClientStore(file);
    }
    if (!store)
        return std::unexpected(store.error());
    m_run = std::move(store->run);
    m_trustedRuns = std::move(store->trustedRuns);
    m_notice = noticeOf(*store);
    if (store->restored && restore.exactly)
        m_notice.removed = int(store->restored->newer.size());
    if (store->cannotSave)
        m_restoreOutcome = std::unexpected(*store->cannotSave);
    m_torrents = std::move(store->torrents);
    m_database = std::move(store->database);
    return {};
}

void TorrentRepository::run(Operation operation, std::function<void(SQLite::Database&)> work, Done done) {
    const auto answer = [this, done = std::move(done)](Expected<void> result) {
        QMetaObject::invokeMethod(this, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    if (!m_database)
        return answer({});
    m_database->post(operation, std::move(work), answer);
}

void TorrentRepository::post(Operation operation, std::function<void(storage::TorrentStore&)> work, Done done) {
    run(
        operation,
        [run = m_run, work = std::move(work)](SQLite::Database& database) {
            storage::TorrentStore store(database, run);
            work(store);
        },
        std::move(done));
}

void TorrentRepository::loadAll(std::function<void(Expected<std::vector<storage::TorrentRecord>>)> done) {
    const auto records = std::make_shared<std::vector<storage::TorrentRecord>>(std::exchange(m_torrents, {}));
    QMetaObject::invokeMethod(
        this, [records, done = std::move(done)] { done(std::move(*records)); }, Qt::QueuedConnection);
}

void TorrentRepository::loadMetadata(const TorrentId& id, std::function<void(Expected<std::string>)> done) {
    const auto metadata = std::make_shared<std::string>();
    post(
        Operation::OpenStore, [metadata, id](storage::TorrentStore& store) { *metadata = store.metadata(id); },
        [metadata, done = std::move(done)](Expected<void> result) {
            if (result)
                done(std::move(*metadata));
            else
                done(std::unexpected(result.error()));
        });
}

void TorrentRepository::put(storage::TorrentRecord record, Done done) {
    post(
        Operation::SaveStore, [record = std::move(record)](storage::TorrentStore& store) { store.put(record); },
        std::move(done));
}

void TorrentRepository::putResume(std::vector<storage::ResumeRecord> records, Done done) {
    post(
        Operation::SaveStore,
        [records = std::move(records)](storage::TorrentStore& store) { store.putResume(records); }, std::move(done));
}

void TorrentRepository::putTimes(std::vector<storage::RunTimes> times, Done done) {
    post(
        Operation::SaveStore, [times = std::move(times)](storage::TorrentStore& store) { store.putTimes(times); },
        std::move(done));
}

void TorrentRepository::setPaused(const TorrentId& id, bool isPaused, Done done) {
    post(
        Operation::SaveStore, [id, isPaused](storage::TorrentStore& store) { store.setPaused(id, isPaused); },
        std::move(done));
}

void TorrentRepository::setMetadata(
    const TorrentId& id, const InfoHash& infoHash, std::string name, std::string metadata, Done done) {
    post(
        Operation::SaveStore,
        [id, infoHash, name = std::move(name), metadata = std::move(metadata)](storage::TorrentStore& store) {
            store.setMetadata(id, infoHash, name, metadata);
        },
        std::move(done));
}

void TorrentRepository::setFilePriorities(const TorrentId& id, std::string priorities, Done done) {
    post(
        Operation::SaveStore,
        [id, priorities = std::move(priorities)](storage::TorrentStore& store) {
            store.setFilePriorities(id, priorities);
        },
        std::move(done));
}

void TorrentRepository::setExtraTrackers(const TorrentId& id, std::string urls, Done done) {
    post(
        Operation::SaveStore,
        [id, urls = std::move(urls)](storage::TorrentStore& store) { store.setExtraTrackers(id, urls); },
        std::move(done));
}

void TorrentRepository::setSavePath(const TorrentId& id, std::string path, Done done) {
    post(
        Operation::SaveStore,
        [id, path = std::move(path)](storage::TorrentStore& store) { store.setSavePath(id, path); }, std::move(done));
}

void TorrentRepository::setName(const TorrentId& id, std::string chosenName, Done done) {
    post(
        Operation::SaveStore,
        [id, name = std::move(chosenName)](storage::TorrentStore& store) { store.setName(id, name); }, std::move(done));
}

void TorrentRepository::setRenamedFiles(const TorrentId& id, std::map<int, std::string> files, Done done) {
    post(
        Operation::SaveStore,
        [id, files = std::move(files)](storage::TorrentStore& store) { store.setRenamedFiles(id, files); },
        std::move(done));
}

void TorrentRepository::setFlags(const TorrentId& id, const storage::TorrentFlags& flags, Done done) {
    post(
        Operation::SaveStore, [id, flags](storage::TorrentStore& store) { store.setFlags(id, flags); },
        std::move(done));
}

void TorrentRepository::setCategory(std::vector<TorrentId> ids, std::string category, Done done) {
    post(
        Operation::SaveStore,
        [ids = std::move(ids), category = std::move(category)](storage::TorrentStore& store) {
            for (const TorrentId& id : ids)
                store.setCategory(id, category);
        },
        std::move(done));
}

void TorrentRepository::setTags(std::vector<TorrentId> ids, std::vector<std::string> tags, Done done) {
    post(
        Operation::SaveStore,
        [ids = std::move(ids), tags = std::move(tags)](storage::TorrentStore& store) {
            for (const TorrentId& id : ids)
                store.setTags(id, tags);
        },
        std::move(done));
}

void TorrentRepository::remove(const TorrentId& id, Done done) {
    post(Operation::SaveStore, [id](storage::TorrentStore& store) { store.remove(id); }, std::move(done));
}

void TorrentRepository::endRun(Done done) {
    post(Operation::SaveStore, [](storage::TorrentStore& store) { store.endRun(); }, std::move(done));
}

} // namespace essaim::engine
