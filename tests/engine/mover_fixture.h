// What the tests of the mover share: two file systems, a journal in a real database, trees to compare.
#pragma once

#include "engine/mover/file_mover.h"
#include "engine/session_fixture.h"
#include "storage/database.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace essaim::engine::test {

/// A folder on another file system than QTemporaryDir's; invalid where there is none.
inline std::unique_ptr<QTemporaryDir> otherFileSystem() {
    auto folder = std::make_unique<QTemporaryDir>(QStringLiteral("/dev/shm/essaim-test-XXXXXX"));
    struct stat here{};
    struct stat there{};
    if (!folder->isValid() || ::stat(qPrintable(QDir::tempPath()), &here) != 0 ||
        ::stat(qPrintable(folder->path()), &there) != 0 || here.st_dev == there.st_dev)
        return nullptr;
    return folder;
}

inline std::string bytesOfPath(const QString& path) {
    return path.toStdString();
}

/// Relative path -> bytes of every file below, hidden ones too; folders end in '/'.
inline QMap<QString, QByteArray> wholeTreeOf(const QString& folder) {
    QMap<QString, QByteArray> tree;
    QDirIterator entries(
        folder, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString name = QDir(folder).relativeFilePath(path);
        if (entries.fileInfo().isSymLink())
            tree.insert(name, entries.fileInfo().symLinkTarget().toUtf8());
        else if (entries.fileInfo().isDir())
            tree.insert(name + u'/', {});
        else
            tree.insert(name, readFile(path));
    }
    return tree;
}

/// The journal of one move in a database of its own, with the torrent that moves.
class TestJournal {
public:
    explicit TestJournal(const QString& file) {
        auto opened = storage::DatabaseThread::open(file.toStdString(), "essaim");
        if (!opened)
            qFatal("no database");
        m_database = std::move(*opened);
        journal.putPlan = [this](const storage::MoveRecord& record) {
            return work([&](storage::MoveStore& store) { store.putPlan(record); });
        };
        journal.putFiles = [this](const storage::MoveRecord& record, const std::vector<std::size_t>& numbers) {
            return work([&](storage::MoveStore& store) { store.putFiles(record, numbers); });
        };
        journal.commit = [this](const storage::MoveRecord& record) {
            return work([&](storage::MoveStore& store) { store.commit(record); });
        };
        journal.remove = [this](const storage::MoveRecord& record) {
            return work([&](storage::MoveStore& store) { store.remove(record.id); });
        };
    }

    /// A torrent whose files lie in `source`, and a move of them that has not begun.
    storage::MoveRecord begin(const QString& source, const QString& target) {
        storage::TorrentRecord torrent;
        torrent.infoHash.v1 = Sha1Hash{{1}};
        torrent.id = torrent.infoHash.id();
        torrent.name = "test";
        torrent.savePath = source.toStdString();
        storage::MoveRecord record;
        record.torrent = torrent.id;
        record.source = source.toStdString();
        record.target = target.toStdString();
        const auto done = m_database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            storage::TorrentStore(database).put(torrent);
            record.id = storage::MoveStore(database).add(record);
        });
        if (!done)
            qFatal("no journal");
        return record;
    }
    [[nodiscard]] std::vector<storage::MoveRecord> load() {
        return *m_database->run(
            Operation::OpenStore, [](SQLite::Database& database) { return storage::MoveStore(database).loadAll(); });
    }
    [[nodiscard]] QString savePath() {
        return QString::fromStdString(*m_database->run(Operation::OpenStore, [](SQLite::Database& database) {
            return storage::TorrentStore(database).loadAll().at(0).savePath;
        }));
    }
    void setPhase(std::int64_t id, storage::MovePhase phase) {
        static_cast<void>(work([&](storage::MoveStore& store) { store.setPhase(id, phase); }));
    }

    MoveJournal journal;

private:
    Expected<void> work(const std::function<void(storage::MoveStore&)>& function) {
        return m_database->run(Operation::SaveStore, [&function](SQLite::Database& database) {
            storage::MoveStore store(database);
            function(store);
        });
    }

    std::unique_ptr<storage::DatabaseThread> m_database;
};

} // namespace essaim::engine::test
