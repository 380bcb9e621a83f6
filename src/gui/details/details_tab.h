// What the pages of the details have in common.
#pragma once

#include "engine/details/details_snapshot.h"
#include "engine/torrent_snapshot.h"
#include "gui/services.h"

#include <QWidget>

namespace essaim::gui {
class SpeedRecorder;
class UndoHistory;

/// What a page works with; outlives it.
struct DetailsContext {
    Services services;
    UndoHistory& history;
    SpeedRecorder& speeds;
};

/// One page. Only the page that is shown is told anything.
class DetailsTab : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// What it wants to hear of.
    [[nodiscard]] virtual engine::DetailsPart part() const { return engine::DetailsPart::Facts; }
    /// The torrent that is selected, or the same one with newer figures. Of another one, nothing of the last may stay.
    virtual void showTorrent(const engine::TorrentSnapshot& torrent) = 0;
    /// No torrent is selected, or several. Of pages that have something to say then.
    virtual void showNoTorrent() {}
    /// Of the torrent that was shown last.
    virtual void showDetails(const engine::DetailsSnapshot&) {}

Q_SIGNALS:
    void copyMagnetRequested();
};

} // namespace essaim::gui
