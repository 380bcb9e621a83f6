// The icon in the desktop's tray: how it goes, and the way back to the window.
#pragma once

#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace essaim::engine {
struct SessionSnapshot;
}

namespace essaim::gui {
class Activity;

/// GUI thread. A dot on the icon says what goes on; the tooltip says it in words.
class TrayIcon : public QSystemTrayIcon {
    Q_OBJECT
public:
    /// `activity` outlives it; `menu` becomes its own.
    TrayIcon(const Activity& activity, std::unique_ptr<QMenu> menu);
    ~TrayIcon() override;

    /// The menu of a locked window holds nothing but the way to unlock it.
    void setLocked(bool isLocked);
    void showRates(const engine::SessionSnapshot& session);

Q_SIGNALS:
    void unlockWanted();
    /// The user clicked on it.
    void toggled();

private:
    void showState();

    const Activity& m_activity;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QMenu> m_lockedMenu;
    QString m_rates;
    int m_dot = -1; ///< a Tint; -1 = none
};

} // namespace essaim::gui
