// Options behind a UDP announce (BEP 41): the path and query of the announce URL.
#pragma once

#include "tracker/wire/announce_request.h"

#include <array>
#include <cstdint>
#include <expected>
#include <span>
#include <string_view>

namespace essaim::tracker {

/// Memory for URL data that arrives in pieces.
using UrlDataBuffer = std::array<char, 2048>;

/// Puts the pieces together; the result is a view into `buffer`. Errors: an option that runs past the end, or more
/// data than the buffer holds.
[[nodiscard]] std::expected<std::string_view, RequestError>
readUrlData(std::span<const std::uint8_t> options, UrlDataBuffer& buffer);

} // namespace essaim::tracker
