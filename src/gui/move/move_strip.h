// The moves of files that are under way or just over, below the list of torrents.
#pragma once

#include "gui/move/move_summary.h"

#include <QFrame>
#include <QMap>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace essaim::engine {
class Session;
}

namespace essaim::gui {
class MoveRow;
class SlimProgressBar;

/// GUI thread. Hidden while there is nothing to show. Several moves have a line of totals above them and a row each for
/// the first few; those that ended well share one line.
class MoveStrip : public QFrame {
    Q_OBJECT
public:
    /// `session` outlives the strip.
    explicit MoveStrip(engine::Session& session, QWidget* parent = nullptr);

private:
    void makeTotals();
    void makeEnd();
    QToolButton*
    addButton(QWidget& line, const char* name, const char* icon, const QString& words, void (MoveStrip::*clicked)());
    void showMoves(const QList<engine::MoveSnapshot>& moves);
    void showRows();
    MoveRow* makeRow(const engine::MoveSnapshot& move);
    void pauseAll();
    void resumeAll();
    void cancelAll();
    void moveAllBack();
    void dismissEnded();
    void moveBack(const QList<engine::MoveSnapshot>& moves);

    engine::Session& m_session;
    MoveSummary m_summary;
    QVBoxLayout* m_column;
    QWidget* m_totals;
    QLabel* m_totalsLabel = nullptr;
    SlimProgressBar* m_totalsBar = nullptr;
    QToolButton* m_pauseAll = nullptr;
    QToolButton* m_resumeAll = nullptr;
    QMap<qint64, MoveRow*> m_rows;
    QList<qint64> m_order;
    QLabel* m_more;
    QWidget* m_end;
    QLabel* m_endLabel = nullptr;
};

} // namespace essaim::gui
