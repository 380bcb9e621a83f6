// What can be done with all torrents of a group at once: of a status, of a label.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/services.h"
#include "gui/transfers/transfer_status.h"

#include <QList>
#include <QPoint>

class QMenu;
class QWidget;

namespace essaim::gui {
class TransferActions;
class TransferModel;

/// A menu that goes when it is closed, with resuming, pausing, checking and removing of these torrents, whatever is
/// selected when an entry is chosen. The window and the actions outlive it.
[[nodiscard]] QMenu* makeGroupMenu(
    const QList<engine::TorrentSnapshot>& torrents, const Services& services, TransferActions& actions,
    QWidget& window);

/// Returns at once.
void showStatusMenu(
    StatusFilter filter, const QPoint& globalPosition, const TransferModel& model, const Services& services,
    TransferActions& actions, QWidget& window);

} // namespace essaim::gui
