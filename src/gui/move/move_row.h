// One move: what goes where, how far it is, what can be done about it.
#pragma once

#include "engine/mover/move_snapshot.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace essaim::gui {
class SlimProgressBar;

/// GUI thread; child of the strip.
class MoveRow : public QWidget {
    Q_OBJECT
public:
    explicit MoveRow(QWidget* parent = nullptr);
    void showMove(const engine::MoveSnapshot& move);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void cancelRequested();
    void backRequested(); ///< a finished move is to be undone
    void dismissRequested();

private:
    QLabel* m_title;
    QLabel* m_status;
    SlimProgressBar* m_bar;
    QToolButton* m_pause;
    QToolButton* m_resume;
    QToolButton* m_cancel;
    QToolButton* m_back;
    QToolButton* m_dismiss;
};

/// "1.2 GB of 4 GB, 80 MB/s, 35 s left", or why it does not move.
[[nodiscard]] QString moveWords(const engine::MoveSnapshot& move);

} // namespace essaim::gui
