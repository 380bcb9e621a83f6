#include "gui/tracker/shield_panel.h"

#include "tracker/ui_shield_panel.h"

#include "gui/tracker/refusal_text.h"
#include "gui/tracker/text_file_dialogs.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/theme.h"
#include "hosting/block_list.h"
#include "hosting/networks.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QAction>
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>

#include <functional>

namespace essaim::gui {

namespace {

enum Column : int { Name, Reason, Since };
constexpr int kNameWidth = 280;
constexpr int kSinceWidth = 120;

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
    void allow();
    void importBlocks(const QByteArray& text);
    void change(std::function<Expected<void>(tracker::Tracker&)> change);
    void tell(const QString& sentence);

    ShieldPanel& q;
    Services services;
    hosting::TrackerHost& host;
    std::vector<tracker::BlockedStatus> shown;
    QAction* allowAction = nullptr;
    Ui::ShieldPanel ui;
};

void ShieldPanel::Private::setUpBlocked() {
    ui.blockedView->setItemDelegate(new CellDelegate(&q));
    QHeaderView& header = *ui.blockedView->header();
    header.setStretchLastSection(false);
    header.resizeSection(Name, kNameWidth);
    header.setSectionResizeMode(Reason, QHeaderView::Stretch);
    header.resizeSection(Since, kSinceWidth);
    allowAction = new QAction(themedIcon(QStringLiteral("check")), ShieldPanel::tr("&Block no longer"), ui.blockedView);
    allowAction->setObjectName(QStringLiteral("allowAction"));
    allowAction->setShortcut(QKeySequence::Delete);
    allowAction->setShortcutContext(Qt::WidgetShortcut);
    ui.blockedView->addAction(allowAction);
    QObject::connect(allowAction, &QAction::triggered, &q, [this] { allow(); });
    QObject::connect(ui.blockedView, &QTreeWidget::itemSelectionChanged, &q, [this] {
        allowAction->setEnabled(!ui.blockedView->selectedItems().isEmpty());
    });
    allowAction->setEnabled(false);
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

void ShieldPanel::Private::bindBanned() {
    ui.bannedEdit->setText(services.settings.value(settings::kTrackerBanned));
    QObject::connect(ui.bannedEdit, &QLineEdit::editingFinished, &q, [this] {
        const QString typed = ui.bannedEdit->text().trimmed();
        const auto ranges = hosting::parseRanges(typed);
        if (!typed.isEmpty() && !ranges) {
            ui.bannedEdit->setText(services.settings.value(settings::kTrackerBanned));
            return tell(ShieldPanel::tr("“%1” is no address and no range such as 192.168.0.0/16.")
                            .arg(QString::fromStdString(ranges.error().subject)));
        }
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
        on ? ShieldPanel::tr("Now: %1 connections, %2 peers, %3 requests a second")
                 .arg(
                     locale.toString(qulonglong(snapshot.totals.connections)),
                     locale.toString(qulonglong(snapshot.totals.peers)),
                     locale.toString(snapshot.totals.announcesPerSecond + snapshot.totals.scrapesPerSecond, 'f', 1))
           : QString());
}

/// Both hashes of a hybrid were blocked together and are one row.
void ShieldPanel::Private::showBlocked() {
    if (host.snapshot().blocked == shown)
        return;
    shown = host.snapshot().blocked;
    ui.blockedView->clear();
    QTreeWidgetItem* last = nullptr;
    for (const tracker::BlockedStatus& one : shown) {
        const QString hash = QString::fromStdString(one.infoHash.toHex());
        const QString name = one.name.empty() ? hash : QString::fromStdString(one.name);
        const QString since =
            QLocale().toString(QDateTime::fromSecsSinceEpoch(one.blockedAt).date(), QLocale::ShortFormat);
        if (last && !one.name.empty() && last->text(Name) == name &&
            last->data(Since, Qt::UserRole) == qlonglong(one.blockedAt)) {
            last->setData(Name, Qt::UserRole, last->data(Name, Qt::UserRole).toStringList() << hash);
            continue;
        }
        last = new QTreeWidgetItem(ui.blockedView, {name, QString::fromStdString(one.reason), since});
        last->setData(Name, Qt::UserRole, QStringList{hash});
        last->setData(Since, Qt::UserRole, qlonglong(one.blockedAt));
        last->setToolTip(Name, hash);
    }
}

void ShieldPanel::Private::allow() {
    std::vector<Sha1Hash> hashes;
    for (const QTreeWidgetItem* item : ui.blockedView->selectedItems()) {
        for (const QString& hex : item->data(Name, Qt::UserRole).toStringList()) {
            if (const auto hash = Sha1Hash::fromHex(hex.toStdString()))
                hashes.push_back(*hash);
        }
    }
    change([hashes](tracker::Tracker& tracker) { return tracker.unblock(hashes); });
}

void ShieldPanel::Private::importBlocks(const QByteArray& text) {
    const auto blocked = hosting::blockListFrom(text);
    if (!blocked)
        return tell(ShieldPanel::tr("This is no list of torrents: line %1 begins with no info-hash.")
                        .arg(QString::fromStdString(blocked.error().subject)));
    change([list = *blocked](tracker::Tracker& tracker) { return tracker.block(list); });
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
    d.refresh();
}

ShieldPanel::~ShieldPanel() = default;

} // namespace essaim::gui
