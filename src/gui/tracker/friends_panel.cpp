#include "gui/tracker/friends_panel.h"

#include "tracker/ui_friends_panel.h"

#include "gui/tracker/actions_button.h"
#include "gui/tracker/friend_delegate.h"
#include "gui/tracker/friend_dialog.h"
#include "gui/tracker/friends_model.h"
#include "gui/tracker/invite_dialog.h"
#include "gui/tracker/stand_in_strip.h"
#include "gui/widgets/empty_hint.h"
#include "gui/widgets/plain_letters.h"
#include "gui/widgets/theme.h"
#include "hosting/friends.h"
#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QAction>
#include <QDateTime>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <functional>
#include <optional>

namespace essaim::gui {

using tracker::FriendStatus;

namespace {

constexpr int kIconSize = 40;
constexpr int kColumnWidths[FriendsModel::ColumnCount] = {0, 170, 120, 100, 100, 100};

bool isLost(const FriendStatus& status) {
    return !status.hasKeys && !status.revokedAt && !status.fromConfiguration;
}

} // namespace

struct FriendsPanel::Private {
    Private(FriendsPanel& owner, const Services& wanted)
        : q(owner)
        , services(wanted)
        , friends(wanted.trackerHost) {}

    void setUpView();
    void setUpActions();
    void setUpHeader();
    QAction* addAction(
        const char* name, const QString& icon, const QString& text, const QKeySequence& key, void (Private::*does)());
    void refresh();
    void updateActions();
    [[nodiscard]] const FriendStatus* selected() const;
    void select(qint64 id);

    void addFriend();
    void openDialog(const std::optional<FriendStatus>& known);
    void invite();
    /// `atOnce`: its link goes to the clipboard unasked.
    void showInvite(qint64 id, bool atOnce = false);
    void edit();
    void pause();
    void renew();
    void renewLost();
    void revoke();
    void forget();
    void
    ask(const char* name, const QString& question, const QString& consequence, const QString& yes,
        const std::function<void()>& act);
    void tell(const Error& error);
    /// The end of most commands.
    [[nodiscard]] hosting::Friends::Done tellIfFailed();

    FriendsPanel& q;
    Services services;
    hosting::Friends friends;
    Ui::FriendsPanel ui;
    FriendsModel model;
    QSortFilterProxyModel proxy;
    QPushButton* more = nullptr;
    QAction* inviteAction = nullptr;
    QAction* editAction = nullptr;
    QAction* pauseAction = nullptr;
    QAction* renewAction = nullptr;
    QAction* revokeAction = nullptr;
    QAction* forgetAction = nullptr;
};

void FriendsPanel::Private::setUpView() {
    proxy.setSourceModel(&model);
    proxy.setSortRole(FriendsModel::kSortRole);
    proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSortLocaleAware(true);
    proxy.setFilterRole(FriendsModel::kSearchRole);
    proxy.setFilterKeyColumn(FriendsModel::Name);
    ui.friendsView->setModel(&proxy);
    ui.friendsView->setItemDelegate(new FriendDelegate(&q));
    ui.friendsView->sortByColumn(FriendsModel::Name, Qt::AscendingOrder);
    QHeaderView& header = *ui.friendsView->header();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(FriendsModel::Name, QHeaderView::Stretch);
    header.setMinimumSectionSize(70);
    for (int column = FriendsModel::Standing; column < FriendsModel::ColumnCount; ++column)
        header.resizeSection(column, kColumnWidths[column]);
    QObject::connect(
        ui.friendsView->selectionModel(), &QItemSelectionModel::selectionChanged, &q, [this] { updateActions(); });
    QObject::connect(ui.friendsView, &QTreeView::activated, &q, [this] { invite(); });
}

QAction* FriendsPanel::Private::addAction(
    const char* name, const QString& icon, const QString& text, const QKeySequence& key, void (Private::*does)()) {
    auto* action = new QAction(themedIcon(icon), text, ui.friendsView);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    ui.friendsView->addAction(action); // the context menu of the view is made of its actions
    QObject::connect(action, &QAction::triggered, &q, [this, does] { (this->*does)(); });
    return action;
}

void FriendsPanel::Private::setUpActions() {
    const auto icon = [](const char* name) { return QString::fromLatin1(name); };
    inviteAction = addAction("inviteAction", icon("link"), FriendsPanel::tr("&Invite…"), {}, &Private::invite);
    editAction = addAction("editAction", icon("edit"), FriendsPanel::tr("&Edit…"), Qt::Key_F2, &Private::edit);
    pauseAction = addAction("pauseAction", icon("pause"), FriendsPanel::tr("&Pause"), Qt::Key_P, &Private::pause);
    renewAction = addAction("renewAction", icon("refresh"), FriendsPanel::tr("New &key…"), {}, &Private::renew);
    revokeAction =
        addAction("revokeAction", icon("close"), FriendsPanel::tr("&Revoke…"), QKeySequence::Delete, &Private::revoke);
    forgetAction = addAction("forgetAction", icon("trash"), FriendsPanel::tr("&Forget…"), {}, &Private::forget);
    QObject::connect(ui.addFriendButton, &QPushButton::clicked, &q, [this] { addFriend(); });
    QObject::connect(ui.firstFriendButton, &QPushButton::clicked, &q, [this] { addFriend(); });
    QObject::connect(ui.inviteButton, &QPushButton::clicked, &q, [this] { invite(); });
    QObject::connect(ui.newKeysButton, &QPushButton::clicked, &q, [this] { renewLost(); });
    updateActions();
}

void FriendsPanel::Private::setUpHeader() {
    more = addActionsButton("friend", *ui.headerLayout, *ui.addFriendButton, *ui.friendsView);
    new EmptyHint(FriendsPanel::tr("No friend here matches the search."), *ui.friendsView);
}

void FriendsPanel::Private::refresh() {
    const hosting::TrackerHost& host = services.trackerHost;
    const bool on = host.state() == hosting::TrackerHost::State::On;
    const auto& all = host.snapshot().friends;
    model.update(all, QDateTime::currentSecsSinceEpoch());
    const bool empty = model.rowCount() == 0;
    ui.pages->setCurrentWidget(empty ? ui.emptyPage : ui.tablePage);
    ui.addFriendButton->setHidden(empty);
    for (QWidget* widget : {static_cast<QWidget*>(ui.inviteButton), static_cast<QWidget*>(more)})
        widget->setHidden(empty);
    ui.emptyTitle->setText(on ? FriendsPanel::tr("No friends yet") : FriendsPanel::tr("Your tracker is off"));
    ui.emptyText->setText(
        on ? FriendsPanel::tr("Give each friend a link of their own. You see who has what, and can take a link back "
                              "without disturbing the others.")
           : FriendsPanel::tr("Switch it on to see and invite friends."));
    ui.firstFriendButton->setVisible(on);
    ui.lostBox->setVisible(std::ranges::any_of(all, isLost));
    updateActions();
}

const FriendStatus* FriendsPanel::Private::selected() const {
    const auto rows = ui.friendsView->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &model.at(proxy.mapToSource(rows.first()).row());
}

void FriendsPanel::Private::select(qint64 id) {
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.at(row).id == id)
            ui.friendsView->setCurrentIndex(proxy.mapFromSource(model.index(row, 0)));
    }
}

void FriendsPanel::Private::updateActions() {
    if (!forgetAction)
        return;
    const FriendStatus* who = selected();
    const bool isOurs = who && !who->fromConfiguration;
    const bool isFriend = isOurs && !who->revokedAt;
    inviteAction->setEnabled(isFriend && who->hasKeys);
    ui.inviteButton->setEnabled(inviteAction->isEnabled());
    editAction->setEnabled(isFriend);
    pauseAction->setEnabled(isFriend);
    pauseAction->setText(who && who->isPaused ? FriendsPanel::tr("&Let in again") : FriendsPanel::tr("&Pause"));
    pauseAction->setIcon(themedIcon(who && who->isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    renewAction->setEnabled(isOurs);
    revokeAction->setEnabled(isFriend);
    forgetAction->setEnabled(isOurs && who->revokedAt);
}

void FriendsPanel::Private::addFriend() {
    openDialog(std::nullopt);
}

void FriendsPanel::Private::openDialog(const std::optional<FriendStatus>& known) {
    QStringList taken;
    for (const FriendStatus& status : services.trackerHost.snapshot().friends) {
        if (!known || status.id != known->id)
            taken.append(QString::fromStdString(status.name));
    }
    auto* dialog = new FriendDialog(known ? hosting::termsOf(*known) : tracker::FriendTerms{}, taken, &q);
    dialog->setObjectName(QStringLiteral("friendDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const qint64 id = known ? known->id : 0;
    QObject::connect(dialog, &QDialog::accepted, &q, [this, dialog, id] {
        if (id != 0)
            return friends.change(id, dialog->terms(), &q, tellIfFailed());
        friends.add(dialog->terms(), &q, [this](const Expected<std::int64_t>& added) {
            if (!added)
                return tell(added.error());
            refresh();
            select(*added);
            showInvite(*added, true);
        });
    });
    dialog->open();
}

void FriendsPanel::Private::invite() {
    if (inviteAction->isEnabled())
        showInvite(selected()->id);
}

void FriendsPanel::Private::showInvite(qint64 id, bool atOnce) {
    friends.invite(id, &q, [this, atOnce](const Expected<hosting::FriendInvite>& made) {
        if (!made)
            return tell(made.error());
        auto* dialog = new InviteDialog(services, *made, &q);
        dialog->setObjectName(QStringLiteral("inviteDialog"));
        if (atOnce)
            dialog->copyLink();
        dialog->open();
    });
}

void FriendsPanel::Private::edit() {
    if (const FriendStatus* who = selected())
        openDialog(*who);
}

void FriendsPanel::Private::pause() {
    const FriendStatus* who = selected();
    if (!who)
        return;
    tracker::FriendTerms terms = hosting::termsOf(*who);
    terms.isPaused = !terms.isPaused;
    friends.change(who->id, terms, &q, tellIfFailed());
}

void FriendsPanel::Private::renew() {
    const FriendStatus* who = selected();
    if (!who)
        return;
    const auto act = [this, id = qint64(who->id)] {
        friends.renew({id}, &q, [this, id](const Expected<void>& result) {
            if (!result)
                return tell(result.error());
            refresh();
            showInvite(id, true);
        });
    };
    ask("newKeyBox", FriendsPanel::tr("Give %1 a new key?").arg(QString::fromStdString(who->name)),
        FriendsPanel::tr("The old link and every .torrent made with it stop working. Send the new ones to this friend. "
                         "The totals stay."),
        FriendsPanel::tr("New key"), act);
}

void FriendsPanel::Private::renewLost() {
    QList<qint64> ids;
    for (const FriendStatus& status : services.trackerHost.snapshot().friends) {
        if (isLost(status))
            ids.append(status.id);
    }
    ask("newKeysBox", FriendsPanel::tr("Give %n friend(s) a new key?", nullptr, int(ids.size())),
        FriendsPanel::tr("Their links and .torrent files stop working until you send them new ones. The totals stay."),
        FriendsPanel::tr("New keys"), [this, ids] { friends.renew(ids, &q, tellIfFailed()); });
}

void FriendsPanel::Private::revoke() {
    const FriendStatus* who = selected();
    if (!who)
        return;
    ask("revokeBox", FriendsPanel::tr("Revoke the invitation of %1?").arg(QString::fromStdString(who->name)),
        FriendsPanel::tr("Your tracker refuses this friend from now on and names this friend to nobody. What was "
                         "downloaded stays there, and clients that have met already may finish."),
        FriendsPanel::tr("Revoke"), [this, id = who->id] { friends.revoke(id, &q, tellIfFailed()); });
}

void FriendsPanel::Private::forget() {
    const FriendStatus* who = selected();
    if (!who)
        return;
    ask("forgetBox", FriendsPanel::tr("Forget %1?").arg(QString::fromStdString(who->name)),
        FriendsPanel::tr("The name, the note and the totals are removed for good."), FriendsPanel::tr("Forget"),
        [this, id = who->id] { friends.forget(id, &q, tellIfFailed()); });
}

void FriendsPanel::Private::ask(
    const char* name, const QString& question, const QString& consequence, const QString& yes,
    const std::function<void()>& act) {
    auto* box = new QMessageBox(QMessageBox::Question, {}, question, QMessageBox::Cancel, &q);
    box->setObjectName(QString::fromLatin1(name));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(consequence);
    QPushButton* accept = box->addButton(yes, QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("yesButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(accept, &QPushButton::clicked, &q, act);
    box->open();
}

void FriendsPanel::Private::tell(const Error& error) {
    const QString name = QString::fromStdString(error.subject);
    const QString sentence = error.kind == ErrorKind::AlreadyExists && error.operation == Operation::SaveStore
                                 ? FriendsPanel::tr("There is a friend named “%1” already.").arg(name)
                                 : text::errorSentence(error);
    auto* box = new QMessageBox(QMessageBox::Warning, {}, sentence, QMessageBox::Ok, &q);
    box->setObjectName(QStringLiteral("friendFailedBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

hosting::Friends::Done FriendsPanel::Private::tellIfFailed() {
    return [this](const Expected<void>& result) {
        if (!result)
            tell(result.error());
        refresh();
    };
}

FriendsPanel::FriendsPanel(const Services& services, QWidget* parent)
    : QFrame(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.ui.emptyIcon->setPixmap(themedIcon(QStringLiteral("users"), Tint::Accent).pixmap(kIconSize, kIconSize));
    d.ui.panelLayout->insertWidget(d.ui.panelLayout->indexOf(d.ui.lostBox), new StandInStrip(services, this));
    d.setUpView();
    d.setUpActions();
    d.setUpHeader();
    const auto follow = [this, &d] {
        if (isVisible())
            d.refresh();
    };
    connect(&services.trackerHost, &hosting::TrackerHost::snapshotChanged, this, follow);
    connect(&services.trackerHost, &hosting::TrackerHost::stateChanged, this, follow);
    d.refresh();
}

FriendsPanel::~FriendsPanel() = default;

void FriendsPanel::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    m_private->refresh();
}

void FriendsPanel::setSearch(const QString& text) {
    m_private->proxy.setFilterFixedString(plainLetters(text));
}

} // namespace essaim::gui
