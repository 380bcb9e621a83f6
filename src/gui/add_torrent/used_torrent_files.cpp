#include "gui/add_torrent/used_torrent_files.h"

#include "engine/background.h"
#include "engine/files/bin_file.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>
#include <QFileInfo>

namespace essaim::gui {

namespace {

bool isIn(const QFileInfo& file, const QString& folder) {
    return !folder.isEmpty() && file.canonicalPath() == QFileInfo(folder).canonicalFilePath();
}

/// Runs on another thread. An error: it is still there though it should not be.
Expected<void> takeAway(const QString& path, const QByteArray& torrent, const QString& copies) {
    const auto there = engine::readBytes(path, engine::kMaxTorrentFile, Operation::OpenTorrent);
    if (!there || *there != torrent || isIn(QFileInfo(path), copies))
        return {};
    return engine::moveToBin(path);
}

} // namespace

UsedTorrentFiles::UsedTorrentFiles(const settings::SettingsStore& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings) {}

void UsedTorrentFiles::discard(const AddTorrentSource& source) {
    if (source.file.isEmpty() || source.torrent.isEmpty())
        return;
    const QString path = QFileInfo(source.file).absoluteFilePath();
    const auto work = [path, torrent = source.torrent, copies = m_settings.value(settings::kTorrentCopies)] {
        return takeAway(path, torrent, copies);
    };
    engine::runInBackground(this, work, [this, path](const Expected<void>& taken) {
        if (taken)
            return;
        const QString file = QDir::toNativeSeparators(path);
        if (taken.error().kind == ErrorKind::Unsupported)
            Q_EMIT failed(
                tr("The torrent was added, but its file %1 stays where it is: there is no bin for it.").arg(file));
        else
            Q_EMIT failed(tr("The torrent was added, but its file %1 stays where it is. %2")
                              .arg(file, text::errorSentence(taken.error())));
    });
}

} // namespace essaim::gui
