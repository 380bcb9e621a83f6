#include "gui/transfers/magnet_copier.h"

#include <QClipboard>
#include <QGuiApplication>

namespace essaim::gui {

MagnetCopier::MagnetCopier(engine::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&m_session, &engine::Session::details, this, &MagnetCopier::finish);
}

void MagnetCopier::copy(const engine::TorrentSnapshot& torrent) {
    m_wanted = torrent;
    m_session.requestDetails(torrent.id);
}

void MagnetCopier::finish(const engine::TorrentDetails& details) {
    if (!m_wanted || m_wanted->id != details.id)
        return;
    QStringList trackers;
    for (const QStringList& tier : details.description.trackers)
        trackers += tier;
    const QString magnet = engine::makeMagnet(m_wanted->infoHash, m_wanted->name, trackers);
    m_wanted.reset();
    QGuiApplication::clipboard()->setText(magnet);
    Q_EMIT copied(magnet);
}

} // namespace essaim::gui
