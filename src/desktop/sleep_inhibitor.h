// Keeps the computer from going to sleep while something is to be done.
#pragma once

#include "desktop/desktop_bus.h"

#include <QObject>
#include <QString>
#include <QVariant>

namespace essaim::desktop {

/// Asks the desktop, or else the system's login manager, and never waits for them. GUI thread. What is held ends with
/// the process at the latest.
class SleepInhibitor : public QObject {
    Q_OBJECT
public:
    explicit SleepInhibitor(const DesktopBus& bus, QObject* parent = nullptr);
    ~SleepInhibitor() override;

    /// Why the computer must stay awake, for the desktop to show; empty = it may sleep.
    void setReason(const QString& reason);
    /// Whether somebody has promised to keep the computer awake.
    [[nodiscard]] bool isHeld() const { return m_held.isValid(); }

Q_SIGNALS:
    void heldChanged();

private:
    void ask(int asker);
    void onAnswer(int asker, const BusAnswer& answer);
    void release();

    DesktopBus m_bus;
    QString m_reason;
    bool m_isAsking = false;
    int m_holder = 0; ///< index of the service that gave m_held
    QVariant m_held;  ///< a number to give back, or a file to close
};

} // namespace essaim::desktop
