// Asks the session for moves, and takes them back when the user thinks better of it.
#pragma once

#include "engine/mover/move_snapshot.h"
#include "engine/torrent_snapshot.h"

#include <QObject>

#include <map>

namespace essaim::engine {
class Session;
}

namespace essaim::gui {
class UndoHistory;

/// GUI thread; child of the page. What is taken back while it is under way is cancelled, what has arrived is moved back
/// by a move like any other.
class MoveCommander : public QObject {
    Q_OBJECT
public:
    /// Both outlive the commander.
    MoveCommander(engine::Session& session, UndoHistory& history, QObject* parent);

    void move(const QList<engine::TorrentSnapshot>& torrents, const QString& folder);

private:
    struct Journey {
        TorrentId id;
        QString name;
        QString from;
        QString to;
    };
    struct Recall {
        qint64 job = 0;
        QString to;
    };
    void takeBack(const QList<Journey>& journeys);
    void noteMoves(const QList<engine::MoveSnapshot>& moves);
    void noteArrival(const TorrentId& id, const QString& from, const QString& to);

    engine::Session& m_session;
    UndoHistory& m_history;
    QList<engine::MoveSnapshot> m_moves;
    std::map<TorrentId, QString> m_places;  ///< to which torrents were moved
    std::map<TorrentId, Recall> m_recalled; ///< cancelled; may arrive before that is heard
};

} // namespace essaim::gui
