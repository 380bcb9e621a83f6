// Asks for category and tags, and changes them.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QList>

class QWidget;

namespace essaim::gui {
class TransferModel;
class UndoableChanges;

/// Returns at once; the dialog belongs to the window. `model`: the labels in use are offered. All outlive the dialog.
void editLabels(
    const QList<engine::TorrentSnapshot>& torrents, const TransferModel& model, UndoableChanges& changes,
    QWidget& window);

} // namespace essaim::gui
