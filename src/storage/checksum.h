// CRC-32C (Castagnoli): finds damage on disk, proves nothing about who wrote the bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace essaim::storage {

/// Checksum of `bytes`, going on from `previous` (the checksum of what stands before them).
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes, std::uint32_t previous = 0);

} // namespace essaim::storage
