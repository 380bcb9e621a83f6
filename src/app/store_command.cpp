#include "app/store_command.h"

#include "app/command_line.h"
#include "app/store_copy.h"
#include "app/store_export.h"
#include "app/translations.h"
#include "engine/session.h"
#include "gui/restore/store_notice.h"
#include "settings/schema.h"
#include "storage/backup.h"
#include "storage/client_store.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <cstdio>

namespace essaim::app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::app::StoreCommand)
};

void say(const QString& line) {
    std::fprintf(stdout, "%s\n", line.toLocal8Bit().constData());
}

int fail(const QString& sentence) {
    std::fprintf(stderr, "essaim: %s\n", sentence.toLocal8Bit().constData());
    return 1;
}

int fail(const Error& error) {
    return fail(text::errorSentence(error));
}

std::filesystem::path nativePath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

QString momentOf(const storage::BackupFile& backup) {
    return QDateTime::fromSecsSinceEpoch(backup.takenAt).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString reasonOf(storage::BackupKind kind) {
    switch (kind) {
    case storage::BackupKind::Daily:
        return Words::tr("every day");
    case storage::BackupKind::Weekly:
        return Words::tr("every week");
    case storage::BackupKind::BeforeRestore:
        return Words::tr("before a list was restored");
    case storage::BackupKind::BeforeUpdate:
        return Words::tr("before an update");
    }
    return {};
}

QString nameOf(const storage::BackupFile& backup) {
    return QFile::decodeName(backup.file.filename().c_str());
}

std::vector<storage::BackupFile> backupsOf(const Profile& profile) {
    return storage::listBackups(nativePath(profile.stateFolder + QStringLiteral("/backup")));
}

int listBackups(const Profile& profile) {
    const auto backups = backupsOf(profile);
    for (const storage::BackupFile& backup : backups) {
        const auto contents = storage::countBackup(backup.file);
        const QString count =
            contents ? Words::tr("%n torrent(s)", nullptr, contents->torrents) : Words::tr("cannot be read");
        say(QStringLiteral("%1  %2  %3  (%4)").arg(momentOf(backup), nameOf(backup), count, reasonOf(backup.kind)));
    }
    if (backups.empty())
        say(Words::tr("There is no backup in %1.").arg(profile.stateFolder + QStringLiteral("/backup")));
    return 0;
}

/// The end of the day or minute that is named; nothing if it is no date.
QDateTime dateNamed(const QString& text) {
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10)
        return {day, QTime(23, 59, 59)};
    for (const char* format : {"yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"}) {
        const auto moment = QDateTime::fromString(text, QString::fromLatin1(format));
        if (moment.isValid())
            return moment.addSecs(59);
    }
    return {};
}

/// Empty: there is none of that name or date.
QString findBackup(const QString& wanted, const Profile& profile) {
    const auto backups = backupsOf(profile);
    const auto pathOf = [](const storage::BackupFile& backup) { return QFile::decodeName(backup.file.c_str()); };
    const QDateTime moment = dateNamed(wanted);
    for (const storage::BackupFile& backup : backups) {
        const bool isRegular = backup.kind == storage::BackupKind::Daily || backup.kind == storage::BackupKind::Weekly;
        if (nameOf(backup) == wanted || (wanted == QLatin1String("latest") && isRegular) ||
            (moment.isValid() && backup.takenAt <= moment.toSecsSinceEpoch()))
            return pathOf(backup);
    }
    return QFileInfo(wanted).isFile() ? QFileInfo(wanted).absoluteFilePath() : QString();
}

int restore(const StoreCommand& command, const Profile& profile) {
    const QString file = findBackup(command.argument, profile);
    if (file.isEmpty())
        return fail(Words::tr("There is no backup “%1”: see essaim --list-backups.").arg(command.argument));
    storage::ClientStoreOptions options;
    options.restoreFrom = nativePath(file);
    options.restoreExactly = command.exactly;
    options.replaceUnreadable =
        true; // it is not deleted, and whoever asks for an older list knows that this one is lost
    auto store = storage::openClientStore(nativePath(profile.clientDatabase()), options);
    if (!store)
        return fail(store.error());
    // No torrent ran: how the program ended before is still to be told when it starts.
    const auto forgotten = store->database->run(
        Operation::SaveStore, [&](SQLite::Database& database) { storage::forgetRun(database, store->run.runId); });
    if (!forgotten)
        return fail(forgotten.error());
    engine::StoreNotice notice;
    notice.isRestored = true;
    notice.returned = int(store->restored->returning.size());
    notice.changed = int(store->restored->changed.size());
    notice.removed = command.exactly ? int(store->restored->newer.size()) : 0;
    notice.unreadable = store->restored->unreadable;
    say(gui::storeNoticeSentence(notice));
    return 0;
}

int exportList(const QString& folder, const Profile& profile) {
    const auto copy = StoreCopy::make(profile);
    if (!copy)
        return fail(copy.error());
    const auto exported = exportTorrents((*copy)->torrents(), folder);
    if (!exported)
        return fail(exported.error());
    say(Words::tr("%n torrent(s) exported to %1.", nullptr, *exported).arg(folder));
    return 0;
}

int verify(const Profile& profile) {
    const auto copy = StoreCopy::make(profile);
    if (!copy)
        return fail(copy.error());
    int damages = 0;
    if (const auto& contents = (*copy)->contents()) {
        say(Words::tr("Database: sound, %n torrent(s).", nullptr, contents->torrents));
    } else {
        ++damages;
        say(Words::tr("Database: %1").arg(text::errorSentence(contents.error())));
    }
    say(Words::tr("Files beside the database: %n torrent(s).", nullptr, (*copy)->cardCount()));
    for (const TorrentId& id : (*copy)->damagedCards()) {
        ++damages;
        say(Words::tr("Damaged file beside the database: %1").arg(QString::fromStdString(id.toHex())));
    }
    for (const storage::BackupFile& backup : backupsOf(profile)) {
        if (const auto contents = storage::verifyBackup(backup.file)) {
            say(Words::tr("Backup %1: sound, %n torrent(s).", nullptr, contents->torrents).arg(nameOf(backup)));
        } else {
            ++damages;
            say(Words::tr("Backup %1: %2").arg(nameOf(backup), text::errorSentence(contents.error())));
        }
    }
    if (damages == 0)
        return 0;
    return fail(
        Words::tr("%n thing(s) are damaged. What can be mended is mended when Essaim starts.", nullptr, damages));
}

} // namespace

int runStoreCommand(const StoreCommand& command, const Profile& profile) {
    switch (command.kind) {
    case StoreCommand::Kind::ListBackups:
        return listBackups(profile);
    case StoreCommand::Kind::Restore:
        return restore(command, profile);
    case StoreCommand::Kind::Export:
        return exportList(command.argument, profile);
    case StoreCommand::Kind::Verify:
        return verify(profile);
    }
    return 1;
}

int runWithoutWindow(const CommandLine& commandLine, int& argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("essaim"));
    const Profile profile = resolveProfile(commandLine.profile);
    QString language = commandLine.language;
    if (language.isEmpty() && QFileInfo::exists(profile.settingsFile))
        language = QSettings(profile.settingsFile, QSettings::IniFormat)
                       .value(QLatin1String(settings::kLanguage.key))
                       .toString();
    Translations translations;
    translations.install(language);
    return runStoreCommand(*commandLine.store, profile);
}

} // namespace essaim::app
