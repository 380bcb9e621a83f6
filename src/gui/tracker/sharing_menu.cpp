#include "gui/tracker/sharing_menu.h"

#include "gui/tracker/choose_friends_dialog.h"
#include "hosting/host_transfer.h"
#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>

namespace essaim::gui {

using tracker::HostedTorrent;
using tracker::Visibility;

SharingMenu::SharingMenu(const Services& services, QWidget* parent)
    : QMenu(parent)
    , m_services(services) {
    setTitle(tr("Share &with"));
    auto* group = new QActionGroup(this);
    group->addAction(addChoice("shareEveryoneAction", tr("&Everyone who has the link"), Visibility::Everyone));
    group->addAction(addChoice("shareFriendsAction", tr("&All my friends"), Visibility::Friends));
    group->addAction(addChoice("shareChosenAction", tr("&Chosen friends…"), Visibility::Chosen));
    addSeparator();
    m_stop = addAction(tr("S&top sharing…"));
    m_stop->setObjectName(QStringLiteral("stopHostingAction"));
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_torrent)
            stopHosting(*m_torrent);
    });
    setTorrent(std::nullopt);
}

QAction* SharingMenu::addChoice(const char* name, const QString& text, Visibility visibility) {
    QAction* action = addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    action->setCheckable(true);
    action->setData(int(visibility));
    connect(action, &QAction::triggered, this, [this, visibility] { choose(visibility); });
    return action;
}

void SharingMenu::setTorrent(const std::optional<HostedTorrent>& torrent) {
    m_torrent = torrent;
    m_isHosted = false;
    for (const tracker::HostedStatus& status : m_services.trackerHost.snapshot().hosted) {
        if (torrent && status.torrent.infoHash.matches(torrent->infoHash.id())) {
            m_torrent = status.torrent;
            m_isHosted = true;
        }
    }
    menuAction()->setEnabled(torrent.has_value());
    m_stop->setEnabled(m_isHosted);
    for (QAction* action : actions()) {
        if (action->isCheckable())
            action->setChecked(m_isHosted && action->data().toInt() == int(m_torrent->visibility));
    }
}

void SharingMenu::choose(Visibility visibility) {
    if (!m_torrent)
        return;
    const HostedTorrent torrent = *m_torrent;
    setTorrent(torrent); // until it is so, the menu says what is
    if (visibility != Visibility::Chosen)
        return share(torrent, visibility, {});
    auto* dialog = new ChooseFriendsDialog(m_services.trackerHost.snapshot().friends, torrent.chosen, parentWidget());
    dialog->setObjectName(QStringLiteral("chooseFriendsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, torrent] {
        share(torrent, Visibility::Chosen, dialog->chosen());
    });
    dialog->open();
}

void SharingMenu::share(const HostedTorrent& torrent, Visibility visibility, const std::vector<std::int64_t>& chosen) {
    if (visibility != Visibility::Everyone && !torrent.isPrivate)
        return explain(torrent, visibility, chosen);
    HostedTorrent changed = torrent;
    changed.visibility = visibility;
    changed.chosen = chosen;
    if (!m_services.trackerHost.isHosted(torrent.infoHash.id()))
        return host(changed);
    m_services.trackerHost.host(changed);
}

void SharingMenu::host(const HostedTorrent& torrent) {
    auto* hosting = new hosting::HostTransfer(m_services.session, m_services.trackerHost, this);
    const QString name = QString::fromStdString(torrent.name);
    connect(hosting, &hosting::HostTransfer::finished, this, [this, name](const Expected<QString>& link) {
        if (!link && link.error().kind == ErrorKind::Cancelled)
            return;
        if (!link) {
            warn(tr("“%1” is not shared. %2").arg(name, text::errorSentence(link.error())));
        } else if (link->isEmpty()) {
            Q_EMIT told(tr("“%1” is shared. Friends find it on the page that their invite links open.").arg(name));
        } else {
            QGuiApplication::clipboard()->setText(*link);
            Q_EMIT told(tr("“%1” is shared. Its link is on the clipboard.").arg(name));
        }
    });
    auto* progress = new QProgressDialog(
        tr("Asking your router which address friends can use…"), tr("Cancel"), 0, 0, parentWidget());
    progress->setObjectName(QStringLiteral("askingRouterDialog"));
    progress->setMinimumDuration(800); // most routers are quicker
    connect(progress, &QProgressDialog::canceled, hosting, &hosting::HostTransfer::cancel);
    connect(hosting, &hosting::HostTransfer::finished, progress, &QObject::deleteLater);
    hosting->start(torrent);
}

void SharingMenu::warn(const QString& sentence) {
    auto* box = new QMessageBox(QMessageBox::Warning, {}, sentence, QMessageBox::Ok, parentWidget());
    box->setObjectName(QStringLiteral("hostingFailedBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

void SharingMenu::stopHosting(const HostedTorrent& torrent) {
    auto* box = new QMessageBox(
        QMessageBox::Question, {}, tr("Stop sharing “%1”?").arg(QString::fromStdString(torrent.name)),
        QMessageBox::Cancel, parentWidget());
    box->setObjectName(QStringLiteral("stopHostingBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Friends who do not have everything yet can no longer find each other through your "
                               "tracker. The transfer and its files stay."));
    QPushButton* stop = box->addButton(tr("Stop sharing"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(
        stop, &QPushButton::clicked, this, [this, id = torrent.infoHash.id()] { m_services.trackerHost.unhost(id); });
    box->open();
}

void SharingMenu::explain(
    const HostedTorrent& torrent, Visibility visibility, const std::vector<std::int64_t>& chosen) {
    auto* box = new QMessageBox(
        QMessageBox::Question, {}, tr("Share “%1” with friends only?").arg(QString::fromStdString(torrent.name)),
        QMessageBox::Cancel, parentWidget());
    box->setObjectName(QStringLiteral("privateCopyBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("It was made for everyone: its clients also look for others outside your tracker. For friends only, Essaim "
           "makes another, private torrent of the same files, which takes its place here. Those who have the old one "
           "keep it; send them a new invitation."));
    QPushButton* make = box->addButton(tr("Make a private torrent…"), QMessageBox::AcceptRole);
    make->setObjectName(QStringLiteral("makePrivateButton"));
    box->setDefaultButton(make);
    connect(make, &QPushButton::clicked, this, [this, id = torrent.infoHash.id(), visibility, chosen] {
        Q_EMIT privateCopyWanted(id, visibility, chosen);
    });
    box->open();
}

} // namespace essaim::gui
