#include "gui/tracker/networks_panel.h"

#include "tracker/ui_networks_panel.h"

#include "gui/tracker/actions_button.h"
#include "gui/tracker/network_dialog.h"
#include "gui/tracker/traffic_graph.h"
#include "gui/widgets/cell_delegate.h"
#include "gui/widgets/empty_hint.h"
#include "gui/widgets/theme.h"
#include "hosting/networks.h"
#include "hosting/tracker_host.h"
#include "hosting/tracker_policy.h"
#include "settings/schema.h"
#include "settings/settings_store.h"
#include "text/text.h"

#include <QAction>
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <functional>

namespace essaim::gui {

namespace {

enum Column : int { Name, Ranges, Access, Prefers, Peers, Received, Inside, ColumnCount };
constexpr int kColumnWidths[ColumnCount] = {130, 0, 110, 120, 70, 100, 110};

/// How the estimate is made: at the head of the column, because the rows need the room.
constexpr const char* kMethod = QT_TRANSLATE_NOOP(
    "essaim::gui::NetworksPanel",
    "“Stayed inside” is an estimate: of what a client says it received since its last announce, the part that peers of "
    "its own network make of those that it was told of.");

QString insideText(const tracker::NetworkStatus& status) {
    if (status.received == 0)
        return QStringLiteral("–");
    return NetworksPanel::tr("about %1 %").arg(qRound(100.0 * double(status.receivedInside) / double(status.received)));
}

} // namespace

struct NetworksPanel::Private {
    Private(NetworksPanel& owner, const Services& wanted)
        : q(owner)
        , services(wanted)
        , networks(hosting::networksFrom(wanted.settings.value(settings::kTrackerNetworks))) {}

    void setUpView();
    QAction* addAction(const char* name, const char* icon, const QString& text, const std::function<void()>& act);
    void save();
    void show(int selected);
    void showFigures();
    void updateActions();
    void tryAddress();
    void warn();
    void askToRemove();
    void open(int row);
    void move(int by);
    [[nodiscard]] int row() const { return ui.networksView->indexOfTopLevelItem(ui.networksView->currentItem()); }

    NetworksPanel& q;
    Services services;
    hosting::Networks networks;
    Ui::NetworksPanel ui;
    TrafficGraph* graph = nullptr;
    QAction* edit = nullptr;
    QAction* up = nullptr;
    QAction* down = nullptr;
    QAction* remove = nullptr;
};

QAction* NetworksPanel::Private::addAction(
    const char* name, const char* icon, const QString& text, const std::function<void()>& act) {
    auto* action = new QAction(themedIcon(QString::fromLatin1(icon)), text, ui.networksView);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcutContext(Qt::WidgetShortcut);
    ui.networksView->addAction(action); // the context menu of the view is made of its actions
    QObject::connect(action, &QAction::triggered, &q, act);
    return action;
}

void NetworksPanel::Private::setUpView() {
    ui.networksView->setItemDelegate(new CellDelegate(ui.networksView));
    QHeaderView& header = *ui.networksView->header();
    header.setStretchLastSection(false);
    header.setMinimumSectionSize(60);
    ui.networksView->headerItem()->setToolTip(Inside, NetworksPanel::tr(kMethod));
    for (int column = Name; column < ColumnCount; ++column) {
        if (kColumnWidths[column] == 0)
            header.setSectionResizeMode(column, QHeaderView::Stretch);
        else
            header.resizeSection(column, std::max(kColumnWidths[column], header.sectionSizeHint(column)));
    }
    edit = addAction("editNetworkAction", "edit", NetworksPanel::tr("&Edit…"), [this] { open(row()); });
    up = addAction("networkUpAction", "arrow-up", NetworksPanel::tr("Move &up"), [this] { move(-1); });
    down = addAction("networkDownAction", "arrow-down", NetworksPanel::tr("Move &down"), [this] { move(1); });
    remove = addAction("removeNetworkAction", "trash", NetworksPanel::tr("&Remove…"), [this] { askToRemove(); });
    edit->setShortcut(Qt::Key_F2);
    up->setShortcut(Qt::ALT | Qt::Key_Up);
    down->setShortcut(Qt::ALT | Qt::Key_Down);
    remove->setShortcut(QKeySequence::Delete);
    new EmptyHint(
        NetworksPanel::tr("No networks yet. Add one, such as your home or a campus, to let its "
                          "addresses in or keep them out, or to keep its traffic inside."),
        *ui.networksView);
    addActionsButton("network", *ui.headerLayout, *ui.addNetworkButton, *ui.networksView);
}

void NetworksPanel::Private::save() {
    services.settings.set(settings::kTrackerNetworks, hosting::toText(networks));
    warn();
}

/// A tick less shuts out every friend: not without a word.
void NetworksPanel::Private::warn() {
    ui.lockedOutLabel->setHidden(
        networks.elsewhereAllowed || std::ranges::any_of(networks.list, &hosting::Network::isAllowed));
}

void NetworksPanel::Private::askToRemove() {
    const int at = row();
    if (at < 0)
        return;
    auto* box = new QMessageBox(
        QMessageBox::Question, {}, NetworksPanel::tr("Remove the network “%1”?").arg(networks.list[at].name),
        QMessageBox::Cancel, &q);
    box->setObjectName(QStringLiteral("removeNetworkBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(NetworksPanel::tr("Its addresses are then treated as the networks below it say: %1")
                                .arg(hosting::rangesText(networks.list[at].ranges)));
    QPushButton* yes = box->addButton(NetworksPanel::tr("Remove"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("yesButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, &q, [this, network = networks.list[at]] {
        networks.list.removeOne(network);
        save();
        show(qMin(row(), int(networks.list.size()) - 1));
    });
    box->open();
}

void NetworksPanel::Private::show(int selected) {
    ui.networksView->clear();
    for (const hosting::Network& network : networks.list) {
        auto* item = new QTreeWidgetItem(ui.networksView);
        item->setText(Name, network.name);
        item->setText(Ranges, hosting::rangesText(network.ranges));
        item->setToolTip(Ranges, item->text(Ranges));
        item->setText(Access, network.isAllowed ? NetworksPanel::tr("Gets in") : NetworksPanel::tr("Stays out"));
        item->setText(Prefers, network.prefersOwn ? NetworksPanel::tr("Yes") : QString());
        for (const int column : {Peers, Received, Inside})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    ui.networksView->setCurrentItem(ui.networksView->topLevelItem(qMax(0, selected)));
    const QSignalBlocker blocker(ui.elsewhereBox);
    ui.elsewhereBox->setChecked(networks.elsewhereAllowed);
    showFigures();
    updateActions();
    tryAddress();
}

void NetworksPanel::Private::showFigures() {
    const QLocale locale;
    const bool isOn = services.trackerHost.state() == hosting::TrackerHost::State::On;
    graph->setVisible(isOn && !networks.list.isEmpty());
    if (isOn)
        graph->add(services.trackerHost.snapshot(), QDateTime::currentSecsSinceEpoch());
    for (const tracker::NetworkStatus& status : services.trackerHost.snapshot().networks) {
        for (int i = 0; i < ui.networksView->topLevelItemCount(); ++i) {
            QTreeWidgetItem* item = ui.networksView->topLevelItem(i);
            if (item->text(Name) != QString::fromStdString(status.name))
                continue;
            item->setText(Peers, locale.toString(qulonglong(status.peers)));
            item->setToolTip(
                Peers, NetworksPanel::tr("%n announce(s) since the tracker runs", nullptr, int(status.announces)));
            item->setText(Received, text::size(qint64(status.received)));
            item->setText(Inside, insideText(status));
            item->setToolTip(Inside, NetworksPanel::tr(kMethod));
        }
    }
}

void NetworksPanel::Private::updateActions() {
    const int at = row();
    edit->setEnabled(at >= 0);
    remove->setEnabled(at >= 0);
    up->setEnabled(at > 0);
    down->setEnabled(at >= 0 && at + 1 < networks.list.size());
    ui.addNetworkButton->setEnabled(networks.list.size() < hosting::kMostNetworks);
}

void NetworksPanel::Private::tryAddress() {
    const QString typed = ui.tryEdit->text().trimmed();
    const auto address = IpAddress::parse(typed.toStdString());
    if (!address) {
        ui.tryAnswer->setText(typed.isEmpty() ? QString() : NetworksPanel::tr("This is no IP address."));
        return;
    }
    // As the tracker has them: the banned addresses of another page come first.
    const auto entry = hosting::entryOf(hosting::networksOf(services.settings), *address);
    const QString why = entry.network.isEmpty()                     ? NetworksPanel::tr("elsewhere")
                        : entry.network == hosting::bannedNetwork() ? NetworksPanel::tr("banned")
                                                                    : entry.network;
    ui.tryAnswer->setText(
        entry.isAllowed ? NetworksPanel::tr("Yes (%1)").arg(why) : NetworksPanel::tr("No (%1)").arg(why));
}

void NetworksPanel::Private::open(int at) {
    const bool isNew = at < 0;
    QStringList taken;
    for (int i = 0; i < networks.list.size(); ++i) {
        if (i != at)
            taken << networks.list[i].name;
    }
    auto* dialog = new NetworkDialog(isNew ? hosting::Network{} : networks.list.value(at), taken, &q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &q, [this, dialog, isNew, at] {
        if (isNew)
            networks.list.append(dialog->network());
        else if (at < networks.list.size())
            networks.list[at] = dialog->network();
        save();
        show(isNew ? int(networks.list.size()) - 1 : at);
    });
    dialog->open();
}

void NetworksPanel::Private::move(int by) {
    const int at = row();
    networks.list.move(at, at + by);
    save();
    show(at + by);
}

NetworksPanel::NetworksPanel(const Services& services, QWidget* parent)
    : QFrame(parent)
    , m_private(std::make_unique<Private>(*this, services)) {
    Private& d = *m_private;
    d.ui.setupUi(this);
    d.graph = new TrafficGraph(this);
    d.ui.panelLayout->addWidget(d.graph);
    d.setUpView();
    connect(d.ui.addNetworkButton, &QPushButton::clicked, this, [&d] { d.open(-1); });
    connect(d.ui.networksView, &QTreeWidget::currentItemChanged, this, [&d] { d.updateActions(); });
    connect(d.ui.networksView, &QTreeWidget::itemActivated, this, [&d] { d.open(d.row()); });
    connect(d.ui.elsewhereBox, &QCheckBox::toggled, this, [&d](bool on) {
        d.networks.elsewhereAllowed = on;
        d.save();
        d.tryAddress();
    });
    connect(d.ui.tryEdit, &QLineEdit::textChanged, this, [&d] { d.tryAddress(); });
    connect(&services.trackerHost, &hosting::TrackerHost::snapshotChanged, this, [&d] { d.showFigures(); });
    connect(&services.settings, &settings::SettingsStore::changed, this, [&d](const QString& key) {
        if (key == QLatin1String(settings::kTrackerBanned.key))
            d.tryAddress();
    });
    d.show(0);
    d.warn();
}

NetworksPanel::~NetworksPanel() = default;

} // namespace essaim::gui
