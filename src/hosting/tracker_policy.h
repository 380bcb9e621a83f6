// Who gets in and how much each may take, from the settings.
#pragma once

#include "hosting/networks.h"
#include "hosting/reachability.h"
#include "tracker/tracker.h"
#include "tracker/tracker_config.h"

#include <QString>

#include <vector>

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::hosting {

/// Networks with the banned addresses before them, as one with the name bannedNetwork().
[[nodiscard]] Networks networksOf(const settings::SettingsStore& settings);
/// A name that nobody can give to a network. Nothing to be shown.
[[nodiscard]] QString bannedNetwork();
/// As the user named them: without what is counted for those who are banned.
void withoutBanned(std::vector<tracker::NetworkStatus>& networks);
void applyPolicy(const settings::SettingsStore& settings, tracker::TrackerConfig& config);
/// Is this the key of a setting that applyPolicy() looks at?
[[nodiscard]] bool isPolicy(const QString& key);
/// Does the tracker tell the same, and take itself for the same? When somebody proved it last is news for the window
/// only.
[[nodiscard]] bool tellsTheSame(const Reachability& one, const Reachability& other);

} // namespace essaim::hosting
