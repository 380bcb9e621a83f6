#include "gui/desktop/when_done.h"

#include "gui/desktop/activity.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace essaim::gui {

namespace {

using Deed = WhenDone::Deed;

constexpr int kSecondsToThink = 60;

struct Row {
    Deed deed;
    const char* name;     ///< of the menu entry
    const char* title;    ///< source text
    const char* sentence; ///< source text, with the seconds; nullptr = nothing to announce
    const char* method;   ///< of the login manager; nullptr = none
};

constexpr Row kRows[] = {
    {Deed::Nothing, "whenDoneNothingAction", QT_TRANSLATE_NOOP("WhenDone", "Do &nothing"), nullptr, nullptr},
    {Deed::Quit, "whenDoneQuitAction", QT_TRANSLATE_NOOP("WhenDone", "&Quit Essaim"),
     QT_TRANSLATE_NOOP("WhenDone", "All downloads are done. Essaim quits in %1 s."), nullptr},
    {Deed::Sleep, "whenDoneSleepAction", QT_TRANSLATE_NOOP("WhenDone", "Put the computer to &sleep"),
     QT_TRANSLATE_NOOP("WhenDone", "All downloads are done. The computer goes to sleep in %1 s."), "Suspend"},
    {Deed::Hibernate, "whenDoneHibernateAction", QT_TRANSLATE_NOOP("WhenDone", "&Hibernate the computer"),
     QT_TRANSLATE_NOOP("WhenDone", "All downloads are done. The computer hibernates in %1 s."), "Hibernate"},
    {Deed::PowerOff, "whenDonePowerOffAction", QT_TRANSLATE_NOOP("WhenDone", "&Switch the computer off"),
     QT_TRANSLATE_NOOP("WhenDone", "All downloads are done. The computer is switched off in %1 s."), "PowerOff"},
    {Deed::Restart, "whenDoneRestartAction", QT_TRANSLATE_NOOP("WhenDone", "&Restart the computer"),
     QT_TRANSLATE_NOOP("WhenDone", "All downloads are done. The computer restarts in %1 s."), "Reboot"},
};

QString words(const char* source) {
    return QCoreApplication::translate("WhenDone", source);
}

const Row& rowOf(Deed deed) {
    return kRows[int(deed)];
}

} // namespace

WhenDone::WhenDone(const Activity& activity, const desktop::DesktopBus& bus, QWidget& window)
    : m_activity(activity)
    , m_bus(bus)
    , m_window(window) {
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &WhenDone::count);
    connect(&activity, &Activity::allDone, this, &WhenDone::announce);
    connect(&activity, &Activity::changed, this, &WhenDone::onActivity);
}

QMenu* WhenDone::makeMenu(const QString& title, QWidget* parent) {
    auto* menu = new QMenu(title, parent);
    auto* group = new QActionGroup(menu);
    for (const Row& row : kRows) {
        QAction* action = menu->addAction(words(row.title));
        action->setObjectName(QString::fromLatin1(row.name));
        action->setCheckable(true);
        action->setChecked(row.deed == m_deed);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, deed = row.deed] { choose(deed); });
        connect(this, &WhenDone::chosenChanged, action, [this, action, deed = row.deed] {
            action->setChecked(deed == m_deed);
        });
    }
    return menu;
}

void WhenDone::choose(Deed deed) {
    if (deed == m_deed)
        return;
    m_deed = deed;
    m_isInterrupted = false;
    if (m_box)
        m_box->reject();
    Q_EMIT chosenChanged();
}

void WhenDone::announce() {
    if (m_deed == Deed::Nothing || m_box)
        return;
    m_isInterrupted = false;
    m_box =
        new QMessageBox(QMessageBox::Information, tr("All downloads are done"), {}, QMessageBox::NoButton, &m_window);
    m_box->setObjectName(QStringLiteral("whenDoneBox"));
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setWindowModality(Qt::NonModal);
    auto* now = m_box->addButton(tr("&Now"), QMessageBox::AcceptRole);
    now->setObjectName(QStringLiteral("whenDoneNowButton"));
    auto* stop = m_box->addButton(tr("&Call it off"), QMessageBox::RejectRole);
    stop->setObjectName(QStringLiteral("whenDoneStopButton"));
    m_box->setDefaultButton(stop);
    m_box->setEscapeButton(stop);
    connect(m_box, &QMessageBox::buttonClicked, this, [this, now](QAbstractButton* clicked) {
        m_timer.stop();
        if (clicked == now)
            carryOut();
    });
    connect(m_box, &QDialog::finished, &m_timer, &QTimer::stop);
    m_seconds = kSecondsToThink + 1;
    count();
    m_timer.start();
    m_box->show();
}

/// A download that was added meanwhile, a move, a check: the end waits for it.
void WhenDone::onActivity() {
    if (m_activity.downloading() > 0 && m_box) {
        m_isInterrupted = true;
        m_box->close();
        m_box.clear(); // it goes later, and another may come before
    } else if (m_activity.downloading() == 0 && m_isInterrupted) {
        announce();
    }
}

void WhenDone::count() {
    --m_seconds;
    if (m_box)
        m_box->setText(words(rowOf(m_deed).sentence).arg(m_seconds));
    if (m_seconds > 0)
        return;
    m_timer.stop();
    if (m_box)
        m_box->close();
    carryOut();
}

void WhenDone::carryOut() {
    const Row& row = rowOf(std::exchange(m_deed, Deed::Nothing)); // once
    Q_EMIT chosenChanged();
    if (row.deed == Deed::Quit)
        Q_EMIT quitRequested();
    if (row.method == nullptr)
        return;
    const desktop::BusMethod method{
        true, "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", row.method};
    desktop::callBus(m_bus, method, {false}, this, [this](const desktop::BusAnswer& answer) {
        if (!answer.isGood)
            Q_EMIT failed(tr("The system does not let Essaim do that: %1. You can do it in the menu of your desktop.")
                              .arg(answer.error));
    });
}

} // namespace essaim::gui
