// What becomes of torrents, one event at a time, with all that is known of the torrent.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/services.h"

#include <QObject>
#include <QSet>

namespace essaim::engine {
struct AddTorrentOutcome;
}

namespace essaim::gui {
class TransferModel;

/// For those who do something by themselves when a torrent is added or complete. GUI thread.
class TorrentNews : public QObject {
    Q_OBJECT
public:
    /// Both outlive it. The model follows the session before this does.
    TorrentNews(const Services& services, const TransferModel& model, QObject* parent = nullptr);

Q_SIGNALS:
    /// In this run, by whatever way; not when the list comes back at the start.
    void added(const essaim::engine::TorrentSnapshot& torrent);
    /// The list of files is there: at once for a .torrent, later for a link (`isLate`), after a restart too.
    void described(const essaim::engine::TorrentSnapshot& torrent, bool isLate);
    /// The files are where they stay: those that move once they are complete have been moved, or will not be.
    void finished(const essaim::engine::TorrentSnapshot& torrent);

private:
    void take(const QList<engine::TorrentSnapshot>& torrents);
    void onFinished(const TorrentId& id);
    void onMoveOver(const TorrentId& id, const QString& folder);
    void tellAdded(const engine::TorrentSnapshot& torrent);

    const TransferModel& m_model;
    QSet<QByteArray> m_added;       ///< ids of which the session has said nothing more yet
    QSet<QByteArray> m_moving;      ///< ids of complete torrents that are to be moved
    QSet<QByteArray> m_undescribed; ///< ids of links without their list of files
};

} // namespace essaim::gui
