// Whether the desktop is dark, also when that changes.
#pragma once

#include "desktop/desktop_bus.h"

#include <QObject>

#include <optional>

namespace essaim::desktop {

/// Asks the settings portal (org.freedesktop.appearance) and listens to it; says nothing where there is none. GUI
/// thread.
class ColorScheme : public QObject {
    Q_OBJECT
public:
    explicit ColorScheme(const DesktopBus& bus, QObject* parent = nullptr);

    /// Nothing: the desktop has not said, or has no preference.
    [[nodiscard]] std::optional<bool> isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed(bool isDark);

private:
    void take(const QVariant& value);

    std::optional<bool> m_isDark;
};

} // namespace essaim::desktop
