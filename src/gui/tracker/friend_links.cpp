#include "gui/tracker/friend_links.h"

#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace essaim::gui {

namespace {

constexpr qsizetype kMostInMenu = 30; ///< more are easier to find under Tracker → Friends

} // namespace

FriendLinks::FriendLinks(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_button(new QPushButton(tr("&Copy a friend’s link"), this)) {
    m_label->setObjectName(QStringLiteral("friendLinksLabel"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_button->setObjectName(QStringLiteral("friendLinkButton"));
    m_button->setAutoDefault(false);
    m_button->setMenu(new QMenu(m_button));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_label, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
}

void FriendLinks::showFor(const Services& services, const tracker::HostedTorrent& torrent) {
    m_friends.emplace(services.trackerHost);
    m_button->menu()->clear();
    std::int64_t last = 0;
    for (const tracker::FriendStatus& one : services.trackerHost.snapshot().friends) {
        if (one.revokedAt || !one.hasKeys || !hosting::mayGet(one.id, torrent))
            continue;
        last = one.id;
        QString name = QString::fromStdString(one.name);
        QAction* action = m_button->menu()->addAction(name.replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, id = one.id] { copy(id); });
    }
    const auto count = m_button->menu()->actions().size();
    m_button->setVisible(count > 1 && count <= kMostInMenu);
    if (count == 0)
        m_label->setText(tr("Nobody can get it yet. Add a friend under Tracker → Friends: the invite link opens a page "
                            "with all that you share with this friend."));
    else if (count > 1)
        m_label->setText(tr("Your friends find it on the page behind their invite links; see Tracker → Friends."));
    else
        copy(last);
}

void FriendLinks::copy(std::int64_t id) {
    m_friends->invite(id, this, [this](const Expected<hosting::FriendInvite>& invite) {
        if (!invite)
            return m_label->setText(text::errorSentence(invite.error()));
        QGuiApplication::clipboard()->setText(invite->link);
        m_label->setText(tr("The invite link of %1 is on your clipboard. It opens a page with all that you share with "
                            "this friend; nobody else is to have it.")
                             .arg(invite->name));
    });
}

} // namespace essaim::gui
