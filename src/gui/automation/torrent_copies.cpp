#include "gui/automation/torrent_copies.h"

#include "engine/background.h"
#include "engine/save_file.h"
#include "engine/session.h"
#include "gui/automation/torrent_news.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>
#include <QFile>

namespace essaim::gui {

namespace {

constexpr qsizetype kLongestName = 60; ///< UTF-16 units of up to 3 bytes; systems take 255 bytes, with the ending

QByteArray keyOf(const TorrentId& id) {
    return QByteArray::fromStdString(id.toHex());
}

QString asFileName(QString name) {
    for (QChar& letter : name) {
        if (letter == u'/' || letter == u'\\' || letter == u':' || letter.category() == QChar::Other_Control)
            letter = u'_';
    }
    name.truncate(
        name.size() > kLongestName && name[kLongestName - 1].isHighSurrogate() ? kLongestName - 1 : kLongestName);
    name = name.trimmed();
    return name.startsWith(u'.') || name.isEmpty() ? u'_' + name : name;
}

/// Waits for the disk.
Expected<void> writeCopy(const QString& folder, const QString& name, const QString& hash, const QByteArray& bytes) {
    QDir().mkpath(folder);
    const QDir place(folder);
    for (const QString& candidate : {name, name + QStringLiteral(" (%1)").arg(hash.left(8))}) {
        const QString path = place.filePath(candidate + QStringLiteral(".torrent"));
        QFile there(path);
        if (!there.exists())
            return engine::saveFile(path, bytes);
        if (there.open(QIODevice::ReadOnly) && there.size() == bytes.size() && there.readAll() == bytes)
            return {};
    }
    return {}; // another version of it is there already
}

} // namespace

TorrentCopies::TorrentCopies(const Services& services, const TorrentNews& news, QObject* parent)
    : QObject(parent)
    , m_services(services) {
    connect(&news, &TorrentNews::described, this, [this](const engine::TorrentSnapshot& torrent) {
        if (m_services.settings.value(settings::kTorrentCopies).isEmpty())
            return;
        m_wanted.insert(keyOf(torrent.id), torrent.name);
        m_services.session.requestTorrentFile(torrent.id);
    });
    connect(&services.session, &engine::Session::torrentFile, this, &TorrentCopies::write);
}

void TorrentCopies::write(const TorrentId& id, const QByteArray& bytes) {
    const QString name = m_wanted.take(keyOf(id));
    const QString folder = m_services.settings.value(settings::kTorrentCopies);
    if (name.isNull() || bytes.isEmpty() || !QDir::isAbsolutePath(folder))
        return;
    engine::runInBackground(
        this,
        [folder, name = asFileName(name), hash = QString::fromStdString(id.toHex()), bytes] {
            return writeCopy(folder, name, hash, bytes);
        },
        [this](const Expected<void>& written) {
            if (!written)
                Q_EMIT failed(text::errorSentence(written.error()));
        });
}

} // namespace essaim::gui
