#include "gui/automation/torrent_copies.h"

#include "engine/background.h"
#include "engine/session.h"
#include "gui/automation/torrent_copy.h"
#include "gui/automation/torrent_news.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QDir>

namespace essaim::gui {

namespace {

QByteArray keyOf(const TorrentId& id) {
    return QByteArray::fromStdString(id.toHex());
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
        [folder, name, hash = QString::fromStdString(id.toHex()), bytes] {
            return writeTorrentCopy(folder, name, hash, bytes);
        },
        [this](const Expected<void>& written) {
            if (!written)
                Q_EMIT failed(text::errorSentence(written.error()));
        });
}

} // namespace essaim::gui
