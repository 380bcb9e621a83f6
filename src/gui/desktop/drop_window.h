// A small window above all others that takes what is dropped on it.
#pragma once

#include "gui/add_torrent/dropped_items.h"

#include <QPoint>
#include <QWidget>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Moved with the mouse; remembers where it was. A click or Return shows the main window. GUI thread.
class DropWindow : public QWidget {
    Q_OBJECT
public:
    /// `settings` outlives it.
    explicit DropWindow(settings::SettingsStore& settings);
    ~DropWindow() override;

Q_SIGNALS:
    void dropped(const essaim::gui::DroppedItems& items);
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void placeAtFirst();

    settings::SettingsStore& m_settings;
    QPoint m_grip; ///< where the mouse took hold
    bool m_wasMoved = false;
    bool m_isHovered = false;
};

} // namespace essaim::gui
