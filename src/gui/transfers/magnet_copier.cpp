#include "gui/transfers/magnet_copier.h"

#include "engine/gate/url_rules.h"
#include "gui/details/source_words.h"
#include "gui/widgets/copy_with_key.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace essaim::gui {

namespace {

/// A link is made to be passed on. Loopback leads the others to their own computers, and our own client's address of
/// our own tracker holds the host's key.
bool isForOthers(const QString& tracker) {
    return engine::placeOf(tracker.toStdString()) != engine::UrlPlace::ThisComputer;
}

using namespace std::chrono_literals;
constexpr auto kPatience = 5s; ///< without any answer

QString magnetOf(const engine::TorrentSnapshot& torrent, const QStringList& trackers) {
    return engine::makeMagnet(torrent.infoHash, torrent.name, trackers);
}

} // namespace

MagnetCopier::MagnetCopier(engine::Session& session, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_window(window) {
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &MagnetCopier::finish);
    connect(&m_session, &engine::Session::details, this, &MagnetCopier::take);
}

void MagnetCopier::copy(const QList<engine::TorrentSnapshot>& torrents) {
    m_wanted = torrents;
    m_trackers.clear();
    for (const engine::TorrentSnapshot& torrent : torrents)
        m_trackers.emplace(torrent.id, std::nullopt);
    m_open = m_trackers.size();
    m_patience.start(kPatience);
    for (const engine::TorrentSnapshot& torrent : torrents)
        m_session.requestDetails(torrent.id);
}

void MagnetCopier::take(const engine::TorrentDetails& details) {
    const auto wanted = m_trackers.find(details.id);
    if (wanted == m_trackers.end() || wanted->second)
        return;
    wanted->second = details.description.trackers;
    m_patience.start(kPatience);
    if (--m_open == 0)
        finish();
}

void MagnetCopier::finish() {
    m_patience.stop();
    QStringList links;
    QStringList linksWithKeys;
    for (const engine::TorrentSnapshot& torrent : std::exchange(m_wanted, {})) {
        const auto& tiers = m_trackers[torrent.id];
        if (!tiers)
            continue;
        QStringList all;
        for (const QStringList& tier : *tiers)
            std::ranges::copy_if(tier, std::back_inserter(all), isForOthers);
        QStringList keyless = all;
        keyless.removeIf(mayHoldKey);
        links.append(magnetOf(torrent, keyless));
        // A private torrent has no other way to its peers.
        linksWithKeys.append(torrent.isPrivate ? magnetOf(torrent, all) : links.last());
    }
    m_trackers.clear();
    if (links.isEmpty())
        return;
    if (links != linksWithKeys)
        askToCopyWithKey(linksWithKeys.join(u'\n'), &m_window);
    else
        QGuiApplication::clipboard()->setText(links.join(u'\n'));
}

} // namespace essaim::gui
