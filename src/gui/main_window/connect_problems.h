// What fails in the background, or was damaged at the start, is told in the main window.
#pragma once

#include "gui/services.h"

namespace essaim::gui {
class MessageBanner;

/// The services outlive the connections, which belong to the banner.
void connectProblems(const Services& services, MessageBanner& banner);

} // namespace essaim::gui
