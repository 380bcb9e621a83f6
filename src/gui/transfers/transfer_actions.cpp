#include "gui/transfers/transfer_actions.h"

#include "engine/session.h"
#include "gui/move/move_actions.h"
#include "gui/tracker/sharing_menu.h"
#include "gui/transfers/magnet_copier.h"
#include "gui/transfers/option_actions.h"
#include "gui/transfers/remove_dialog.h"
#include "gui/transfers/torrent_file_actions.h"
#include "gui/transfers/transfer_status.h"
#include "gui/undo/undo_history.h"
#include "gui/widgets/theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QMenu>
#include <QSet>
#include <QUrl>
#include <QWidget>

#include <algorithm>

namespace essaim::gui {

using engine::TorrentSnapshot;

namespace {

QList<TorrentId> idsOf(const QList<TorrentSnapshot>& torrents) {
    QList<TorrentId> ids;
    for (const TorrentSnapshot& torrent : torrents)
        ids.append(torrent.id);
    return ids;
}

QAction* makeAction(
    QWidget& window, const char* name, const char* icon, const QString& text, const QKeySequence& shortcut = {}) {
    auto* action = new QAction(text, &window);
    action->setObjectName(QString::fromLatin1(name));
    if (*icon)
        action->setIcon(themedIcon(QString::fromLatin1(icon)));
    action->setShortcut(shortcut);
    window.addAction(action);
    return action;
}

QString hashText(const TorrentSnapshot& torrent) {
    const auto& hash = torrent.infoHash;
    if (hash.v1)
        return QString::fromStdString(hash.v1->toHex());
    return hash.v2 ? QString::fromStdString(hash.v2->toHex()) : QString();
}

QString hashV2Text(const TorrentSnapshot& torrent) {
    return torrent.infoHash.v2 ? QString::fromStdString(torrent.infoHash.v2->toHex()) : QString();
}

QString commentText(const TorrentSnapshot& torrent) {
    return torrent.comment;
}

QString folderText(const TorrentSnapshot& torrent) {
    return QDir::toNativeSeparators(torrent.savePath);
}

/// As the tracker would get it.
tracker::HostedTorrent hostedFrom(const TorrentSnapshot& torrent) {
    tracker::HostedTorrent result;
    result.infoHash = torrent.infoHash;
    result.name = torrent.name.toStdString();
    result.size = torrent.totalSize;
    result.isPrivate = torrent.isPrivate;
    return result;
}

} // namespace

TransferActions::TransferActions(
    const Services& services, Selection selection, std::function<TorrentsAtHand()> atHand, QWidget& window)
    : QObject(&window)
    , resume(makeAction(window, "resumeAction", "play", tr("&Resume"), Qt::CTRL | Qt::Key_S))
    , pause(makeAction(window, "pauseAction", "pause", tr("&Pause"), Qt::CTRL | Qt::Key_P))
    , remove(makeAction(window, "removeAction", "trash", tr("Re&move…"), Qt::Key_Delete))
    , removeWithFiles(
          makeAction(window, "removeWithFilesAction", "", tr("Remove with &files…"), Qt::SHIFT | Qt::Key_Delete))
    , labels(makeAction(window, "labelsAction", "", tr("Cate&gory and tags…"), Qt::CTRL | Qt::Key_T))
    , recheck(makeAction(window, "recheckAction", "refresh", tr("&Check the files again"), Qt::CTRL | Qt::Key_R))
    , reannounce(makeAction(window, "reannounceAction", "broadcast", tr("Ask the &trackers for more peers")))
    , openFolder(makeAction(window, "openFolderAction", "folder", tr("Open the f&older")))
    , copyName(makeAction(window, "copyNameAction", "", tr("&Name")))
    , copyHash(makeAction(window, "copyHashAction", "", tr("&Info-hash")))
    , copyMagnet(makeAction(window, "copyMagnetAction", "magnet", tr("Copy the ma&gnet link")))
    , copyHashV2(makeAction(window, "copyHashV2Action", "", tr("Info-hash of version &2")))
    , copyPath(makeAction(window, "copyPathAction", "", tr("&Folder")))
    , copyComment(makeAction(window, "copyCommentAction", "", tr("&Comment")))
    , runNow(makeAction(window, "runNowAction", "", tr("Start at &once"), Qt::CTRL | Qt::Key_M))
    , history(new UndoHistory(window))
    , options(new OptionActions(services, selection, *history, window))
    , torrentFiles(new TorrentFileActions(services, selection, *history, window))
    , newVersion(makeAction(window, "newVersionAction", "box", tr("Make a new &version…")))
    , sharing(new SharingMenu(services, &window))
    , m_session(services.session)
    , m_selection(std::move(selection))
    , m_atHand(std::move(atHand))
    , m_window(window)
    , m_magnets(new MagnetCopier(services.session, window))
    , m_moves(new MoveActions(services, m_selection, *history, window)) {
    sharing->setIcon(themedIcon(QStringLiteral("broadcast")));
    sharing->setTitle(tr("Share on my trac&ker"));
    resume->setToolTip(tr("Resume the selected torrents (Ctrl+S)"));
    pause->setToolTip(tr("Pause the selected torrents (Ctrl+P)"));
    remove->setToolTip(tr("Remove the selected torrents (Del)"));
    connectActions();
}

void TransferActions::connectActions() {
    connect(resume, &QAction::triggered, this, [this] { m_session.resume(idsOf(m_selection())); });
    connect(pause, &QAction::triggered, this, [this] { m_session.pause(idsOf(m_selection())); });
    connect(remove, &QAction::triggered, this, [this] { askToRemoveSelected(false); });
    connect(removeWithFiles, &QAction::triggered, this, [this] { askToRemoveSelected(true); });
    connect(labels, &QAction::triggered, this, [this] { Q_EMIT labelsRequested(m_selection()); });
    connect(recheck, &QAction::triggered, this, [this] { m_session.recheck(idsOf(m_selection())); });
    connect(reannounce, &QAction::triggered, this, [this] { m_session.reannounce(idsOf(m_selection())); });
    connect(openFolder, &QAction::triggered, this, &TransferActions::openFolders);
    connect(copyName, &QAction::triggered, this, [this] {
        copyText([](const TorrentSnapshot& torrent) { return torrent.name; });
    });
    connect(copyHash, &QAction::triggered, this, [this] { copyText(hashText); });
    connect(copyHashV2, &QAction::triggered, this, [this] { copyText(hashV2Text); });
    connect(copyPath, &QAction::triggered, this, [this] { copyText(folderText); });
    connect(copyComment, &QAction::triggered, this, [this] { copyText(commentText); });
    connect(runNow, &QAction::triggered, this, [this] { startAtOnce(m_selection()); });
    connect(copyMagnet, &QAction::triggered, this, [this] {
        if (const auto torrents = m_selection(); !torrents.isEmpty())
            m_magnets->copy(torrents);
    });
}

void TransferActions::update(const TorrentsAtHand& selected) {
    const TorrentsAtHand torrents = m_listShown ? selected : TorrentsAtHand();
    const bool any = !torrents.empty();
    resume->setEnabled(isAny(torrents, [](const TorrentSnapshot& torrent) {
        return torrent.isStopped() || statusGroup(torrent.state) == StatusFilter::Attention;
    }));
    pause->setEnabled(isAny(torrents, [](const TorrentSnapshot& torrent) { return !torrent.isStopped(); }));
    m_moves->update(torrents);
    options->update(torrents);
    torrentFiles->update(torrents);
    recheck->setEnabled(isAny(torrents, &TorrentSnapshot::hasMetadata));
    for (QAction* action : {remove, removeWithFiles, labels, reannounce, openFolder, copyName, copyHash, copyPath})
        action->setEnabled(any);
    copyHashV2->setEnabled(
        isAny(torrents, [](const TorrentSnapshot& torrent) { return torrent.infoHash.v2.has_value(); }));
    copyComment->setEnabled(isAny(torrents, [](const TorrentSnapshot& torrent) { return !torrent.comment.isEmpty(); }));
    runNow->setEnabled(
        isAny(torrents, [](const TorrentSnapshot& torrent) { return torrent.isStopped() || !torrent.ignoresQueue; }));
    copyMagnet->setEnabled(any);
    copyMagnet->setText(torrents.size() > 1 ? tr("Copy the ma&gnet links") : tr("Copy the ma&gnet link"));
    newVersion->setEnabled(torrents.size() == 1 && torrents.front()->hasMetadata);
    sharing->setTorrent(newVersion->isEnabled() ? std::optional(hostedFrom(*torrents.front())) : std::nullopt);
}

void TransferActions::setListShown(bool shown) {
    m_listShown = shown;
    update(m_atHand());
}

void TransferActions::help(Remedy remedy) {
    switch (remedy) {
    case Remedy::Resume:
        return resume->trigger();
    case Remedy::CheckFiles:
        return recheck->trigger();
    case Remedy::OpenFolder:
        return openFolder->trigger();
    case Remedy::ChooseFolder:
        return m_moves->moveTo->trigger(); // its dialog can also say where they are
    default:
        return; // the details' own
    }
}

void TransferActions::fillMenu(QMenu& menu) const {
    menu.addAction(resume);
    menu.addAction(runNow);
    menu.addAction(pause);
    menu.addSeparator();
    menu.addAction(remove);
    menu.addAction(removeWithFiles);
    menu.addSeparator();
    m_moves->fillMenu(menu);
    options->fillMenu(menu);
    menu.addAction(labels);
    menu.addAction(recheck);
    menu.addAction(reannounce);
    torrentFiles->fillMenu(menu);
    menu.addSeparator();
    menu.addMenu(sharing);
    menu.addAction(newVersion);
    menu.addAction(openFolder);
    menu.addAction(copyMagnet);
    QMenu* copy = menu.addMenu(themedIcon(QStringLiteral("copy")), tr("Cop&y"));
    copy->addActions({copyName, copyHash, copyHashV2, copyPath, copyComment});
}

void TransferActions::askToRemoveSelected(bool deleteFiles) {
    askToRemove(m_selection(), deleteFiles);
}

void TransferActions::startAtOnce(const QList<TorrentSnapshot>& torrents) {
    if (torrents.isEmpty())
        return;
    engine::SetOptions atOnce;
    atOnce.ignoreQueue = true;
    m_session.edit(idsOf(torrents), atOnce);
    m_session.resume(idsOf(torrents));
    history->addWithNote(
        tr("%n torrents started at once", nullptr, int(torrents.size())), [&session = m_session, torrents] {
            for (const TorrentSnapshot& torrent : torrents) {
                engine::SetOptions back;
                back.ignoreQueue = torrent.ignoresQueue;
                session.edit({torrent.id}, back);
                if (torrent.isStopped())
                    session.pause({torrent.id});
            }
        });
}

void TransferActions::pauseOrResume() {
    (pause->isEnabled() ? pause : resume)->trigger();
}

void TransferActions::askToRemove(const QList<TorrentSnapshot>& torrents, bool deleteFiles) {
    if (torrents.isEmpty())
        return;
    QStringList names;
    for (const TorrentSnapshot& torrent : torrents)
        names.append(torrent.name);
    auto* dialog = new RemoveDialog(m_session, torrents, deleteFiles, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The question is about the torrents selected now, whatever is selected when it is answered.
    connect(dialog, &QDialog::accepted, this, [this, dialog, names, ids = idsOf(torrents)] {
        m_session.remove(ids, dialog->fate(), dialog->takesUnknown());
        Q_EMIT removed(names, ids);
    });
    dialog->open();
}

void TransferActions::openFolders() {
    constexpr qsizetype kMostFolders = 5;
    QSet<QString> folders;
    for (const TorrentSnapshot& torrent : m_selection()) {
        if (folders.size() < kMostFolders)
            folders.insert(torrent.savePath);
    }
    for (const QString& folder : std::as_const(folders))
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

void TransferActions::copyText(QString (*text)(const TorrentSnapshot&)) {
    QStringList lines;
    for (const TorrentSnapshot& torrent : m_selection())
        if (const QString line = text(torrent); !line.isEmpty())
            lines.append(line);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace essaim::gui
