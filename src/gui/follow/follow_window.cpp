#include "gui/follow/follow_window.h"

#include "gui/add_torrent/save_path.h"
#include "gui/follow/follow_dialog.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QFileInfo>
#include <QWidget>

namespace essaim::gui {

namespace {

QString fileBeside(const QString& settings) {
    return settings.isEmpty() ? QString() : QFileInfo(settings).absolutePath() + QStringLiteral("/followed.json");
}

} // namespace

FollowWindow::FollowWindow(const Services& services, QWidget& window)
    : QObject(&window)
    , m_services(services)
    , m_window(window)
    , m_hosts(services.session, fileBeside(services.settings.file()))
    , m_standingIn(m_hosts, services.trackerHost) {
    const auto setSavePath = [this] { m_hosts.setSavePath(defaultSavePath(m_services.settings)); };
    setSavePath();
    connect(&services.settings, &settings::SettingsStore::changed, this, setSavePath);
    connect(&m_hosts, &hosting::FollowedHosts::failed, this, [this](const QString& name, const Error& error) {
        Q_EMIT failed(tr("“%1” could not be added. %2").arg(name, text::errorSentence(error)));
    });
}

void FollowWindow::show() {
    if (!m_dialog)
        m_dialog = new FollowDialog(m_services, m_hosts, m_standingIn, &m_window);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void FollowWindow::open(const QString& link) {
    m_hosts.follow(link);
    show();
    m_dialog->showHost(hosting::cleanInviteLink(link));
}

} // namespace essaim::gui
