#include "gui/transfers/magnet_copier.h"

#include "engine/gate/url_rules.h"
#include "gui/details/source_words.h"
#include "gui/widgets/copy_with_key.h"

#include <QClipboard>
#include <QGuiApplication>

namespace essaim::gui {

namespace {

/// A link is made to be passed on. Loopback leads the others to their own computers, and our own client's address of
/// our own tracker holds the host's key.
bool isForOthers(const QString& tracker) {
    return engine::placeOf(tracker.toStdString()) != engine::UrlPlace::ThisComputer;
}

} // namespace

MagnetCopier::MagnetCopier(engine::Session& session, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_window(window) {
    connect(&m_session, &engine::Session::details, this, &MagnetCopier::finish);
}

void MagnetCopier::copy(const engine::TorrentSnapshot& torrent) {
    m_wanted = torrent;
    m_session.requestDetails(torrent.id);
}

void MagnetCopier::finish(const engine::TorrentDetails& details) {
    if (!m_wanted || m_wanted->id != details.id)
        return;
    const engine::TorrentSnapshot torrent = *std::exchange(m_wanted, std::nullopt);
    QStringList all;
    QStringList keyless;
    for (const QStringList& tier : details.description.trackers) {
        for (const QString& tracker : tier) {
            if (!isForOthers(tracker))
                continue;
            all += tracker;
            if (!mayHoldKey(tracker))
                keyless += tracker;
        }
    }
    const auto magnet = [&](const QStringList& trackers) {
        return engine::makeMagnet(torrent.infoHash, torrent.name, trackers);
    };
    // A private torrent has no other way to its peers.
    if (torrent.isPrivate && all.size() > keyless.size())
        askToCopyWithKey(magnet(all), &m_window);
    else
        QGuiApplication::clipboard()->setText(magnet(keyless));
}

} // namespace essaim::gui
