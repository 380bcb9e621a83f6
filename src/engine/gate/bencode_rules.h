// Whether bytes are one bencoded dictionary that every program reads alike.
#pragma once

#include "core/bencode_reader.h"
#include "core/refusal.h"

#include <expected>
#include <optional>

namespace essaim::engine {

/// Views into `bytes`. Refused: what is empty, too large, something else than a torrent (named where it can be told),
/// broken, nested too deeply, or says a key twice: programs differ in which of the two they believe.
[[nodiscard]] std::expected<BencodeDocument, Refusal> readDocument(std::string_view bytes, std::int64_t maxBytes);

} // namespace essaim::engine
