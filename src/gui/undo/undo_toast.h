// A note at the foot of the window for a few seconds: what was just done, and a button that takes it back.
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace essaim::gui {
class UndoHistory;

/// Child of the widget that it lies over; follows its size. Stays while the mouse is over it. Object names: undoToast,
/// undoToastLabel, undoToastButton.
class UndoToast : public QFrame {
    Q_OBJECT
public:
    /// `history` outlives the toast.
    UndoToast(UndoHistory& history, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();

    QLabel* m_label;
    QTimer m_timer;
};

} // namespace essaim::gui
