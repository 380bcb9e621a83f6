#include "gui/transfers/magnet_copier.h"

#include "engine/gate/url_rules.h"
#include "gui/details/source_words.h"
#include "gui/widgets/copy_with_key.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>

#include <algorithm>
#include <iterator>

namespace essaim::gui {

namespace {

/// A link is made to be passed on. Loopback leads the others to their own computers, and our own client's address of
/// our own tracker holds the host's key.
bool isForOthers(const QString& tracker) {
    return engine::placeOf(tracker.toStdString()) != engine::UrlPlace::ThisComputer;
}

QString magnetOf(const engine::TorrentSnapshot& torrent, const QStringList& trackers) {
    return engine::makeMagnet(torrent.infoHash, torrent.name, trackers);
}

} // namespace

MagnetCopier::MagnetCopier(engine::Session& session, QWidget& window, std::chrono::milliseconds patience)
    : QObject(&window)
    , m_session(session)
    , m_window(window) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &MagnetCopier::finish);
    connect(&m_session, &engine::Session::details, this, &MagnetCopier::take);
    connect(&m_session, &engine::Session::torrentsRemoved, this, &MagnetCopier::forget);
}

void MagnetCopier::copy(const QList<engine::TorrentSnapshot>& torrents) {
    m_wanted = torrents;
    m_trackers.clear();
    for (const engine::TorrentSnapshot& torrent : torrents)
        m_trackers.emplace(torrent.id, std::nullopt);
    m_open = m_trackers.size();
    m_patience.start();
    for (const engine::TorrentSnapshot& torrent : torrents)
        m_session.requestDetails(torrent.id);
}

void MagnetCopier::forget(const QList<TorrentId>& removed) {
    if (m_open == 0)
        return;
    for (const TorrentId& id : removed) {
        const auto gone = m_trackers.extract(id);
        if (!gone.empty() && !gone.mapped())
            --m_open;
    }
    m_wanted.removeIf([&removed](const engine::TorrentSnapshot& torrent) { return removed.contains(torrent.id); });
    if (m_open == 0)
        finish();
}

void MagnetCopier::take(const engine::TorrentDetails& details) {
    const auto wanted = m_trackers.find(details.id);
    if (wanted == m_trackers.end() || wanted->second)
        return;
    wanted->second = details.description.trackers;
    m_patience.start();
    if (--m_open == 0)
        finish();
}

void MagnetCopier::finish() {
    m_patience.stop();
    const int missing = int(std::exchange(m_open, 0));
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
    if (missing > 0)
        tellMissing(missing);
    if (links.isEmpty())
        return;
    if (links != linksWithKeys)
        askToCopyWithKey(linksWithKeys.join(u'\n'), &m_window);
    else
        QGuiApplication::clipboard()->setText(links.join(u'\n'));
}

void MagnetCopier::tellMissing(int count) {
    auto* box = new QMessageBox(
        QMessageBox::Warning, {},
        tr("%n magnet link(s) could not be had and are missing on the clipboard: copy them again later.", nullptr,
           count),
        QMessageBox::Ok, &m_window);
    box->setObjectName(QStringLiteral("magnetsMissingBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace essaim::gui
