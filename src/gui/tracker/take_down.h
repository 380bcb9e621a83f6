// Takes a torrent off the tracker for good, with a reason.
#pragma once

#include "gui/services.h"
#include "tracker/tracker.h"

class QWidget;

namespace essaim::gui {

/// Asks for the reason, which clients show to their users; then the torrent is shared no more and its hashes are
/// blocked until that is undone. Object name of the dialog: takeDownDialog.
void takeDown(const Services& services, const tracker::HostedTorrent& torrent, QWidget* parent);

} // namespace essaim::gui
