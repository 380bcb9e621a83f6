#include "gui/transfers/all_torrents.h"

#include "engine/session.h"
#include "gui/transfers/transfer_model.h"
#include "gui/undo/undo_history.h"

#include <QCoreApplication>

namespace essaim::gui {

namespace {

QList<TorrentId> those(const TransferModel& model, bool areStopped) {
    QList<TorrentId> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.torrent(row).isStopped() == areStopped)
            ids.append(model.torrent(row).id);
    }
    return ids;
}

} // namespace

void pauseAll(const TransferModel& model, engine::Session& session, UndoHistory& history) {
    const QList<TorrentId> ids = those(model, false);
    if (ids.isEmpty())
        return;
    session.pause(ids);
    history.addWithNote(
        QCoreApplication::translate("AllTorrents", "%n torrents paused", nullptr, int(ids.size())),
        [&session, ids] { session.resume(ids); });
}

void resumeAll(const TransferModel& model, engine::Session& session, UndoHistory& history) {
    const QList<TorrentId> ids = those(model, true);
    if (ids.isEmpty())
        return;
    session.resume(ids);
    history.addWithNote(
        QCoreApplication::translate("AllTorrents", "%n torrents resumed", nullptr, int(ids.size())),
        [&session, ids] { session.pause(ids); });
}

} // namespace essaim::gui
