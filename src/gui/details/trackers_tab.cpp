#include "gui/details/trackers_tab.h"

#include "engine/session.h"
#include "gui/details/details_table.h"
#include "gui/details/edit_trackers_dialog.h"
#include "gui/details/source_words.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undoable_changes.h"
#include "gui/widgets/copy_with_key.h"
#include "gui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace essaim::gui {

TrackersTab::TrackersTab(const DetailsContext& context, QWidget* parent)
    : DetailsTab(parent)
    , m_context(context)
    , m_table(new DetailsTable(QStringLiteral("trackersTable"), tr("Trackers"), context.services.settings, this)) {
    m_table->setRootIsDecorated(true);
    m_table->setSortingEnabled(false); // they stand in the order in which they are asked
    m_table->present(
        m_model, {{"source", 300},
                  {"tier", 44},
                  {"status", 130},
                  {"seeds", 64},
                  {"leechers", 76},
                  {"downloads", 0},
                  {"next", 86},
                  {"not_before", 0},
                  {"message", 320}});
    auto* edit = new QPushButton(tr("&Edit trackers…"), this);
    edit->setObjectName(QStringLiteral("editTrackersButton"));
    auto* ask = new QPushButton(tr("&Ask all now"), this);
    ask->setObjectName(QStringLiteral("askTrackersButton"));
    auto* buttons = new QVBoxLayout;
    buttons->setContentsMargins(0, 10, 12, 10);
    buttons->addWidget(edit);
    buttons->addWidget(ask);
    buttons->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addLayout(buttons);
    connect(edit, &QPushButton::clicked, this, &TrackersTab::editTrackers);
    connect(ask, &QPushButton::clicked, this, [this] {
        m_context.services.session.edit({m_torrent->id}, engine::AskTracker{});
    });
    connect(m_table, &DetailsTable::copyRequested, this, &TrackersTab::copySelected);
    connect(m_table, &QTreeView::activated, this, &TrackersTab::editTrackers);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(m_table->viewport()->mapToGlobal(position));
    });
    auto* remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
    connect(remove, &QAction::triggered, this, &TrackersTab::removeSelected);
}

void TrackersTab::showTorrent(const engine::TorrentSnapshot& torrent) {
    if (!m_torrent || m_torrent->id != torrent.id)
        m_model.setDetails({});
    m_torrent = torrent;
}

void TrackersTab::showDetails(const engine::DetailsSnapshot& details) {
    if (const auto* trackers = std::get_if<engine::TrackersDetails>(&details.part))
        m_model.setDetails(*trackers);
}

QStringList TrackersTab::selectedUrls() const {
    QStringList urls;
    for (const QModelIndex& line : m_table->selectedLines()) {
        const QString url = m_model.urlOf(line);
        if (!url.isEmpty() && !urls.contains(url))
            urls.append(url);
    }
    return urls;
}

void TrackersTab::fillMenu(QMenu& menu) {
    const bool isAny = !selectedUrls().isEmpty();
    const auto add = [&menu, this](const QString& text, void (TrackersTab::*slot)(), bool isEnabled) {
        QAction* action = menu.addAction(text);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    add(tr("&Edit trackers…"), &TrackersTab::editTrackers, true);
    add(tr("&Ask now"), &TrackersTab::askSelected, isAny);
    menu.addSeparator();
    add(tr("&Copy the address"), &TrackersTab::copySelected, isAny);
    add(tr("&Remove"), &TrackersTab::removeSelected, isAny)->setShortcut(QKeySequence::Delete);
}

void TrackersTab::editTrackers() {
    if (!m_torrent)
        return;
    auto* dialog = new EditTrackersDialog(m_model.tiers(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The torrent of now, whatever is selected when the dialog is closed.
    connect(dialog, &QDialog::accepted, this, [this, dialog, torrent = *m_torrent, before = m_model.tiers()] {
        if (dialog->tiers() == before)
            return;
        m_context.services.session.edit({torrent.id}, engine::SetTrackers{dialog->tiers()});
        m_context.history.addWithNote(
            tr("Trackers of “%1” changed").arg(shortened(torrent.name)),
            [&session = m_context.services.session, id = torrent.id, before] {
                session.edit({id}, engine::SetTrackers{before});
            });
    });
    dialog->open();
}

void TrackersTab::removeSelected() {
    const QStringList urls = selectedUrls();
    if (!m_torrent || urls.isEmpty())
        return;
    m_context.services.session.edit({m_torrent->id}, engine::RemoveTrackers{urls});
    m_context.history.addWithNote(
        tr("%n tracker(s) of “%1” removed", nullptr, int(urls.size())).arg(shortened(m_torrent->name)),
        [&session = m_context.services.session, id = m_torrent->id, before = m_model.tiers()] {
            session.edit({id}, engine::SetTrackers{before});
        });
}

void TrackersTab::copySelected() {
    const QStringList urls = selectedUrls();
    if (std::ranges::any_of(urls, mayHoldKey))
        askToCopyWithKey(urls.join(u'\n'), this);
    else if (!urls.isEmpty())
        QGuiApplication::clipboard()->setText(urls.join(u'\n'));
}

void TrackersTab::askSelected() {
    for (const QString& url : selectedUrls())
        m_context.services.session.edit({m_torrent->id}, engine::AskTracker{url});
}

} // namespace essaim::gui
