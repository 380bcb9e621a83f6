// The configuration file of the headless tracker (TOML).
#pragma once

#include "trackerd/options.h"

namespace essaim::trackerd {

/// installer/essaim-tracker.toml has every key with its meaning. A key that is not known is an error: it would do
/// nothing.
[[nodiscard]] std::expected<Options, OptionError> readConfigFile(const std::filesystem::path& file);

/// What stands in a file that is called `name`.
[[nodiscard]] std::expected<Options, OptionError> readConfig(std::string_view text, const std::string& name);

} // namespace essaim::trackerd
