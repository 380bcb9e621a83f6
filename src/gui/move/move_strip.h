// The moves of files that are under way or just over, one row each, below the list of torrents.
#pragma once

#include "engine/mover/move_snapshot.h"

#include <QFrame>
#include <QMap>

class QVBoxLayout;

namespace essaim::engine {
class Session;
}

namespace essaim::gui {
class MoveRow;

/// GUI thread. Hidden while there is nothing to show; at most a few rows at a time, the others wait in one line.
class MoveStrip : public QFrame {
    Q_OBJECT
public:
    /// `session` outlives the strip.
    explicit MoveStrip(engine::Session& session, QWidget* parent = nullptr);

private:
    void showMoves(const QList<engine::MoveSnapshot>& moves);

    engine::Session& m_session;
    QVBoxLayout* m_column;
    QMap<qint64, MoveRow*> m_rows;
    class QLabel* m_more;
};

} // namespace essaim::gui
