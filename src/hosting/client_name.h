// Which program a peer id names.
#pragma once

#include <QString>

#include <string_view>

namespace essaim::hosting {

/// "Transmission 4.0.5" for "-TR4050-": the two letters and four digits that most programs begin their peer id with.
/// Its own text where they are not known; empty where there is none.
[[nodiscard]] QString clientName(std::string_view peerId);

} // namespace essaim::hosting
