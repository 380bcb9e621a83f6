#include "gui/desktop/desktop.h"

#include "engine/session.h"
#include "gui/desktop/drop_window.h"
#include "gui/desktop/tray_icon.h"
#include "gui/main_window/window_actions.h"
#include "gui/transfers/transfer_status.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QMainWindow>
#include <QMenu>

#include <chrono>
#include <utility>

namespace essaim::gui {

Desktop::Desktop(
    const Services& services, const WindowActions& actions, QMainWindow& window, const desktop::DesktopBus& bus)
    : QObject(&window)
    , m_services(services)
    , m_actions(actions)
    , m_window(window)
    , m_activity(services.session)
    , m_notifier(bus)
    , m_sleep(bus)
    , m_whenDone(m_activity, bus, window) {
    m_mayRest.setSingleShot(true);
    m_mayRest.setInterval(std::chrono::minutes(1));
    connect(&m_mayRest, &QTimer::timeout, this, [this] { m_sleep.setReason({}); });
    connect(&m_activity, &Activity::changed, this, &Desktop::updateSleep);
    connect(&m_whenDone, &WhenDone::quitRequested, this, &Desktop::quitRequested);
    connect(&m_whenDone, &WhenDone::failed, this, &Desktop::failed);
    connect(&services.settings, &settings::SettingsStore::changed, this, &Desktop::followSettings);
    connectNews();
    showTrayIcon(services.settings.value(settings::kTrayIcon));
    showDropWindow(services.settings.value(settings::kDropWindow));
}

Desktop::~Desktop() = default;

bool Desktop::staysInTray() const {
    return m_services.settings.value(settings::kCloseToTray) && m_tray && m_tray->isVisible() &&
           QSystemTrayIcon::isSystemTrayAvailable();
}

void Desktop::hideWindow() {
    m_window.hide();
    Q_EMIT hidden();
    if (!std::exchange(m_hasSaidWhere, true))
        m_notifier.tell(tr("Essaim goes on"), tr("Its icon in the tray brings the window back, and quits."));
}

void Desktop::putAway() {
    if (m_tray && m_tray->isVisible() && QSystemTrayIcon::isSystemTrayAvailable())
        hideWindow();
    else
        m_window.showMinimized();
}

void Desktop::setLocked(bool isLocked) {
    m_isLocked = isLocked;
    if (m_tray)
        m_tray->setLocked(isLocked);
    showDropWindow(!isLocked && m_services.settings.value(settings::kDropWindow));
}

void Desktop::connectNews() {
    const engine::Session& session = m_services.session;
    connect(&m_notifier, &Notifier::clicked, this, &Desktop::showWindow);
    connect(&session, &engine::Session::torrentFinished, this, [this](const TorrentId&, const QString& name) {
        if (m_services.settings.value(settings::kNotifyFinished) && isUserElsewhere() && !m_isLocked)
            m_notifier.tellFinished(name);
    });
    const auto tellProblem = [this](const QString& sentence) {
        if (m_services.settings.value(settings::kNotifyProblems) && isUserElsewhere() && !m_isLocked)
            m_notifier.tellProblem(sentence);
    };
    connect(&m_activity, &Activity::gotStuck, this, [tellProblem](const engine::TorrentSnapshot& torrent) {
        tellProblem(tr("%1: %2").arg(torrent.name, transferStatus(torrent)));
    });
    connect(&session, &engine::Session::problem, this, [tellProblem](const Error& error) {
        tellProblem(text::errorSentence(error));
    });
    connect(&session, &engine::Session::volumeHeld, this, [tellProblem](const engine::VolumeNotice& notice) {
        tellProblem(volumeSentence(notice));
    });
}

void Desktop::followSettings(const QString& key) {
    if (key == QLatin1String(settings::kTrayIcon.key))
        showTrayIcon(m_services.settings.value(settings::kTrayIcon));
    else if (key == QLatin1String(settings::kDropWindow.key))
        showDropWindow(!m_isLocked && m_services.settings.value(settings::kDropWindow));
    else if (key == QLatin1String(settings::kAwakeDownloading.key) || key == QLatin1String(settings::kAwakeSeeding.key))
        updateSleep();
}

void Desktop::showTrayIcon(bool shown) {
    if (shown == bool(m_tray))
        return;
    m_notifier.setTrayIcon(nullptr);
    m_tray.reset();
    if (!shown) {
        if (!m_window.isVisible() && m_window.testAttribute(Qt::WA_WState_ExplicitShowHide))
            showWindow(); // nothing else would bring it back
        return;
    }
    auto menu = std::make_unique<QMenu>();
    connect(menu->addAction(tr("&Show or hide the window")), &QAction::triggered, this, &Desktop::toggleWindow);
    menu->addSeparator();
    menu->addActions({m_actions.addTorrent, m_actions.addLink, m_actions.create});
    menu->addSeparator();
    menu->addActions({m_actions.pauseAll, m_actions.resumeAll});
    menu->addMenu(m_whenDone.makeMenu(tr("When all &downloads are done"), menu.get()));
    menu->addSeparator();
    menu->addAction(m_actions.quit);
    m_tray = std::make_unique<TrayIcon>(m_activity, std::move(menu));
    m_tray->setLocked(m_isLocked);
    connect(m_tray.get(), &TrayIcon::unlockWanted, this, &Desktop::showWindow);
    connect(m_tray.get(), &TrayIcon::toggled, this, &Desktop::toggleWindow);
    connect(&m_services.session, &engine::Session::sessionChanged, m_tray.get(), &TrayIcon::showRates);
    m_notifier.setTrayIcon(m_tray.get());
    m_tray->show(); // appears as soon as there is a tray
}

void Desktop::showDropWindow(bool shown) {
    if (shown == (m_dropWindow && m_dropWindow->isVisible()))
        return;
    if (!shown) {
        if (m_dropWindow)
            m_dropWindow.release()->deleteLater(); // it may be the one that asks
        return;
    }
    m_dropWindow = std::make_unique<DropWindow>(m_services.settings);
    connect(m_dropWindow.get(), &DropWindow::dropped, this, [this](const DroppedItems& items) {
        showWindow();
        Q_EMIT dropped(items);
    });
    connect(m_dropWindow.get(), &DropWindow::clicked, this, &Desktop::showWindow);
    m_dropWindow->show();
}

void Desktop::showWindow() {
    m_window.show();
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
}

void Desktop::toggleWindow() {
    if (m_window.isVisible() && !m_window.isMinimized() && m_tray && QSystemTrayIcon::isSystemTrayAvailable())
        hideWindow();
    else
        showWindow();
}

void Desktop::updateSleep() {
    const settings::SettingsStore& chosen = m_services.settings;
    QString reason;
    if (m_activity.moving() > 0 && chosen.value(settings::kAwakeDownloading))
        reason = tr("Torrents are being downloaded");
    else if (m_activity.uploading() > 0 && chosen.value(settings::kAwakeSeeding))
        reason = tr("Torrents are being shared");
    if (!reason.isEmpty()) {
        m_mayRest.stop();
        m_sleep.setReason(reason);
    } else if (!m_mayRest.isActive()) {
        m_mayRest.start();
    }
}

bool Desktop::isUserElsewhere() const {
    return !m_window.isActiveWindow() || m_window.isMinimized();
}

} // namespace essaim::gui
