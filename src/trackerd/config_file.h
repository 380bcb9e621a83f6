// The configuration file of the headless tracker (TOML).
#pragma once

#include "trackerd/options.h"

namespace essaim::trackerd {

/// Keys: http, udp (text or list of texts), access, data, threads, interval, min_interval (seconds),
/// external_address, [[friends]] with name and passkey, [[torrents]] with info_hash (40 or 64 hexadecimal digits, or
/// a list of both for a hybrid) and name. A key that is not known is an error: it would do nothing.
[[nodiscard]] std::expected<Options, OptionError> readConfigFile(const std::filesystem::path& file);

} // namespace essaim::trackerd
