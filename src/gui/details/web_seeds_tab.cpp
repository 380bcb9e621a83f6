#include "gui/details/web_seeds_tab.h"

#include "engine/gate/url_rules.h"
#include "engine/session.h"
#include "gui/details/add_lines_dialog.h"
#include "gui/details/details_table.h"
#include "gui/details/source_words.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undoable_changes.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>

namespace essaim::gui {

using engine::WebSeedDetails;

WebSeedsTab::WebSeedsTab(const DetailsContext& context, QWidget* parent)
    : DetailsTab(parent)
    , m_context(context)
    , m_model(new QStandardItemModel(0, 4, this))
    , m_table(new DetailsTable(QStringLiteral("webSeedsTable"), tr("HTTP sources"), context.services.settings, this)) {
    m_model->setHorizontalHeaderLabels({tr("Address"), tr("Status"), tr("Down"), tr("Downloaded")});
    m_table->present(*m_model, {{"address", 480}, {"status", 140}, {"down", 90}, {"downloaded", 100}});
    auto* button = new QPushButton(tr("A&dd sources…"), this);
    button->setObjectName(QStringLiteral("addWebSeedsButton"));
    auto* side = new QVBoxLayout;
    side->setContentsMargins(0, 10, 12, 10);
    side->addWidget(button);
    side->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addLayout(side);
    connect(button, &QPushButton::clicked, this, &WebSeedsTab::add);
    connect(m_table, &DetailsTable::copyRequested, this, &WebSeedsTab::copySelected);
    connect(m_table, &QWidget::customContextMenuRequested, this, &WebSeedsTab::showMenu);
    auto* remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
    connect(remove, &QAction::triggered, this, &WebSeedsTab::removeSelected);
}

void WebSeedsTab::showTorrent(const engine::TorrentSnapshot& torrent) {
    if (!m_torrent || m_torrent->id != torrent.id)
        showSeeds({});
    m_torrent = torrent;
}

void WebSeedsTab::showDetails(const engine::DetailsSnapshot& details) {
    if (const auto* seeds = std::get_if<engine::WebSeedsDetails>(&details.part))
        showSeeds(seeds->seeds);
}

void WebSeedsTab::showSeeds(const QList<WebSeedDetails>& seeds) {
    m_urls.clear();
    for (const WebSeedDetails& seed : seeds)
        m_urls.append(seed.url);
    if (m_model->rowCount() != seeds.size())
        m_model->setRowCount(int(seeds.size()));
    for (int row = 0; row < seeds.size(); ++row) {
        const WebSeedDetails& seed = seeds[row];
        const QString cells[] = {
            withoutSecret(seed.url), seed.isConnected ? tr("Connected") : tr("Not connected"),
            text::rate(seed.downloadRate), seed.downloaded > 0 ? text::size(seed.downloaded) : QString()};
        for (int column = 0; column < 4; ++column) {
            const QModelIndex cell = m_model->index(row, column);
            if (cell.data().toString() == cells[column] && cell.data(Qt::TextAlignmentRole).isValid())
                continue;
            m_model->setData(cell, cells[column], Qt::DisplayRole);
            m_model->setData(cell, plainToolTip(cells[column]), Qt::ToolTipRole);
            m_model->setData(
                cell, int((column < 2 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter), Qt::TextAlignmentRole);
        }
        m_model->setData(m_model->index(row, 1), int(seed.isConnected ? Tint::Whole : Tint::Muted), kDotRole);
    }
}

QStringList WebSeedsTab::selectedUrls() const {
    QStringList urls;
    for (const QModelIndex& line : m_table->selectedLines())
        urls.append(m_urls.value(line.row()));
    return urls;
}

void WebSeedsTab::showMenu(const QPoint& position) {
    const bool isAny = !selectedUrls().isEmpty();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("A&dd sources…")), &QAction::triggered, this, &WebSeedsTab::add);
    QAction* copy = menu->addAction(tr("&Copy the address"));
    QAction* remove = menu->addAction(tr("&Remove"));
    remove->setShortcut(QKeySequence::Delete);
    for (QAction* action : {copy, remove})
        action->setEnabled(isAny);
    connect(copy, &QAction::triggered, this, &WebSeedsTab::copySelected);
    connect(remove, &QAction::triggered, this, &WebSeedsTab::removeSelected);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void WebSeedsTab::add() {
    if (!m_torrent)
        return;
    auto* dialog = new AddLinesDialog(
        tr("Add HTTP sources"), tr("One &address a line, such as https://example.org/files/."),
        [](const QString& line) {
            return engine::isWebSeedUrl(line.toStdString())
                       ? QString()
                       : tr("“%1” is not an address that begins with http:// or https://.").arg(line);
        },
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("addWebSeedsDialog"));
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = m_torrent->id] {
        if (m_torrent && m_torrent->id == id && !dialog->lines().isEmpty())
            change(m_urls + dialog->lines(), tr("HTTP sources of “%1” added"));
    });
    dialog->open();
}

void WebSeedsTab::removeSelected() {
    const QStringList removed = selectedUrls();
    if (removed.isEmpty())
        return;
    QStringList left = m_urls;
    for (const QString& url : removed)
        left.removeAll(url);
    change(left, tr("HTTP sources of “%1” removed"));
}

void WebSeedsTab::change(const QStringList& urls, const QString& what) {
    m_context.services.session.edit({m_torrent->id}, engine::SetWebSeeds{urls});
    m_context.history.addWithNote(
        what.arg(shortened(m_torrent->name)), [&session = m_context.services.session, id = m_torrent->id,
                                               before = m_urls] { session.edit({id}, engine::SetWebSeeds{before}); });
}

void WebSeedsTab::copySelected() {
    if (const QStringList urls = selectedUrls(); !urls.isEmpty())
        QGuiApplication::clipboard()->setText(urls.join(u'\n'));
}

} // namespace essaim::gui
