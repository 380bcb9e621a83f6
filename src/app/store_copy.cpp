#include "app/store_copy.h"

#include "storage/database.h"
#include "storage/torrent_files.h"
#include "storage/torrent_store.h"

#include <QFile>
#include <QFileInfo>

namespace essaim::app {

namespace {

std::filesystem::path nativePath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

} // namespace

StoreCopy::StoreCopy(const Profile& profile)
    : m_profile(profile)
    , m_copy(nativePath(m_folder.filePath(QStringLiteral("essaim.db")))) {}

Expected<std::unique_ptr<StoreCopy>> StoreCopy::make(const Profile& profile) {
    if (!QFileInfo::exists(profile.stateFolder))
        return failure(ErrorKind::NotFound, Operation::OpenStore, profile.clientDatabase().toStdString());
    std::unique_ptr<StoreCopy> copy(new StoreCopy(profile));
    auto lock = storage::ProfileLock::take(nativePath(profile.stateFolder));
    if (lock)
        copy->m_lock = std::move(*lock);
    else if (lock.error().kind == ErrorKind::Busy)
        return std::unexpected(std::move(lock.error()));
    if (auto copied = copy->copyDatabase(); !copied)
        return std::unexpected(std::move(copied.error()));
    copy->readCards();
    return copy;
}

Expected<void> StoreCopy::copyDatabase() {
    const QString from = m_profile.clientDatabase();
    for (const char* suffix : {"", "-wal", "-journal"}) {
        const auto source = nativePath(from + QLatin1String(suffix));
        std::error_code code;
        if (!std::filesystem::exists(source, code))
            continue;
        std::filesystem::copy_file(source, m_copy.string() + suffix, code);
        if (code)
            return std::unexpected(systemError(code, Operation::ReadFile, source.string()));
    }
    if (!std::filesystem::exists(m_copy)) {
        m_contents = failure(ErrorKind::NotFound, Operation::OpenStore, from.toStdString());
        return {};
    }
    // Opening takes over what stands in the log, so that one file is left to be read.
    if (auto database = storage::DatabaseThread::open(m_copy, "essaim"); !database)
        m_contents = std::unexpected(std::move(database.error()));
    if (m_contents)
        m_contents = storage::verifyBackup(m_copy);
    if (!m_contents) {
        m_contents.error().operation = Operation::OpenStore;
        m_contents.error().subject = from.toStdString();
    }
    return {};
}

void StoreCopy::readCards() {
    const storage::TorrentFiles files(nativePath(m_profile.stateFolder + QStringLiteral("/meta")));
    for (const TorrentId& id : files.list()) {
        ++m_cardCount;
        const auto card = files.card(id);
        const auto record = card ? files.read(id) : std::nullopt;
        if (!record || (card->metadataChecksum && record->metadata.empty()))
            m_damagedCards.push_back(id);
    }
}

std::vector<storage::TorrentRecord> StoreCopy::torrents() const {
    if (m_contents) {
        auto database = storage::DatabaseThread::open(m_copy, "essaim");
        auto records = database ? (*database)->run(
                                      Operation::OpenStore,
                                      [](SQLite::Database& copy) { return storage::TorrentStore(copy).loadAll(); })
                                : std::unexpected(database.error());
        if (records)
            return std::move(*records);
    }
    const storage::TorrentFiles files(nativePath(m_profile.stateFolder + QStringLiteral("/meta")));
    std::vector<storage::TorrentRecord> records;
    for (const TorrentId& id : files.list()) {
        if (auto record = files.read(id))
            records.push_back(std::move(*record));
    }
    return records;
}

} // namespace essaim::app
