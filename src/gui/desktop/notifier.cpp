#include "gui/desktop/notifier.h"

#include <QSystemTrayIcon>

#include <chrono>
#include <utility>

namespace essaim::gui {

namespace {

constexpr int kNamesShown = 5;
constexpr desktop::BusMethod kNotify{
    false, "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
    "Notify"};

constexpr desktop::BusMethod kActionInvoked{
    false, "", "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "ActionInvoked"};

QString firstOf(const QStringList& lines) {
    QStringList shown = lines.mid(0, kNamesShown);
    if (lines.size() > kNamesShown)
        shown.append(Notifier::tr("and %n more", nullptr, int(lines.size()) - kNamesShown));
    return shown.join(u'\n');
}

} // namespace

Notifier::Notifier(const desktop::DesktopBus& bus, QObject* parent)
    : QObject(parent)
    , m_bus(bus) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(2));
    connect(&m_timer, &QTimer::timeout, this, &Notifier::flush);
}

void Notifier::tellFinished(const QString& name) {
    m_finished.append(name);
    if (!m_timer.isActive())
        m_timer.start();
}

void Notifier::tellProblem(const QString& sentence) {
    if (!m_problems.contains(sentence))
        m_problems.append(sentence);
    if (!m_timer.isActive())
        m_timer.start();
}

void Notifier::flush() {
    const QStringList finished = std::exchange(m_finished, {});
    const QStringList problems = std::exchange(m_problems, {});
    if (finished.size() == 1)
        tell(tr("Download complete"), finished.first());
    else if (!finished.isEmpty())
        tell(tr("%n downloads complete", nullptr, int(finished.size())), firstOf(finished));
    if (!problems.isEmpty())
        tell(tr("Essaim needs you"), firstOf(problems));
}

void Notifier::tell(const QString& title, const QString& text) {
    if (!std::exchange(m_isListening, true)) // not at the start, which nothing should hold up
        listenToBus(m_bus, kActionInvoked, this, SLOT(onAction(uint, QString)));
    const QVariantList arguments{
        QStringLiteral("Essaim"),
        quint32{0},
        QStringLiteral("org.essaim.Essaim"),
        title,
        text.toHtmlEscaped(), // some desktops read marks in it
        QStringList{QStringLiteral("default"), tr("Show")},
        QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("org.essaim.Essaim")}},
        -1};
    desktop::callBus(m_bus, kNotify, arguments, this, [this, title, text](const desktop::BusAnswer& answer) {
        if (answer.isGood)
            m_shown = answer.values.value(0).toUInt();
        else if (m_icon != nullptr)
            m_icon->showMessage(title, text);
    });
}

void Notifier::onAction(uint id, const QString& action) {
    if (id == m_shown && action == QLatin1String("default"))
        Q_EMIT clicked();
}

} // namespace essaim::gui
