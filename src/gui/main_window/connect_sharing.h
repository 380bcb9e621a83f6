// What sharing has to do with both pages of the window.
#pragma once

#include "gui/services.h"

namespace essaim::gui {
class ItemOpener;
class MainWindow;
class MessageBanner;
class TrackerPage;
class TransfersPage;

/// All outlive their connections, which belong to `window`.
void connectSharing(
    const Services& services, MainWindow& window, TransfersPage& transfers, TrackerPage& tracker, ItemOpener& opener,
    MessageBanner& banner);

} // namespace essaim::gui
