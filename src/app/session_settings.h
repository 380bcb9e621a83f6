// From the user's settings to those of the session.
#pragma once

#include "engine/session.h"
#include "settings/settings_store.h"

namespace essaim::app {

/// Port to listen on for peers: the remembered one; at the first start a random one that is kept from then on.
[[nodiscard]] int listenPort(settings::SettingsStore& store);

[[nodiscard]] engine::SessionSettings sessionSettings(settings::SettingsStore& store, bool offline);

} // namespace essaim::app
