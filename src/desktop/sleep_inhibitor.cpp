#include "desktop/sleep_inhibitor.h"

namespace essaim::desktop {

namespace {

constexpr quint32 kSuspend = 4; ///< GNOME's flag

/// From the one that shows the user who keeps the computer awake to the one that is everywhere.
enum Asker { PowerManagement, GnomeSession, LoginManager, NobodyElse };

constexpr BusMethod kInhibit[] = {
    {false, "org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit",
     "org.freedesktop.PowerManagement.Inhibit", "Inhibit"},
    {false, "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager", "Inhibit"},
    {true, "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "Inhibit"},
};

constexpr BusMethod kUninhibit[] = {
    {false, "org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit",
     "org.freedesktop.PowerManagement.Inhibit", "UnInhibit"},
    {false, "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager", "Uninhibit"},
};

QVariantList argumentsFor(int asker, const QString& reason) {
    const QString name = QStringLiteral("Essaim");
    switch (asker) {
    case PowerManagement:
        return {name, reason};
    case GnomeSession:
        return {name, quint32{0}, reason, kSuspend};
    default:
        return {QStringLiteral("sleep"), name, reason, QStringLiteral("block")};
    }
}

} // namespace

SleepInhibitor::SleepInhibitor(const DesktopBus& bus, QObject* parent)
    : QObject(parent)
    , m_bus(bus) {}

SleepInhibitor::~SleepInhibitor() {
    release();
}

void SleepInhibitor::setReason(const QString& reason) {
    const bool wasWanted = !m_reason.isEmpty();
    m_reason = reason;
    if (reason.isEmpty())
        return release();
    if (!wasWanted && !m_isAsking && !isHeld())
        ask(PowerManagement);
}

void SleepInhibitor::ask(int asker) {
    m_isAsking = asker != NobodyElse;
    if (!m_isAsking)
        return;
    callBus(m_bus, kInhibit[asker], argumentsFor(asker, m_reason), this, [this, asker](const BusAnswer& answer) {
        onAnswer(asker, answer);
    });
}

void SleepInhibitor::onAnswer(int asker, const BusAnswer& answer) {
    if (!answer.isGood || answer.values.isEmpty())
        return ask(asker + 1);
    m_isAsking = false;
    m_held = answer.values.first();
    m_holder = asker;
    if (m_reason.isEmpty()) // not wanted any more
        return release();
    Q_EMIT heldChanged();
}

void SleepInhibitor::release() {
    if (!isHeld())
        return;
    if (m_holder != LoginManager)
        tellBus(m_bus, kUninhibit[m_holder], {m_held});
    m_held = {}; // closes the file by which the login manager knows us
    Q_EMIT heldChanged();
}

} // namespace essaim::desktop
