#include "gui/details/peers_tab.h"

#include "core/endpoint.h"
#include "engine/session.h"
#include "gui/details/add_lines_dialog.h"
#include "gui/details/ban_network_dialog.h"
#include "gui/details/details_table.h"
#include "gui/details/peer_bans.h"
#include "gui/undo/undo_history.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace essaim::gui {

using engine::PeerDetails;

namespace {

/// An address or the name of a host, and a port.
bool isPeerAddress(const QString& text) {
    if (const auto endpoint = Endpoint::parse(text.toStdString()))
        return endpoint->port != 0;
    static const QRegularExpression kNameAndPort(
        QStringLiteral("^[\\w.-]*[^\\W\\d][\\w.-]*:(\\d{1,5})$"), QRegularExpression::UseUnicodePropertiesOption);
    const int port = kNameAndPort.match(text).captured(1).toInt();
    return port > 0 && port <= 65535;
}

} // namespace

PeersTab::PeersTab(const DetailsContext& context, QWidget* parent)
    : DetailsTab(parent)
    , m_context(context)
    , m_countries(context.services.settings, PeerCountries::usualFolders())
    , m_table(new DetailsTable(QStringLiteral("peersTable"), tr("Peers"), context.services.settings, this))
    , m_hint(new QLabel(this)) {
    m_order.setSourceModel(&m_model);
    m_order.setSortRole(kSortRole);
    m_order.setSortLocaleAware(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PeersModel::DownColumn, Qt::DescendingOrder);
    m_table->present(
        m_order, {{"address", 116},
                  {"country", 80},
                  {"port", 52},
                  {"client", 110},
                  {"flags", 56},
                  {"progress", 80},
                  {"down", 76},
                  {"up", 76},
                  {"downloaded", 80},
                  {"uploaded", 70},
                  {"relevance", 0},
                  {"connection", 0},
                  {"peer_id", 0},
                  {"file", 220},
                  {"contribution", 0}});
    m_table->setOffered(PeersModel::CountryColumn, false); // until there is a database
    connect(&m_countries, &PeerCountries::availableChanged, this, [this] {
        m_table->setOffered(PeersModel::CountryColumn, m_countries.isAvailable());
    });
    auto* add = new QPushButton(tr("A&dd peers…"), this);
    add->setObjectName(QStringLiteral("addPeersButton"));
    m_hint->setProperty("muted", true);
    m_hint->setWordWrap(true);
    auto* side = new QVBoxLayout;
    side->setContentsMargins(0, 10, 12, 10);
    side->addWidget(add);
    side->addWidget(m_hint);
    side->addStretch(1);
    m_hint->setFixedWidth(150);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addLayout(side);
    connect(add, &QPushButton::clicked, this, &PeersTab::addPeers);
    connect(m_table, &DetailsTable::copyRequested, this, &PeersTab::copySelected);
    connect(m_table, &QWidget::customContextMenuRequested, this, &PeersTab::showMenu);
    auto* ban = new QAction(this);
    ban->setObjectName(QStringLiteral("banPeersAction"));
    ban->setShortcut(QKeySequence::Delete);
    ban->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(ban);
    auto* network = new QAction(this);
    network->setObjectName(QStringLiteral("banNetworkAction"));
    network->setShortcut(Qt::SHIFT | Qt::Key_Delete);
    network->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(network);
    connect(network, &QAction::triggered, this, &PeersTab::banNetwork);
    connect(ban, &QAction::triggered, this, &PeersTab::banSelected);
}

void PeersTab::showTorrent(const engine::TorrentSnapshot& torrent) {
    if (!m_torrent || m_torrent->id != torrent.id) {
        m_model.setPeers({});
        m_hint->clear();
    }
    m_model.setContentSize(torrent.totalSize);
    m_torrent = torrent;
}

void PeersTab::showDetails(const engine::DetailsSnapshot& details) {
    if (const auto* peers = std::get_if<engine::PeersDetails>(&details.part))
        m_model.setPeers(peers->peers);
    updateHint(details.facts);
}

void PeersTab::updateHint(const engine::SwarmFacts& facts) {
    QStringList lines;
    if (facts.knownPeers > 0)
        lines.append(tr("%n peer(s) known", nullptr, facts.knownPeers));
    if (facts.untriedPeers > 0)
        lines.append(tr("%n of them not tried yet", nullptr, facts.untriedPeers));
    if (facts.greeting > 0)
        lines.append(tr("%n connection(s) being made", nullptr, facts.greeting));
    m_hint->setText(lines.join(u'\n'));
}

QList<PeerDetails> PeersTab::selectedPeers() const {
    QList<PeerDetails> peers;
    for (const QModelIndex& line : m_table->selectedLines())
        peers.append(m_model.peer(m_order.mapToSource(line).row()));
    return peers;
}

void PeersTab::showMenu(const QPoint& position) {
    const int count = int(selectedPeers().size());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("A&dd peers…")), &QAction::triggered, this, &PeersTab::addPeers);
    QAction* copy = menu->addAction(tr("&Copy the address"));
    menu->addSeparator();
    QAction* ban = menu->addAction(count > 1 ? tr("&Ban these %n peer(s)", nullptr, count) : tr("&Ban this peer"));
    ban->setShortcut(QKeySequence::Delete);
    QAction* network = menu->addAction(count > 1 ? tr("Ban their &networks…") : tr("Ban its &network…"));
    network->setShortcut(Qt::SHIFT | Qt::Key_Delete);
    for (QAction* action : {copy, ban, network})
        action->setEnabled(count > 0);
    connect(copy, &QAction::triggered, this, &PeersTab::copySelected);
    connect(ban, &QAction::triggered, this, &PeersTab::banSelected);
    connect(network, &QAction::triggered, this, &PeersTab::banNetwork);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void PeersTab::addPeers() {
    if (!m_torrent)
        return;
    const QString caution = tr("The torrent is private: add only peers that its tracker would name.");
    auto* dialog = new AddLinesDialog(
        tr("Add peers"),
        tr("One &peer a line, as address and port, such as 192.0.2.7:6881 or [2001:db8::7]:6881.") +
            (m_torrent->isPrivate ? u' ' + caution : QString()),
        [](const QString& line) {
            return isPeerAddress(line) ? QString() : tr("“%1” is not an address and a port.").arg(line);
        },
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("addPeersDialog"));
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = m_torrent->id] {
        m_context.services.session.edit({id}, engine::AddPeers{dialog->lines()});
    });
    dialog->open();
}

void PeersTab::copySelected() {
    QStringList lines;
    for (const PeerDetails& peer : selectedPeers())
        lines.append(PeersModel::endpointOf(peer));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void PeersTab::banSelected() {
    QStringList addresses;
    for (const PeerDetails& peer : selectedPeers()) {
        const auto address = IpAddress::parse(peer.address.toStdString());
        if (address && !address->isLoopback()) // this computer's own is never banned
            addresses.append(QString::fromStdString(address->toString()));
    }
    ban(addresses);
}

void PeersTab::banNetwork() {
    QStringList chosen;
    for (const PeerDetails& peer : selectedPeers())
        chosen.append(peer.address);
    if (chosen.isEmpty())
        return;
    auto* dialog = new BanNetworkDialog(chosen, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto tell = [this, dialog] {
        QStringList connected;
        for (int row = 0; row < m_model.rowCount(); ++row)
            connected.append(m_model.peer(row).address);
        dialog->setConnected(connected);
    };
    tell();
    connect(&m_model, &QAbstractItemModel::rowsInserted, dialog, tell);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, dialog, tell);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { ban(dialog->bans()); });
    dialog->open();
}

/// Adds what is not in the list yet.
void PeersTab::ban(const QStringList& bans) {
    settings::SettingsStore& settings = m_context.services.settings;
    QStringList after = settings.value(settings::kBannedPeers);
    const auto known = bannedRanges(after);
    QStringList banned;
    for (const QString& one : bans) {
        const auto range = AddressRange::parse(one.toStdString());
        const bool isKnown = range && std::ranges::any_of(known, [&](const AddressRange& other) {
                                 return other.contains(range->first()) && other.contains(range->last());
                             });
        if (!isKnown && !after.contains(one))
            after.append(banned.emplaceBack(one));
    }
    if (banned.isEmpty())
        return;
    settings.set(settings::kBannedPeers, after);
    const QString what = banned.size() == 1 ? tr("%1 banned").arg(banned.first())
                                            : tr("%n range(s) of addresses banned", nullptr, int(banned.size()));
    m_context.history.addWithNote(what, [&settings, banned] {
        QStringList left = settings.value(settings::kBannedPeers);
        for (const QString& one : banned)
            left.removeAll(one);
        settings.set(settings::kBannedPeers, left);
    });
}

} // namespace essaim::gui
