#include "gui/transfers/torrent_file_actions.h"

#include "engine/session.h"
#include "gui/tracker/save_torrent_file.h"
#include "gui/transfers/many_trackers_dialog.h"
#include "gui/transfers/torrent_export.h"
#include "gui/undo/undo_history.h"

#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace essaim::gui {

using engine::TorrentSnapshot;

namespace {

QAction* makeAction(QWidget& window, const char* name, const QString& text) {
    auto* action = new QAction(text, &window);
    action->setObjectName(QString::fromLatin1(name));
    return action;
}

} // namespace

TorrentFileActions::TorrentFileActions(
    const Services& services, Selection selection, UndoHistory& history, QWidget& window)
    : QObject(&window)
    , save(makeAction(window, "saveTorrentAction", tr("Save the .torrent &as…")))
    , trackers(makeAction(window, "trackersAction", tr("Add or remove trac&kers…")))
    , m_services(services)
    , m_selection(std::move(selection))
    , m_history(history)
    , m_window(window) {
    connect(save, &QAction::triggered, this, &TorrentFileActions::askWhereTo);
    connect(trackers, &QAction::triggered, this, &TorrentFileActions::askForTrackers);
}

void TorrentFileActions::update(const TorrentsAtHand& selected) {
    save->setEnabled(isAny(selected, &TorrentSnapshot::hasMetadata));
    save->setText(selected.size() > 1 ? tr("S&ave the .torrent files into…") : tr("Save the .torrent &as…"));
    trackers->setEnabled(!selected.empty());
}

void TorrentFileActions::fillMenu(QMenu& menu) const {
    menu.addAction(trackers);
    menu.addAction(save);
}

void TorrentFileActions::askWhereTo() {
    const QList<TorrentSnapshot> torrents = m_selection();
    if (torrents.size() > 1)
        exportTorrents(m_services.session, torrents, m_window);
    else if (!torrents.isEmpty())
        saveTorrentFile(m_services.session, torrents.first().id, torrents.first().name, &m_window);
}

void TorrentFileActions::askForTrackers() {
    const QList<TorrentSnapshot> torrents = m_selection();
    if (torrents.isEmpty())
        return;
    auto* dialog = new ManyTrackersDialog(torrents, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, torrents] {
        QList<TorrentId> ids;
        for (const TorrentSnapshot& torrent : torrents)
            ids.append(torrent.id);
        changeTrackers(ids, dialog->removed(), dialog->added());
    });
    dialog->open();
}

void TorrentFileActions::changeTrackers(
    const QList<TorrentId>& ids, const QStringList& removed, const QStringList& added) {
    if (removed.isEmpty() && added.isEmpty())
        return;
    engine::Session& session = m_services.session;
    const quint64 deed = ++m_lastDeed;
    const int count = int(ids.size());
    if (!removed.isEmpty())
        session.edit(ids, engine::RemoveTrackers{removed, deed});
    if (!added.isEmpty())
        session.edit(ids, engine::AddTrackers{added});
    const QString text = added.isEmpty()     ? tr("Trackers removed from %n torrents", nullptr, count)
                         : removed.isEmpty() ? tr("Trackers added to %n torrents", nullptr, count)
                                             : tr("Trackers of %n torrents replaced", nullptr, count);
    m_history.addWithNote(text, [&session, ids, added, deed] {
        if (!added.isEmpty())
            session.edit(ids, engine::RemoveTrackers{added});
        session.edit(ids, engine::RestoreTrackers{deed});
    });
}

} // namespace essaim::gui
