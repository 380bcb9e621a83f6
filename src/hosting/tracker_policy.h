// Who gets in and how much each may take, from the settings.
#pragma once

#include "hosting/networks.h"
#include "tracker/tracker_config.h"

#include <QString>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::hosting {

/// Networks with the banned addresses before them.
[[nodiscard]] Networks networksOf(const settings::SettingsStore& settings);
void applyPolicy(const settings::SettingsStore& settings, tracker::TrackerConfig& config);
/// Is this the key of a setting that applyPolicy() looks at?
[[nodiscard]] bool isPolicy(const QString& key);

} // namespace essaim::hosting
