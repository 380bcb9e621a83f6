#include "gui/main_window/quit_question.h"

#include "gui/desktop/activity.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

namespace essaim::gui {

QuitQuestion::QuitQuestion(const Activity& activity, settings::SettingsStore& settings, QWidget& window)
    : QObject(&window)
    , m_activity(activity)
    , m_settings(settings)
    , m_window(window) {
    qApp->installEventFilter(this);
}

bool QuitQuestion::mayQuit() {
    const bool isAtWork = m_activity.moving() + m_activity.uploading() > 0;
    if (!isAtWork || m_isToldToQuit || qApp->isSavingSession() || !m_settings.value(settings::kAskBeforeQuitting))
        return true;
    ask();
    return false;
}

QString QuitQuestion::words() const {
    QStringList sentences;
    if (const int count = m_activity.moving(); count > 0)
        sentences.append(tr("%n torrent(s) are being downloaded, checked or moved.", nullptr, count));
    if (const int count = m_activity.uploading(); count > 0)
        sentences.append(tr("Others are loading %n torrent(s) from you.", nullptr, count));
    return sentences.join(u' ');
}

void QuitQuestion::ask() {
    if (m_box) {
        m_box->raise();
        return m_box->activateWindow();
    }
    m_box = new QMessageBox(QMessageBox::Question, tr("Quit Essaim"), words(), QMessageBox::NoButton, &m_window);
    m_box->setObjectName(QStringLiteral("quitBox"));
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setWindowModality(m_window.isVisible() ? Qt::WindowModal : Qt::NonModal);
    m_box->setInformativeText(tr("That stops until Essaim is started again; nothing is lost."));
    auto* never = new QCheckBox(tr("&Do not ask again"), m_box);
    never->setObjectName(QStringLiteral("quitNeverAskCheck"));
    m_box->setCheckBox(never);
    auto* quit = m_box->addButton(tr("&Quit"), QMessageBox::AcceptRole);
    quit->setObjectName(QStringLiteral("quitAnywayButton"));
    auto* stay = m_box->addButton(tr("&Stay"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("stayButton"));
    m_box->setDefaultButton(quit);
    m_box->setEscapeButton(stay);
    connect(m_box, &QMessageBox::buttonClicked, this, [this, never, quit](const QAbstractButton* clicked) {
        if (clicked != quit)
            return;
        if (never->isChecked())
            m_settings.set(settings::kAskBeforeQuitting, false);
        Q_EMIT agreed();
    });
    m_box->show();
    m_box->raise();
    m_box->activateWindow();
}

/// What the desktop sends when it ends the session closes the windows first.
bool QuitQuestion::eventFilter(QObject* watched, QEvent* event) {
    if (watched == qApp && event->type() == QEvent::Quit) {
        m_isToldToQuit = true;
        QMetaObject::invokeMethod(this, [this] { m_isToldToQuit = false; }, Qt::QueuedConnection);
    }
    return false;
}

} // namespace essaim::gui
