#include "gui/automation/torrent_news.h"

#include "engine/session.h"
#include "gui/transfers/transfer_model.h"

namespace essaim::gui {

namespace {

QByteArray keyOf(const TorrentId& id) {
    return QByteArray::fromStdString(id.toHex());
}

} // namespace

TorrentNews::TorrentNews(const Services& services, const TransferModel& model, QObject* parent)
    : QObject(parent)
    , m_model(model) {
    const engine::Session& session = services.session;
    connect(&session, &engine::Session::torrentsChanged, this, &TorrentNews::take);
    connect(&session, &engine::Session::addFinished, this, [this](const engine::AddTorrentOutcome& outcome) {
        if (outcome.error)
            return;
        if (const int row = m_model.rowOf(outcome.id); row >= 0)
            tellAdded(m_model.torrent(row));
        else
            m_added.insert(keyOf(outcome.id));
    });
    connect(&session, &engine::Session::torrentFinished, this, &TorrentNews::onFinished);
    connect(
        &session, &engine::Session::torrentMoved, this,
        [this](const TorrentId& id, const QString&, const QString& to) { onMoveOver(id, to); });
    connect(&session, &engine::Session::movesChanged, this, [this](const QList<engine::MoveSnapshot>& moves) {
        for (const engine::MoveSnapshot& move : moves) {
            if (move.state == engine::MoveState::Cancelled || move.state == engine::MoveState::Refused)
                onMoveOver(move.id, move.source);
        }
    });
    connect(&session, &engine::Session::torrentsRemoved, this, [this](const QList<TorrentId>& ids) {
        for (const TorrentId& id : ids) {
            m_added.remove(keyOf(id));
            m_moving.remove(keyOf(id));
            m_undescribed.remove(keyOf(id));
        }
    });
}

void TorrentNews::take(const QList<engine::TorrentSnapshot>& torrents) {
    for (const engine::TorrentSnapshot& torrent : torrents) {
        if (!torrent.hasMetadata)
            m_undescribed.insert(keyOf(torrent.id));
        else if (!m_undescribed.isEmpty() && m_undescribed.remove(keyOf(torrent.id)))
            Q_EMIT described(torrent, true);
        if (!m_added.isEmpty() && m_added.remove(keyOf(torrent.id)))
            tellAdded(torrent);
    }
}

void TorrentNews::onFinished(const TorrentId& id) {
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const engine::TorrentSnapshot& torrent = m_model.torrent(row);
    if (torrent.finalPath.isEmpty())
        Q_EMIT finished(torrent);
    else
        m_moving.insert(keyOf(id));
}

void TorrentNews::onMoveOver(const TorrentId& id, const QString& folder) {
    if (m_moving.isEmpty() || !m_moving.remove(keyOf(id)))
        return;
    if (const int row = m_model.rowOf(id); row >= 0) {
        engine::TorrentSnapshot torrent = m_model.torrent(row);
        torrent.savePath = folder; // the list may hear of it a moment later
        Q_EMIT finished(torrent);
    }
}

void TorrentNews::tellAdded(const engine::TorrentSnapshot& torrent) {
    Q_EMIT added(torrent);
    if (torrent.hasMetadata)
        Q_EMIT described(torrent, false);
}

} // namespace essaim::gui
