#include "engine/backup_desk.h"

#include "storage/backup.h"
#include "storage/restore.h"

#include <QFile>
#include <QFileInfo>

#include <memory>

namespace essaim::engine {

namespace {

std::filesystem::path nativePath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

BackupInfo::Kind kindOf(storage::BackupKind kind) {
    switch (kind) {
    case storage::BackupKind::Daily:
        return BackupInfo::Kind::Daily;
    case storage::BackupKind::Weekly:
        return BackupInfo::Kind::Weekly;
    case storage::BackupKind::BeforeRestore:
        return BackupInfo::Kind::BeforeRestore;
    case storage::BackupKind::BeforeUpdate:
        break;
    }
    return BackupInfo::Kind::BeforeUpdate;
}

QStringList namesOf(const std::vector<storage::RestoreEntry>& entries) {
    QStringList names;
    for (const auto& entry : entries)
        names << QString::fromStdString(entry.name);
    return names;
}

} // namespace

void listBackups(
    TorrentRepository& repository, const QString& databasePath, std::function<void(QList<BackupInfo>)> done) {
    const auto found = std::make_shared<QList<BackupInfo>>();
    const auto folder = nativePath(QFileInfo(databasePath).path() + QStringLiteral("/backup"));
    repository.run(
        Operation::OpenBackup,
        [found, folder](SQLite::Database&) {
            found->clear(); // work may run twice
            for (const storage::BackupFile& backup : storage::listBackups(folder)) {
                BackupInfo info;
                info.file = QFile::decodeName(backup.file.c_str());
                info.kind = kindOf(backup.kind);
                info.takenAt = backup.takenAt;
                info.size = static_cast<qint64>(backup.size);
                if (const auto contents = storage::countBackup(backup.file))
                    info.torrents = contents->torrents;
                found->append(std::move(info));
            }
        },
        [found, done = std::move(done)](const Expected<void>&) { done(std::move(*found)); });
}

void previewRestore(TorrentRepository& repository, const QString& file, std::function<void(RestorePreview)> done) {
    const auto preview = std::make_shared<RestorePreview>();
    preview->file = file;
    repository.run(
        Operation::OpenBackup,
        [preview, path = nativePath(file)](SQLite::Database& list) {
            const auto backup = storage::openBackup(path);
            if (!backup) {
                preview->error = backup.error();
                return;
            }
            const storage::RestorePlan plan = storage::planRestore(list, **backup);
            preview->returning = namesOf(plan.returning);
            preview->changed = namesOf(plan.changed);
            preview->newer = namesOf(plan.newer);
            preview->unchanged = plan.unchanged;
            preview->unreadable = plan.unreadable;
        },
        [preview, done = std::move(done)](const Expected<void>& result) {
            if (!result && !preview->error)
                preview->error = result.error();
            done(std::move(*preview));
        });
}

} // namespace essaim::engine
