#include "gui/move/move_actions.h"

#include "engine/session.h"
#include "gui/add_torrent/save_path.h"
#include "gui/move/move_commander.h"
#include "gui/move/move_dialog.h"
#include "gui/widgets/theme.h"

#include <QDir>
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
    paths.removeDuplicates();
    const QList<TorrentSnapshot> selected = m_selection();
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
