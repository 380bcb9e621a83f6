// Commands to the tracker that runs, over a socket in its data folder.
#pragma once

#include "trackerd/options.h"

#include <optional>
#include <vector>

namespace essaim::trackerd {

[[nodiscard]] std::filesystem::path controlSocketIn(const std::filesystem::path& dataFolder);

/// What the tracker answered; nothing if none listens there.
[[nodiscard]] std::optional<std::expected<std::string, OptionError>>
askRunning(const std::filesystem::path& socket, const std::vector<std::string>& command);

/// A command as it travels: its words, separated by zero bytes. Nothing for bytes that are none.
[[nodiscard]] std::string encodeCommand(const std::vector<std::string>& command);
[[nodiscard]] std::vector<std::string> decodeCommand(std::string_view bytes);

} // namespace essaim::trackerd
