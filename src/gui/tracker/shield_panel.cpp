#include "gui/tracker/shield_panel.h"

#include "tracker/ui_shield_panel.h"

#include "engine/background.h"
#include "engine/session.h"
#include "gui/tracker/refusal_text.h"
#include "gui/tracker/text_file_dialogs.h"
#include "gui/tracker/typed_text.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/empty_hint.h"
#include "gui/widgets/theme.h"
#include "hosting/block_list.h"
#include "hosting/networks.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QAction>
#include <QDateTime>
#include <QHash>
#include <QHeaderView>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <algorithm>
#include <functional>
#include <memory>
#include <unordered_set>

namespace essaim::gui {

namespace {

enum Column : int { Name, Reason, Since };
constexpr int kNameWidth = 280;
constexpr int kSinceWidth = 120;

/// And could be shared again.
bool isTakenDown(const QTreeWidgetItem* item) {
    return item->data(Reason, Qt::UserRole).toBool();
}

} // namespace

struct ShieldPanel::Private {
    Private(ShieldPanel& owner, const Services& wanted)
        : q(owner)
        , services(wanted)
        , host(wanted.trackerHost) {}

    void setUpBlocked();
    void bind(QSpinBox& box, const settings::Setting<int>& setting);
    void bindBanned();
    void refresh();
    void showBlocked();
    void fillBlocked();
    void allow();
    void askToAllow(int taken);
    void shareAgain();
    void tellLost(const std::vector<TorrentId>& ids);
    void updateActions();
    [[nodiscard]] std::vector<Sha1Hash> selected() const;
    void importBlocks(const QByteArray& text);
    void change(std::function<Expected<void>(tracker::Tracker&)> change);
    void tell(const QString& sentence);

    ShieldPanel& q;
    Services services;
    hosting::TrackerHost& host;
    std::vector<tracker::BlockedStatus> shown; ///< or left out by the search
    QString search;
    EmptyHint* hint = nullptr;
    QAction* allowAction = nullptr;
    QAction* againAction = nullptr;
    std::unordered_set<TorrentId> inList; ///< transfers
    Ui::ShieldPanel ui;
};

void ShieldPanel::Private::setUpBlocked() {
    ui.blockedView->setItemDelegate(new CellDelegate(&q));
    QHeaderView& header = *ui.blockedView->header();
    header.setStretchLastSection(false);
    header.resizeSection(Name, kNameWidth);
    header.setSectionResizeMode(Reason, QHeaderView::Stretch);
    header.resizeSection(Since, kSinceWidth);
    const auto addAction = [this](const char* name, const char* icon, const QString& text, QPushButton& button) {
        auto* action = new QAction(themedIcon(QString::fromLatin1(icon)), text, ui.blockedView);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcutContext(Qt::WidgetShortcut);
        ui.blockedView->addAction(action); // the context menu of the view is made of its actions
        QObject::connect(&button, &QPushButton::clicked, action, &QAction::trigger);
        return action;
    };
    againAction = addAction("shareAgainAction", "users", ShieldPanel::tr("&Share again"), *ui.againButton);
    allowAction = addAction("allowAction", "check", ShieldPanel::tr("&Block no longer"), *ui.allowButton);
    allowAction->setShortcut(QKeySequence::Delete);
    QObject::connect(againAction, &QAction::triggered, &q, [this] { shareAgain(); });
    QObject::connect(allowAction, &QAction::triggered, &q, [this] {
        const auto items = ui.blockedView->selectedItems();
        const auto taken = std::ranges::count_if(items, isTakenDown);
        taken > 0 ? askToAllow(int(taken)) : allow();
    });
    QObject::connect(ui.blockedView, &QTreeWidget::itemSelectionChanged, &q, [this] { updateActions(); });
    hint = new EmptyHint({}, *ui.blockedView);
    fillBlocked();
    QObject::connect(ui.exportBlocksButton, &QPushButton::clicked, &q, [this] {
        saveTextFile(
            ShieldPanel::tr("Export the blocked torrents"), QStringLiteral("blocked.txt"), hosting::toText(shown), &q);
    });
    QObject::connect(ui.importBlocksButton, &QPushButton::clicked, &q, [this] {
        openTextFile(
            ShieldPanel::tr("Import blocked torrents"), &q, [this](const QByteArray& text) { importBlocks(text); });
    });
}

void ShieldPanel::Private::bind(QSpinBox& box, const settings::Setting<int>& setting) {
    box.setRange(setting.minimum, setting.maximum);
    if (setting.minimum == 0)
        box.setSpecialValueText(ShieldPanel::tr("no limit"));
    box.setValue(services.settings.value(setting));
    box.setKeyboardTracking(false);
    QObject::connect(
        &box, &QSpinBox::valueChanged, &q, [this, &setting](int value) { services.settings.set(setting, value); });
}

/// What is wrong stays in the field, so that a long list is not to be typed again.
void ShieldPanel::Private::bindBanned() {
    ui.bannedEdit->setText(services.settings.value(settings::kTrackerBanned));
    QObject::connect(ui.bannedEdit, &QLineEdit::editingFinished, &q, [this] {
        const QString typed = ui.bannedEdit->text().trimmed();
        const auto ranges = hosting::parseRanges(typed);
        const bool isWrong = !typed.isEmpty() && !ranges;
        ui.bannedProblem->setVisible(isWrong);
        if (isWrong)
            return ui.bannedProblem->setText(
                ShieldPanel::tr("“%1” is no address and no range such as 192.168.0.0/16. The list is not in force yet.")
                    .arg(typedText(QString::fromStdString(ranges.error().subject))));
        const QString text = ranges ? hosting::rangesText(*ranges) : QString();
        ui.bannedEdit->setText(text);
        services.settings.set(settings::kTrackerBanned, text);
    });
}

void ShieldPanel::Private::refresh() {
    const tracker::TrackerSnapshot& snapshot = host.snapshot();
    showBlocked();
    const bool on = host.state() == hosting::TrackerHost::State::On;
    ui.importBlocksButton->setEnabled(on);
    ui.exportBlocksButton->setEnabled(!shown.empty());
    ui.refusedLabel->setText(refusalText(snapshot));
    const QLocale locale;
    ui.useLabel->setText(
        on ? ShieldPanel::tr("Now: %1, %2, %3 requests a second", "connections, peers, number")
                 .arg(
                     ShieldPanel::tr("%Ln connection(s)", nullptr, int(snapshot.totals.connections)),
                     ShieldPanel::tr("%Ln peer(s)", nullptr, int(snapshot.totals.peers)),
                     locale.toString(snapshot.totals.announcesPerSecond + snapshot.totals.scrapesPerSecond, 'f', 1))
           : QString());
}

void ShieldPanel::Private::showBlocked() {
    if (host.snapshot().blocked == shown)
        return;
    shown = host.snapshot().blocked;
    fillBlocked();
}

/// Both hashes of a hybrid were blocked together and are one row.
void ShieldPanel::Private::fillBlocked() {
    ui.blockedView->clear();
    hint->setWords(
        search.isEmpty()
            ? ShieldPanel::tr("No torrent is blocked. “Take down” in the menu of a shared torrent blocks it.")
            : ShieldPanel::tr("No blocked torrent matches the search."));
    updateActions();
    QTreeWidgetItem* last = nullptr;
    QList<QTreeWidgetItem*> items; // one by one, a hundred thousand take seconds
    QHash<qint64, QString> dates;
    for (const tracker::BlockedStatus& one : shown) {
        const QString hash = QString::fromStdString(one.infoHash.toHex());
        const QString name = one.name.empty() ? hash : QString::fromStdString(one.name);
        QString& since = dates[one.blockedAt];
        if (since.isEmpty())
            since = QLocale().toString(QDateTime::fromSecsSinceEpoch(one.blockedAt).date(), QLocale::ShortFormat);
        if (last && !one.name.empty() && last->text(Name) == name &&
            last->data(Since, Qt::UserRole) == qlonglong(one.blockedAt)) {
            last->setData(Name, Qt::UserRole, last->data(Name, Qt::UserRole).toStringList() << hash);
            continue;
        }
        const QString reason = QString::fromStdString(one.reason);
        const QStringList words{name, reason, since, hash};
        if (std::ranges::none_of(
                words, [this](const QString& each) { return each.contains(search, Qt::CaseInsensitive); }))
            continue;
        last = new QTreeWidgetItem(QStringList{name, reason, since});
        items << last;
        last->setData(Name, Qt::UserRole, QStringList{hash});
        last->setData(Since, Qt::UserRole, qlonglong(one.blockedAt));
        last->setData(Reason, Qt::UserRole, one.isTakenDown);
        last->setToolTip(Name, hash);
    }
    ui.blockedView->addTopLevelItems(items);
}

std::vector<Sha1Hash> ShieldPanel::Private::selected() const {
    std::vector<Sha1Hash> hashes;
    for (const QTreeWidgetItem* item : ui.blockedView->selectedItems()) {
        for (const QString& hex : item->data(Name, Qt::UserRole).toStringList()) {
            if (const auto hash = Sha1Hash::fromHex(hex.toStdString()))
                hashes.push_back(*hash);
        }
    }
    return hashes;
}

void ShieldPanel::Private::updateActions() {
    const auto items = ui.blockedView->selectedItems();
    allowAction->setEnabled(!items.isEmpty());
    againAction->setEnabled(std::ranges::any_of(items, isTakenDown));
    ui.allowButton->setEnabled(allowAction->isEnabled());
    ui.againButton->setEnabled(againAction->isEnabled());
}

void ShieldPanel::Private::askToAllow(int taken) {
    auto* box = new QMessageBox(
        QMessageBox::Question, {},
        ShieldPanel::tr("Block no longer, and forget with whom %n torrent(s) were shared?", nullptr, taken),
        QMessageBox::Cancel, &q);
    box->setObjectName(QStringLiteral("allowBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(ShieldPanel::tr("What you took down is not shared again by this, and cannot be afterwards. "
                                            "“Share again” ends the block and brings the sharing back as it was."));
    QPushButton* yes = box->addButton(ShieldPanel::tr("Block no longer"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("yesButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, &q, [this] { allow(); });
    box->open();
}

void ShieldPanel::Private::allow() {
    change([hashes = selected()](tracker::Tracker& tracker) { return tracker.unblock(hashes); });
}

/// As it was before it was taken down.
void ShieldPanel::Private::shareAgain() {
    const auto ids = std::make_shared<std::vector<TorrentId>>();
    host.change(
        [hashes = selected(), ids](tracker::Tracker& tracker) -> Expected<void> {
            auto restored = tracker.restore(hashes);
            if (!restored)
                return std::unexpected(std::move(restored.error()));
            *ids = std::move(*restored);
            return {};
        },
        [receiver = QPointer<ShieldPanel>(&q), this, ids](const Expected<void>& result) {
            if (!receiver)
                return;
            if (!result)
                return tell(text::errorSentence(result.error()));
            tellLost(*ids);
        });
}

void ShieldPanel::Private::tellLost(const std::vector<TorrentId>& ids) {
    QStringList lost;
    for (const tracker::HostedStatus& status : host.snapshot().hosted) {
        const TorrentId id = status.torrent.infoHash.id();
        if (std::ranges::find(ids, id) != ids.end() && !inList.contains(id))
            lost << ShieldPanel::tr("“%1”").arg(QString::fromStdString(status.torrent.name));
    }
    if (!lost.isEmpty())
        tell(ShieldPanel::tr("%1: shared again, but no longer in your list of transfers, so that nobody gets it from "
                             "you. Bring it back with File → Recently removed, or share its files once more.")
                 .arg(lost.join(QStringLiteral(", "))));
}

void ShieldPanel::Private::importBlocks(const QByteArray& text) {
    using List = Expected<std::vector<tracker::BlockedStatus>>;
    engine::runInBackground(
        &q, [text] { return hosting::blockListFrom(text); },
        [this](const List& blocked) {
            if (blocked)
                return change([list = *blocked](tracker::Tracker& tracker) { return tracker.block(list); });
            tell(ShieldPanel::tr("This is no list of torrents: line %1 begins with no info-hash.")
                     .arg(QString::fromStdString(blocked.error().subject)));
        });
}

void ShieldPanel::Private::change(std::function<Expected<void>(tracker::Tracker&)> change) {
    host.change(std::move(change), [receiver = QPointer<ShieldPanel>(&q), this](const Expected<void>& result) {
        if (receiver && !result)
            tell(text::errorSentence(result.error()));
    });
}

void ShieldPanel::Private::tell(const QString& sentence) {
    auto* box = new QMessageBox(QMessageBox::Warning, {}, sentence, QMessageBox::Ok, &q);
    box->setObjectName(QStringLiteral("shieldBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

ShieldPanel::ShieldPanel(const Services& services, QWidget* parent)
    : QFrame(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.setUpBlocked();
    d.bind(*d.ui.requestsSpin, settings::kTrackerRequests);
    d.bind(*d.ui.connectionsSpin, settings::kTrackerConnections);
    d.bind(*d.ui.peersSpin, settings::kTrackerPeers);
    d.bind(*d.ui.programsSpin, settings::kTrackerFriendPrograms);
    d.bind(*d.ui.friendTorrentsSpin, settings::kTrackerFriendTorrents);
    d.bindBanned();
    connect(&d.host, &hosting::TrackerHost::snapshotChanged, this, [&d] { d.refresh(); });
    connect(&services.session, &engine::Session::torrentsChanged, this, [&d](const auto& torrents) {
        for (const engine::TorrentSnapshot& torrent : torrents)
            d.inList.insert(torrent.id);
    });
    connect(&services.session, &engine::Session::torrentsRemoved, this, [&d](const QList<TorrentId>& ids) {
        for (const TorrentId& id : ids)
            d.inList.erase(id);
    });
    d.refresh();
}

ShieldPanel::~ShieldPanel() = default;

void ShieldPanel::setSearch(const QString& text) {
    m_private->search = text;
    m_private->fillBlocked();
}

} // namespace essaim::gui
