// A profile's list of torrents in a folder of its own, and what can be done to it.
#pragma once

#include "storage/client_store.h"
#include "storage/torrent_store.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace essaim::storage::test {

inline TorrentRecord torrent(std::uint32_t number) {
    TorrentRecord record;
    record.infoHash.v1.emplace();
    for (std::size_t i = 0; i < 4; ++i)
        record.infoHash.v1->bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    record.infoHash.v1->bytes[19] = 1;
    record.id = record.infoHash.id();
    record.name = "torrent " + std::to_string(number);
    record.savePath = "/srv/" + std::to_string(number);
    record.category = number % 2 ? "odd" : "even";
    record.tags = {"tag " + std::to_string(number)};
    record.addedAt = 1000 + number;
    if (number % 5 == 4)
        record.source = "magnet:?xt=urn:btih:" + record.id.toHex();
    else
        record.metadata = "d4:info" + std::string(700 + number, 'm') + "e";
    record.resumeData = std::string(300, 'r');
    return record;
}

/// What is left of a torrent when the database is lost.
inline TorrentRecord facts(TorrentRecord record) {
    record.resumeData.clear();
    record.resumeOrigin = {};
    return record;
}

inline std::vector<TorrentRecord> factsOnly(std::vector<TorrentRecord> records) {
    for (auto& record : records)
        record = facts(std::move(record));
    return records;
}

/// What the tests of the list share; `m_folder` is new for each.
class ClientStoreFixture {
protected:
    std::unique_ptr<QTemporaryDir> m_folder;

    std::string path(const char* name = "essaim.db") const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }

    ClientStore open() {
        auto store = openClientStore(path());
        if (!store)
            qFatal("%s", describe(store.error()).c_str());
        return std::move(*store);
    }

    static Expected<void> change(ClientStore& store, const std::function<void(TorrentStore&)>& work) {
        return store.database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            TorrentStore torrents(database, store.run);
            work(torrents);
        });
    }

    std::vector<TorrentRecord> make(std::uint32_t count) {
        auto store = open();
        std::vector<TorrentRecord> records;
        for (std::uint32_t number = 0; number < count; ++number) {
            records.push_back(torrent(number));
            change(store, [&](TorrentStore& torrents) { torrents.put(records.back()); }).value();
        }
        return records;
    }

    QStringList files() const {
        QStringList names;
        QDirIterator entries(m_folder->filePath(QStringLiteral("meta")), QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            names << QFileInfo(entries.next()).fileName();
        names.sort();
        return names;
    }

    void removeDatabase() {
        for (const char* name : {"essaim.db", "essaim.db-wal", "essaim.db-journal"})
            QFile::remove(QString::fromStdString(path(name)));
    }
};

} // namespace essaim::storage::test
