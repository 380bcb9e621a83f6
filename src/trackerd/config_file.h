// The configuration file of the headless tracker (TOML).
#pragma once

#include "trackerd/options.h"

namespace essaim::trackerd {

/// installer/essaim-tracker.toml has every key with its meaning. A key that is not known is an error: it would do
/// nothing.
[[nodiscard]] std::expected<Options, OptionError> readConfigFile(const std::filesystem::path& file);

} // namespace essaim::trackerd
