// A torrent's facts as a small text file, so that losing the database never loses the torrent.
#pragma once

#include "storage/torrent_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace essaim::storage {

/// What stands in a card.
struct TorrentCard {
    TorrentRecord record;                          ///< without metadata and resume data
    std::optional<std::uint32_t> metadataChecksum; ///< CRC-32C of the .torrent beside it; nothing if there is none
};

/// A line "key: value" for each fact, then a line with the checksum over all before it.
[[nodiscard]] std::string encodeCard(const TorrentCard& card);
/// Nothing if a single bit is not as it was written, or the facts are impossible.
[[nodiscard]] std::optional<TorrentCard> decodeCard(std::string_view text);

} // namespace essaim::storage
