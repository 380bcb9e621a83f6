// The lock of the window: until somebody knows the password, nothing of it can be seen or done.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

class QMainWindow;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {
class Desktop;
class LockScreen;
class WindowActions;

/// GUI thread; child of the window. Covers the window, hides its dialogs, swallows its shortcuts; torrents go on. The
/// password is settings::kLockPassword, as hashing::hashPassword() makes it. Stays locked over a restart.
class WindowLock : public QObject {
    Q_OBJECT
public:
    /// All outlive it, and the window is complete. Connects the actions.
    WindowLock(QMainWindow& window, settings::SettingsStore& settings, const WindowActions& actions, Desktop& desktop);

    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    /// Asks for a password first if there is none.
    void lock();
    /// At once, or when the window has been unlocked.
    void whenUnlocked(std::function<void()> deed);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool hasPassword() const;
    void changePassword(bool locksThen);
    void close();
    void open();
    void tryPassword(const QString& password);
    void hideDialog(QWidget& dialog);
    [[nodiscard]] bool isOurs(const QObject& object) const;

    QMainWindow& m_window;
    settings::SettingsStore& m_settings;
    Desktop& m_desktop;
    LockScreen* m_screen;
    bool m_isLocked = false;
    QList<QPointer<QWidget>> m_parts;   ///< of the window, to be shown again
    QList<QPointer<QWidget>> m_dialogs; ///< the same
    std::vector<std::function<void()>> m_deeds;
};

} // namespace essaim::gui
