// The tables of the configuration file: who may, how much, and what.
#pragma once

#include "trackerd/config_values.h"

namespace essaim::trackerd {

[[nodiscard]] Read readFriends(const toml::node& node, Options& options);
[[nodiscard]] Read readTorrents(const toml::node& node, Options& options);
[[nodiscard]] Read readLimits(const toml::node& node, Options& options);
[[nodiscard]] Read readRules(const toml::node& node, Options& options);
[[nodiscard]] Read readClients(const toml::node& node, Options& options);
[[nodiscard]] Read readBlocked(const toml::node& node, Options& options);
[[nodiscard]] Read readNetworks(const toml::node& node, Options& options);

} // namespace essaim::trackerd
