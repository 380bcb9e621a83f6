#include "gui/tracker/shared_box.h"

#include "gui/tracker/visibility_combo.h"

#include <QPushButton>

namespace essaim::gui {

namespace {

QString sentenceOf(const tracker::HostedTorrent& torrent, const std::vector<tracker::FriendStatus>& friends) {
    switch (torrent.visibility) {
    case tracker::Visibility::Everyone:
        return SharedBox::tr("Nothing in it has changed. Everyone who has its link can download it.");
    case tracker::Visibility::Friends:
        return SharedBox::tr("Nothing in it has changed. All your friends find it on the page behind their links.");
    case tracker::Visibility::Chosen:
        return SharedBox::tr("Nothing in it has changed. It is shared with: %1.")
            .arg(VisibilityCombo::describe(torrent, friends));
    }
    return {};
}

} // namespace

SharedBox::SharedBox(const AlreadyShared& shared, const std::vector<tracker::FriendStatus>& friends, QWidget* parent)
    : QMessageBox(parent) {
    setObjectName(QStringLiteral("sharedBox"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setIcon(QMessageBox::Information);
    const QString name = QString::fromStdString(shared.torrent.name);
    if (shared.change.isNone()) {
        setText(tr("“%1” is shared already").arg(name));
        tellShared(shared.torrent, friends);
    } else {
        setText(tr("“%1” has changed since it was shared").arg(name));
        tellChanged(shared.change);
    }
}

void SharedBox::tellShared(const tracker::HostedTorrent& torrent, const std::vector<tracker::FriendStatus>& friends) {
    setInformativeText(sentenceOf(torrent, friends));
    QPushButton* link = addButton(torrent.isPrivate ? tr("&Invite a friend…") : tr("Copy the &link"), AcceptRole);
    link->setObjectName(QStringLiteral("copyLinkButton"));
    connect(link, &QPushButton::clicked, this, &SharedBox::linkWanted);
    QPushButton* more = addButton(
        torrent.visibility == tracker::Visibility::Everyone ? tr("Share &with others…")
                                                            : tr("Share &with more friends…"),
        ActionRole);
    more->setObjectName(QStringLiteral("shareMoreButton"));
    connect(more, &QPushButton::clicked, this, &SharedBox::moreFriendsWanted);
    addButton(QMessageBox::Close);
    setDefaultButton(link);
}

void SharedBox::tellChanged(const ContentChange& change) {
    QStringList parts;
    if (change.added > 0)
        parts << tr("%n new file(s)", nullptr, change.added);
    if (change.changed > 0)
        parts << tr("%n changed file(s)", nullptr, change.changed);
    if (change.missing > 0)
        parts << tr("%n missing file(s)", nullptr, change.missing);
    setInformativeText(
        tr("On the disk: %1. Your friends have, and get, what it was. The new content becomes a new torrent, which "
           "takes its place; what did not change is not downloaded again.")
            .arg(parts.join(QStringLiteral(", "))));
    QPushButton* next = addButton(tr("Share the &new version…"), AcceptRole);
    next->setObjectName(QStringLiteral("newVersionButton"));
    connect(next, &QPushButton::clicked, this, &SharedBox::newVersionWanted);
    addButton(tr("Leave it as it is"), RejectRole);
    setDefaultButton(next);
}

} // namespace essaim::gui
