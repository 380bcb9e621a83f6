#include "gui/move/move_actions.h"

#include "engine/session.h"
#include "gui/add_torrent/save_path.h"
#include "gui/labels/categories.h"
#include "gui/move/move_commander.h"
#include "gui/move/move_dialog.h"
#include "gui/undo/undo_history.h"
#include "gui/widgets/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace essaim::gui {

using engine::TorrentSnapshot;

namespace {

constexpr qsizetype kMostFolders = 6;

bool canMove(const TorrentSnapshot& torrent) {
    return torrent.state != engine::TorrentState::Moving;
}

/// An ampersand in a menu stands for itself when it is doubled.
QString menuText(const QString& folder) {
    return QDir::toNativeSeparators(folder).replace(u'&', QStringLiteral("&&"));
}

} // namespace

MoveActions::MoveActions(const Services& services, Selection selection, UndoHistory& history, QWidget& window)
    : QObject(&window)
    , moveTo(new QAction(themedIcon(QStringLiteral("folder")), tr("&Another folder…"), &window))
    , m_services(services)
    , m_selection(std::move(selection))
    , m_history(history)
    , m_commander(new MoveCommander(services.session, history, this))
    , m_window(window) {
    moveTo->setObjectName(QStringLiteral("moveToAction"));
    moveTo->setShortcut(Qt::Key_F4);
    moveTo->setToolTip(tr("Move the files of the selected torrents, or say where they are (F4)"));
    window.addAction(moveTo);
    connect(moveTo, &QAction::triggered, this, &MoveActions::ask);
}

void MoveActions::update(const TorrentsAtHand& selected) {
    moveTo->setEnabled(isAny(selected, canMove));
}

void MoveActions::fillMenu(QMenu& menu) {
    QMenu* folders = menu.addMenu(tr("Mo&ve to"));
    folders->setObjectName(QStringLiteral("moveToMenu"));
    folders->setEnabled(moveTo->isEnabled());
    connect(moveTo, &QAction::changed, folders, [this, folders] { folders->setEnabled(moveTo->isEnabled()); });
    connect(folders, &QMenu::aboutToShow, this, [this, folders] { fillFolders(*folders); });
}

void MoveActions::fillFolders(QMenu& folders) {
    folders.clear();
    QStringList paths = recentSavePaths(m_services.settings);
    paths.prepend(defaultSavePath(m_services.settings));
    const QList<TorrentSnapshot> selected = m_selection();
    for (const TorrentSnapshot& torrent : selected.first(qMin(selected.size(), kMostFolders))) {
        if (const QString folder = folderOfCategory(m_services.settings, torrent.category); !folder.isEmpty())
            paths.prepend(folder);
    }
    paths.removeDuplicates();
    paths.removeIf([&](const QString& path) {
        return std::ranges::all_of(selected, [&](const TorrentSnapshot& torrent) { return torrent.savePath == path; });
    });
    for (const QString& path : paths.first(qMin(paths.size(), kMostFolders))) {
        connect(folders.addAction(menuText(path)), &QAction::triggered, m_commander, [this, path] {
            move(m_selection(), path);
        });
    }
    folders.addSeparator();
    folders.addAction(moveTo);
    addFinal(folders);
}

void MoveActions::addFinal(QMenu& folders) {
    const QList<TorrentSnapshot> selected = m_selection();
    const bool isAnyIncomplete =
        std::ranges::any_of(selected, [](const TorrentSnapshot& torrent) { return !torrent.isComplete(); });
    QAction* then = folders.addAction(tr("&When complete…"));
    then->setObjectName(QStringLiteral("finalFolderAction"));
    then->setEnabled(isAnyIncomplete);
    connect(then, &QAction::triggered, this, &MoveActions::askForFinal);
    QAction* stay = folders.addAction(tr("&Stay there when complete"));
    stay->setObjectName(QStringLiteral("noFinalFolderAction"));
    stay->setEnabled(
        std::ranges::any_of(selected, [](const TorrentSnapshot& torrent) { return !torrent.finalPath.isEmpty(); }));
    connect(stay, &QAction::triggered, this, [this] { setFinal({}); });
}

void MoveActions::askForFinal() {
    auto* chooser = new QFileDialog(
        &m_window, tr("Folder for the files once they are complete"), defaultSavePath(m_services.settings));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, &MoveActions::setFinal);
    chooser->open();
}

void MoveActions::setFinal(const QString& folder) {
    QList<TorrentSnapshot> changed;
    QList<TorrentId> ids;
    for (const TorrentSnapshot& torrent : m_selection()) {
        if (torrent.isComplete() || torrent.finalPath == folder)
            continue;
        changed.append(torrent);
        ids.append(torrent.id);
    }
    if (changed.isEmpty())
        return;
    engine::Session& session = m_services.session;
    session.edit(ids, engine::SetFinalFolder{folder});
    m_history.addWithNote(tr("%n torrents go elsewhere when complete", nullptr, int(ids.size())), [&session, changed] {
        for (const TorrentSnapshot& torrent : changed)
            session.edit({torrent.id}, engine::SetFinalFolder{torrent.finalPath});
    });
}

void MoveActions::ask() {
    const QList<TorrentSnapshot> torrents = m_selection();
    if (torrents.isEmpty())
        return;
    auto* dialog = new MoveDialog(torrents, recentSavePaths(m_services.settings), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, torrents] {
        if (!dialog->areFilesThere())
            return move(torrents, dialog->folder());
        rememberSavePath(m_services.settings, dialog->folder());
        QList<TorrentId> ids;
        for (const TorrentSnapshot& torrent : torrents)
            ids.append(torrent.id);
        m_services.session.setLocation(ids, dialog->folder());
    });
    dialog->open();
}

void MoveActions::move(const QList<TorrentSnapshot>& torrents, const QString& folder) {
    rememberSavePath(m_services.settings, folder);
    m_commander->move(torrents, folder);
}

} // namespace essaim::gui
