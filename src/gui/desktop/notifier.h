// Tells the user what happened while they look elsewhere.
#pragma once

#include "desktop/desktop_bus.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

class QSystemTrayIcon;

namespace essaim::gui {

/// Notifications of the desktop, or balloons of the tray icon where there are none. What comes within two seconds is
/// told together. GUI thread.
class Notifier : public QObject {
    Q_OBJECT
public:
    explicit Notifier(const desktop::DesktopBus& bus, QObject* parent = nullptr);

    /// Shows balloons where the desktop has no notifications; null = nobody does. Outlives the notifier or is taken
    /// back.
    void setTrayIcon(QSystemTrayIcon* icon) { m_icon = icon; }
    /// A download is complete.
    void tellFinished(const QString& name);
    void tellProblem(const QString& sentence);
    /// At once.
    void tell(const QString& title, const QString& text);

Q_SIGNALS:
    /// The user clicked on a notification.
    void clicked();

private Q_SLOTS:
    void onAction(uint id, const QString& action);

private:
    void flush();

    desktop::DesktopBus m_bus;
    QSystemTrayIcon* m_icon = nullptr;
    QStringList m_finished;
    QStringList m_problems;
    QTimer m_timer;
    bool m_isListening = false;
    quint32 m_shown = 0; ///< number of the notification shown last
};

} // namespace essaim::gui
