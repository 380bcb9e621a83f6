#include "gui/watch/folder_watcher.h"

#include "engine/background.h"
#include "engine/files/bin_file.h"
#include "engine/session.h"
#include "gui/add_torrent/add_options.h"
#include "gui/add_torrent/save_path.h"
#include "gui/automation/excluded_files.h"
#include "gui/labels/categories.h"
#include "gui/labels/label_rules.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <utility>

namespace essaim::gui {

namespace {

constexpr qint64 kMostBytes = engine::kMaxTorrentFile;
constexpr int kMostAtOnce = 200; ///< files that are read in one look
constexpr int kLooksUntilAgain = 12;

/// Does the reason lie in the computer, and not in the torrent?
bool mayPass(const Error& error) {
    switch (error.kind) {
    case ErrorKind::NotFound:
    case ErrorKind::PermissionDenied:
    case ErrorKind::DiskFull:
    case ErrorKind::ReadOnly:
    case ErrorKind::Busy:
    case ErrorKind::Timeout:
    case ErrorKind::Database:
        return true;
    default:
        return false;
    }
}

bool isMagnetFile(const QString& path) {
    return path.endsWith(QLatin1String(".magnet"), Qt::CaseInsensitive);
}

FolderWatcher::Sighting sightingOf(const QFileInfo& file) {
    return {file.size(), file.lastModified()};
}

FolderWatcher::Found readFile(const WatchFolder& folder, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {folder, path, {}, file.errorString(), {}, {}};
    return {folder, path, file.read(kMostBytes + 1), {}, {}, {}};
}

/// Runs on another thread.
FolderWatcher::Look lookInto(
    const QList<WatchFolder>& folders, const QHash<QString, FolderWatcher::Sighting>& before,
    const QHash<QString, FolderWatcher::Sighting>& tried) {
    FolderWatcher::Look look;
    for (const WatchFolder& folder : folders) {
        if (!QFileInfo(folder.path).isDir()) {
            look.missing.append(folder.path);
            continue;
        }
        QDirIterator each(
            folder.path, {QStringLiteral("*.torrent"), QStringLiteral("*.magnet")}, QDir::Files,
            folder.isRecursive ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
        while (each.hasNext()) {
            const QString path = each.next();
            const FolderWatcher::Sighting now = sightingOf(each.fileInfo());
            if (now.size == 0 || look.seen.contains(path))
                continue;
            look.seen.insert(path, now);
            const auto tryAgain = tried.constFind(path);
            const bool isKnown = tryAgain != tried.constEnd() && *tryAgain == now;
            if (!isKnown && before.value(path) == now && look.found.size() < kMostAtOnce)
                look.found.append(readFile(folder, path));
        }
    }
    return look;
}

/// With the files that the user never wants left out; runs on another thread.
void understand(const QStringList& excluded, QList<FolderWatcher::Found>& torrents) {
    for (FolderWatcher::Found& found : torrents) {
        if (isMagnetFile(found.file)) {
            if (const auto magnet = engine::parseMagnet(QString::fromUtf8(found.content).trimmed()))
                found.expected = expectedTorrent(*magnet);
        } else if (const auto torrent = engine::parseTorrent(found.content)) {
            found.priorities = prioritiesWithout(excluded, torrent->files);
            found.expected = expectedTorrent(*torrent);
        }
    }
}

} // namespace

FolderWatcher::FolderWatcher(const Services& services, std::chrono::milliseconds interval, QObject* parent)
    : QObject(parent)
    , m_services(services) {
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatcher::look);
    connect(&services.session, &engine::Session::addFinished, this, &FolderWatcher::onAdded);
    connect(&services.session, &engine::Session::started, this, &FolderWatcher::readSettings);
    connect(&services.settings, &settings::SettingsStore::changed, this, [this](const QString& key) {
        if (key == QLatin1String(settings::kWatchFolders.key))
            readSettings();
    });
}

void FolderWatcher::readSettings() {
    m_folders = decodeWatchFolders(m_services.settings.value(settings::kWatchFolders));
    m_tried.clear();
    m_later.clear();
    m_told.clear();
    m_missing.clear();
    if (m_folders.isEmpty())
        m_timer.stop();
    else
        m_timer.start();
}

void FolderWatcher::look() {
    if (std::exchange(m_isLooking, true)) // a drive that takes its time
        return;
    engine::runInBackground(
        this,
        [folders = m_folders, seen = m_seen, tried = m_tried,
         excluded = excludedPatterns(m_services.settings.value(settings::kExcludedFiles))] {
            Look look = lookInto(folders, seen, tried);
            understand(excluded, look.found);
            return look;
        },
        [this](const Look& look) {
            m_isLooking = false;
            take(look);
        });
}

void FolderWatcher::take(const Look& look) {
    m_seen = look.seen;
    for (auto later = m_later.begin(); later != m_later.end();) {
        if (--*later > 0) {
            ++later;
            continue;
        }
        m_tried.remove(later.key());
        later = m_later.erase(later);
    }
    for (const QString& folder : look.missing) {
        if (!m_missing.contains(folder))
            Q_EMIT failed(tr("The watched folder %1 is not there. It is looked into again when it is back.")
                              .arg(QDir::toNativeSeparators(folder)));
    }
    m_missing = look.missing;
    for (const Found& found : look.found) {
        m_tried.insert(found.file, m_seen.value(found.file));
        m_later.remove(found.file);
        if (!found.failure.isEmpty()) {
            tell(found.file, tr("%1 cannot be read (%2).").arg(QDir::toNativeSeparators(found.file), found.failure));
            tryLater(found.file);
            continue;
        }
        engine::AddTorrentRequest request;
        request.requestId = QRandomGenerator::global()->generate64() | 1;
        if (isMagnetFile(found.file))
            request.magnet = QString::fromUtf8(found.content).trimmed();
        else
            request.torrent = found.content;
        request.filePriorities = found.priorities;
        const AddOptions usual = usualOptions(m_services.settings, found.expected);
        request.category = found.folder.category.isEmpty() ? usual.category : found.folder.category;
        request.layout = found.folder.layout.value_or(usual.layout);
        request.stop = usual.stop;
        QString folder = found.folder.savePath;
        if (folder.isEmpty())
            folder = folderOfCategory(m_services.settings, request.category);
        placeTorrent(request, folder.isEmpty() ? defaultSavePath(m_services.settings) : folder, m_services.settings);
        request.paused = found.folder.isPaused;
        request.tags = found.folder.tags.isEmpty() ? usual.tags : found.folder.tags;
        m_sent.insert(request.requestId, found);
        m_services.session.add(request);
    }
}

void FolderWatcher::onAdded(const engine::AddTorrentOutcome& outcome) {
    const auto sent = m_sent.constFind(outcome.requestId);
    if (sent == m_sent.constEnd())
        return;
    const Found found = *sent;
    m_sent.erase(sent);
    if (outcome.error && !outcome.isListedAlready()) {
        tell(
            found.file,
            tr("%1 was not added: %2").arg(QDir::toNativeSeparators(found.file), text::errorSentence(*outcome.error)));
        if (mayPass(*outcome.error))
            tryLater(found.file);
        return;
    }
    m_told.remove(found.file);
    putAway(found, m_tried.value(found.file));
}

void FolderWatcher::tryLater(const QString& file) {
    m_later.insert(file, kLooksUntilAgain);
}

void FolderWatcher::tell(const QString& file, const QString& sentence) {
    const Sighting taken = m_tried.value(file);
    const auto told = m_told.constFind(file);
    if (told != m_told.constEnd() && *told == taken)
        return;
    m_told.insert(file, taken);
    Q_EMIT failed(sentence);
}

void FolderWatcher::putAway(const Found& found, const Sighting& taken) {
    const auto work = [file = found.file, taken, afterwards = found.folder.afterwards] {
        if (sightingOf(QFileInfo(file)) != taken) // another one: it is looked at again
            return true;
        if (afterwards == WatchFolder::Afterwards::Delete)
            return QFile::remove(file);
        if (afterwards == WatchFolder::Afterwards::Bin)
            return engine::moveToBin(file).has_value();
        for (int i = 0; i < 1000; ++i) { // one of that name may have been taken in before
            const QString name =
                i == 0 ? file + QStringLiteral(".added") : QStringLiteral("%1.added.%2").arg(file).arg(i);
            if (!QFile::exists(name))
                return QFile::rename(file, name);
        }
        return false;
    };
    engine::runInBackground(this, work, [this, file = found.file](bool isDone) {
        if (!isDone)
            Q_EMIT failed(
                tr("%1 was added, but stays where it is: the folder cannot be written to, or there is no bin.")
                    .arg(QDir::toNativeSeparators(file)));
    });
}

} // namespace essaim::gui
