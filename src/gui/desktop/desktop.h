// What the window does outside its frame: tray, notifications, sleep, the small window to drop things on.
#pragma once

#include "desktop/sleep_inhibitor.h"
#include "gui/desktop/activity.h"
#include "gui/desktop/notifier.h"
#include "gui/desktop/when_done.h"
#include "gui/services.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QMainWindow;

namespace essaim::gui {
class DropWindow;
struct DroppedItems;
class TrayIcon;
class WindowActions;

/// Owns its parts and follows the settings. GUI thread; child of the window.
class Desktop : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    Desktop(
        const Services& services, const WindowActions& actions, QMainWindow& window,
        const desktop::DesktopBus& bus = {});
    ~Desktop() override;

    /// Whether closing the window leaves the program in the tray.
    [[nodiscard]] bool staysInTray() const;
    /// Instead of closing it. Says once where it went.
    void hideWindow();
    /// In the tray, or minimised where there is none.
    void putAway();
    /// While the window is locked, the tray offers nothing but to show it.
    void setLocked(bool isLocked);
    [[nodiscard]] WhenDone& whenDone() { return m_whenDone; }
    [[nodiscard]] const Activity& activity() const { return m_activity; }

Q_SIGNALS:
    /// The window has gone into the tray.
    void hidden();
    void dropped(const essaim::gui::DroppedItems& items);
    void quitRequested();
    /// Something did not work; a sentence for the user.
    void failed(const QString& sentence);

private:
    void connectNews();
    void followSettings(const QString& key);
    void showTrayIcon(bool shown);
    void showDropWindow(bool shown);
    void showWindow();
    void toggleWindow();
    void updateSleep();
    /// Whether the user is looking at another window.
    [[nodiscard]] bool isUserElsewhere() const;

    Services m_services;
    const WindowActions& m_actions;
    QMainWindow& m_window;
    Activity m_activity;
    Notifier m_notifier;
    desktop::SleepInhibitor m_sleep;
    WhenDone m_whenDone;
    bool m_hasSaidWhere = false;
    bool m_isLocked = false;
    QTimer m_mayRest; ///< a download that pauses for a moment does not send the computer to sleep
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<DropWindow> m_dropWindow;
};

} // namespace essaim::gui
