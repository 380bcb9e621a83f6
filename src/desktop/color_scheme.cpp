#include "desktop/color_scheme.h"

#include <QDBusVariant>

#include <functional>

namespace essaim::desktop {

namespace {

const QString kNamespace = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

constexpr BusMethod portal(const char* name) {
    return {
        false, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings",
        name};
}

/// The portal wraps its values, once or twice.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

/// Takes the signal of the portal, whose type nobody else needs to know.
class Listener : public QObject {
    Q_OBJECT
public:
    Listener(QObject* parent, std::function<void(const QVariant&)> take)
        : QObject(parent)
        , m_take(std::move(take)) {}

public Q_SLOTS:
    void onChanged(const QString& space, const QString& key, const QDBusVariant& value) {
        if (space == kNamespace && key == kKey)
            m_take(value.variant());
    }

private:
    std::function<void(const QVariant&)> m_take;
};

} // namespace

ColorScheme::ColorScheme(const DesktopBus& bus, QObject* parent)
    : QObject(parent) {
    auto* listener = new Listener(this, [this](const QVariant& value) { take(value); });
    listenToBus(bus, portal("SettingChanged"), listener, SLOT(onChanged(QString, QString, QDBusVariant)));
    callBus(bus, portal("Read"), {kNamespace, kKey}, this, [this](const BusAnswer& answer) {
        if (answer.isGood)
            take(answer.values.value(0));
    });
}

void ColorScheme::take(const QVariant& value) {
    constexpr uint kDark = 1;
    constexpr uint kLight = 2;
    const uint scheme = unwrapped(value).toUInt();
    if (scheme != kDark && scheme != kLight) {
        m_isDark.reset();
        return;
    }
    const bool isDark = scheme == kDark;
    if (m_isDark == isDark)
        return;
    m_isDark = isDark;
    Q_EMIT changed(isDark);
}

} // namespace essaim::desktop

#include "color_scheme.moc"
