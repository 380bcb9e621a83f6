// Gives the host's own client another key.
#pragma once

#include "gui/services.h"

class QWidget;

namespace essaim::gui {

/// Asks first, and says what it means; the transfers that announce with the key follow by themselves. Object name of
/// the box: newOwnKeyBox.
void renewOwnKey(const Services& services, QWidget* parent);

} // namespace essaim::gui
