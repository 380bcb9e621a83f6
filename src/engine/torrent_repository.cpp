#include "engine/torrent_repository.h"

#include <QFile>

namespace essaim::engine {

Expected<void> TorrentRepository::open(const QString& path) {
    if (path.isEmpty())
        return {};
    auto database = storage::DatabaseThread::open(QFile::encodeName(path).toStdString(), "essaim");
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    return {};
}

void TorrentRepository::post(Operation operation, std::function<void(storage::TorrentStore&)> work, Done done) {
    const auto answer = [this, done = std::move(done)](Expected<void> result) {
        QMetaObject::invokeMethod(this, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    if (!m_database)
        return answer({});
    m_database->post(
        operation,
        [work = std::move(work)](SQLite::Database& database) {
            storage::TorrentStore store(database);
            work(store);
        },
        answer);
}

void TorrentRepository::loadAll(std::function<void(Expected<std::vector<storage::TorrentRecord>>)> done) {
    const auto records = std::make_shared<std::vector<storage::TorrentRecord>>();
    post(
        Operation::OpenStore, [records](storage::TorrentStore& store) { *records = store.loadAll(); },
        [records, done = std::move(done)](Expected<void> result) {
            if (result)
                done(std::move(*records));
            else
                done(std::unexpected(result.error()));
        });
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

void TorrentRepository::remove(const TorrentId& id, Done done) {
    post(Operation::SaveStore, [id](storage::TorrentStore& store) { store.remove(id); }, std::move(done));
}

void TorrentRepository::drain(Done done) {
    post(Operation::SaveStore, [](storage::TorrentStore&) {}, std::move(done));
}

} // namespace essaim::engine
