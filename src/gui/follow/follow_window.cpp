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
    , m_local(services.session)
    , m_hosts(services.session, fileBeside(services.settings.file()))
    , m_standingIn(m_hosts, services.trackerHost)
    , m_followedTrackers(services.session, m_hosts, services.trackerHost) {
    const auto setSavePath = [this] { m_hosts.setSavePath(defaultSavePath(m_services.settings)); };
    setSavePath();
    connect(&services.settings, &settings::SettingsStore::changed, this, setSavePath);
    connect(&m_hosts, &hosting::FollowedHosts::failed, this, [this](const auto& failures) {
        const auto& first = failures.first();
        const QString why = text::errorSentence(first.error);
        Q_EMIT failed(
            failures.size() == 1 ? tr("“%1” could not be added. %2").arg(first.offer.name, why)
                                 : tr("%n torrents that you follow could not be added. The first is “%1”. %2", nullptr,
                                      int(failures.size()))
                                       .arg(first.offer.name, why));
    });
    connect(&m_hosts, &hosting::FollowedHosts::replaced, this, &FollowWindow::onReplaced);
    connect(&m_hosts, &hosting::FollowedHosts::readFailed, this, [this](const Error& error, bool isPutAside) {
        const QString sentence = text::errorSentence(error);
        Q_EMIT failed(
            isPutAside ? tr("The list of hosts that you follow was damaged: the one from before is used, if there is "
                            "one, and the damaged file was put beside it. %1")
                             .arg(sentence)
                       : tr("The list of hosts that you follow cannot be read. Until it can, nothing that you change "
                            "in it is kept. %1")
                             .arg(sentence));
    });
    connect(&m_hosts, &hosting::FollowedHosts::saveFailed, this, [this](const Error& error) {
        Q_EMIT failed(tr("The list of hosts that you follow could not be saved; Essaim tries again. %1")
                          .arg(text::errorSentence(error)));
    });
}

/// Who opens the window wants to know how it is now.
void FollowWindow::show() {
    for (const hosting::FollowedHost& host : QList(m_hosts.hosts())) {
        if (host.error)
            m_hosts.look(host.link);
    }
    if (!m_dialog)
        m_dialog = new FollowDialog(m_services, m_hosts, m_standingIn, m_local, &m_window);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void FollowWindow::open(const QString& link) {
    m_opened = hosting::cleanInviteLink(link);
    m_hosts.follow(link); // may name another one
    show();
    m_dialog->showHost(m_opened);
}

void FollowWindow::onReplaced(const QString& link, bool isSame) {
    m_opened = link;
    if (m_dialog)
        m_dialog->showHost(link);
    Q_EMIT failed(
        isSame ? tr("This invite link was replaced when you got a new key. Its source is there already, with the new "
                    "link.")
               : tr("This invite link does not work (any more). At the same address you have a source that does, so "
                    "nothing was added."));
}

} // namespace essaim::gui
