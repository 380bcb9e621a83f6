// What the info dictionary says of the torrent as a whole.
#pragma once

#include "core/bencode_reader.h"
#include "core/refusal.h"

#include <cstdint>
#include <expected>
#include <string_view>

namespace essaim::engine {

struct InfoBasics {
    bool hasV1 = false;
    bool hasV2 = false;
    std::string_view name;
    std::int64_t pieceLength = 0;
};

/// Views into the document of `info`, which may be absent.
[[nodiscard]] std::expected<InfoBasics, Refusal> readInfoBasics(BencodeDocument::Value info);

/// The entry `key` in UTF-8 where it is given that way too, as the library prefers it.
[[nodiscard]] BencodeDocument::Value preferUtf8(BencodeDocument::Value dictionary, std::string_view key);

} // namespace essaim::engine
