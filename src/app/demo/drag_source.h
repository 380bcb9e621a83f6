// A small "file manager" from which the demonstration drags a folder with the real mouse pointer.
#pragma once

#include <QProcess>
#include <QWidget>

namespace essaim::app {

/// Shows one folder that can be dragged out of the window. GUI thread.
class DragSource : public QWidget {
    Q_OBJECT
public:
    explicit DragSource(const QString& folder);

    /// Presses on the folder, moves the pointer to `target` (screen coordinates) and lets go there. Needs the program
    /// xdotool and an X display whose pointer may be moved. Tries again, slower, when the window under the pointer
    /// does not take the drop. Returns when the last try has ended; false if nobody took it.
    [[nodiscard]] bool dragTo(const QPoint& target);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    /// One try; `pace` stretches the rests of the hand. False if the pointer cannot be moved.
    [[nodiscard]] bool drag(const QPoint& target, double pace);

    QString m_folder;
    bool m_isDragging = false; ///< Qt's drag is under way
    bool m_accepted = false;   ///< somebody took the last drop
};

} // namespace essaim::app
