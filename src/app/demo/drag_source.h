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
    /// xdotool and an X display whose pointer may be moved. Returns when the pointer is released; false on failure.
    [[nodiscard]] bool dragTo(const QPoint& target);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QString m_folder;
};

} // namespace essaim::app
