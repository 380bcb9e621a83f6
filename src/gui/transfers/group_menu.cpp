#include "gui/transfers/group_menu.h"

#include "engine/session.h"
#include "gui/transfers/transfer_actions.h"
#include "gui/transfers/transfer_model.h"
#include "gui/widgets/theme.h"

#include <QCoreApplication>
#include <QMenu>

namespace essaim::gui {

namespace {

/// Scope of the translations of this file.
struct GroupMenu {
    Q_DECLARE_TR_FUNCTIONS(GroupMenu)
};

QList<TorrentId> idsOf(const QList<engine::TorrentSnapshot>& torrents) {
    QList<TorrentId> ids;
    for (const engine::TorrentSnapshot& torrent : torrents)
        ids.append(torrent.id);
    return ids;
}

} // namespace

QMenu* makeGroupMenu(
    const QList<engine::TorrentSnapshot>& torrents, const Services& services, TransferActions& actions,
    QWidget& window) {
    auto* menu = new QMenu(&window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    engine::Session& session = services.session;
    const QList<TorrentId> ids = idsOf(torrents);
    const auto add = [&](const char* name, const char* icon, const QString& text, auto function) {
        QAction* action = menu->addAction(*icon ? themedIcon(QString::fromLatin1(icon)) : QIcon(), text);
        action->setObjectName(QString::fromLatin1(name));
        action->setEnabled(!torrents.isEmpty());
        QObject::connect(action, &QAction::triggered, menu, function);
    };
    add("resumeGroup", "play", GroupMenu::tr("&Resume these"), [&session, ids] { session.resume(ids); });
    add("runGroupNow", "", GroupMenu::tr("Start these at &once"),
        [&actions, torrents] { actions.startAtOnce(torrents); });
    add("pauseGroup", "pause", GroupMenu::tr("&Pause these"), [&session, ids] { session.pause(ids); });
    menu->addSeparator();
    add("recheckGroup", "refresh", GroupMenu::tr("&Check their files again"),
        [&session, ids] { session.recheck(ids); });
    add("reannounceGroup", "broadcast", GroupMenu::tr("&Ask their trackers for more peers"),
        [&session, ids] { session.reannounce(ids); });
    menu->addSeparator();
    add("removeGroup", "trash", GroupMenu::tr("Re&move these…"),
        [&actions, torrents] { actions.askToRemove(torrents, false); });
    return menu;
}

void showStatusMenu(
    StatusFilter filter, const QPoint& globalPosition, const TransferModel& model, const Services& services,
    TransferActions& actions, QWidget& window) {
    QList<engine::TorrentSnapshot> torrents;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (isIn(filter, model.torrent(row)))
            torrents.append(model.torrent(row));
    }
    makeGroupMenu(torrents, services, actions, window)->popup(globalPosition);
}

} // namespace essaim::gui
