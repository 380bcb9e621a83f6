#include "gui/lock/window_lock.h"

#include "engine/background.h"
#include "gui/desktop/desktop.h"
#include "gui/lock/lock_password_dialog.h"
#include "gui/lock/lock_screen.h"
#include "gui/main_window/window_actions.h"
#include "hashing/password_hash.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

#include <utility>

namespace essaim::gui {

WindowLock::WindowLock(
    QMainWindow& window, settings::SettingsStore& settings, const WindowActions& actions, Desktop& desktop)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
    , m_desktop(desktop)
    , m_screen(new LockScreen(&window)) {
    m_screen->hide();
    connect(m_screen, &LockScreen::entered, this, &WindowLock::tryPassword);
    connect(actions.lock, &QAction::triggered, this, &WindowLock::lock);
    connect(actions.lockPassword, &QAction::triggered, this, [this] { changePassword(false); });
    connect(actions.hide, &QAction::triggered, &desktop, &Desktop::putAway);
    connect(&desktop, &Desktop::hidden, this, [this] {
        if (m_settings.value(settings::kLockWhenHidden) && hasPassword())
            close();
    });
    if (settings.value(settings::kIsLocked) && hasPassword())
        close();
}

bool WindowLock::hasPassword() const {
    return hashing::isPasswordHash(m_settings.value(settings::kLockPassword).toStdString());
}

void WindowLock::lock() {
    hasPassword() ? close() : changePassword(true);
}

void WindowLock::changePassword(bool locksThen) {
    auto* dialog = new LockPasswordDialog(m_settings, &m_window);
    if (locksThen)
        connect(dialog, &QDialog::accepted, this, &WindowLock::lock);
    dialog->open();
}

void WindowLock::whenUnlocked(std::function<void()> deed) {
    if (m_isLocked)
        m_deeds.push_back(std::move(deed));
    else
        deed();
}

void WindowLock::close() {
    if (std::exchange(m_isLocked, true))
        return;
    m_settings.set(settings::kIsLocked, true);
    qApp->installEventFilter(this);
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        if (window->isVisible() && qobject_cast<QDialog*>(window) != nullptr)
            hideDialog(*window);
    }
    for (QWidget* part :
         {static_cast<QWidget*>(m_window.menuBar()), m_window.centralWidget(),
          static_cast<QWidget*>(m_window.statusBar())}) {
        if (part == nullptr || part->isHidden())
            continue;
        part->hide();
        m_parts.append(part);
    }
    m_window.setAcceptDrops(false);
    m_screen->setGeometry(m_window.rect());
    m_screen->show();
    m_screen->raise();
    m_screen->begin();
    m_desktop.setLocked(true);
}

void WindowLock::open() {
    m_isLocked = false;
    qApp->removeEventFilter(this);
    m_settings.set(settings::kIsLocked, false);
    m_screen->deleteLater(); // with what was typed
    m_screen = new LockScreen(&m_window);
    m_screen->hide();
    connect(m_screen, &LockScreen::entered, this, &WindowLock::tryPassword);
    for (const QPointer<QWidget>& part : std::exchange(m_parts, {})) {
        if (part)
            part->show();
    }
    m_window.setAcceptDrops(true);
    for (const QPointer<QWidget>& dialog : std::exchange(m_dialogs, {})) {
        if (dialog)
            dialog->show();
    }
    m_desktop.setLocked(false);
    for (const auto& deed : std::exchange(m_deeds, {}))
        deed();
}

void WindowLock::tryPassword(const QString& password) {
    const auto work = [password = password.toStdString(),
                       hash = m_settings.value(settings::kLockPassword).toStdString()] {
        return hashing::isPasswordOf(password, hash);
    };
    engine::runInBackground(this, work, [this](bool isRight) { isRight ? open() : m_screen->refuse(); });
}

void WindowLock::hideDialog(QWidget& dialog) {
    // What runs a loop of its own waits for an answer: it says why the session cannot go on.
    if (dialog.windowModality() == Qt::ApplicationModal)
        return;
    m_dialogs.append(&dialog);
    dialog.hide();
}

bool WindowLock::isOurs(const QObject& object) const {
    const auto* widget = qobject_cast<const QWidget*>(&object);
    return widget != nullptr && (widget == m_screen || m_screen->isAncestorOf(widget));
}

bool WindowLock::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Shortcut:
        return !isOurs(*watched);
    case QEvent::Resize:
        if (watched == &m_window)
            m_screen->setGeometry(m_window.rect());
        break;
    case QEvent::Show:
        if (auto* dialog = qobject_cast<QDialog*>(watched); dialog != nullptr && dialog->isWindow())
            QMetaObject::invokeMethod(
                dialog,
                [this, dialog] {
                    if (m_isLocked)
                        hideDialog(*dialog);
                },
                Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace essaim::gui
