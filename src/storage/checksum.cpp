// CRC-32C by table, one byte at a time: resume data is small next to the disk it is read from.
#include "storage/checksum.h"

#include <array>

namespace essaim::storage {

namespace {

constexpr std::uint32_t kReversedPolynomial = 0x82f63b78;

constexpr std::array<std::uint32_t, 256> makeTable() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? value >> 1 ^ kReversedPolynomial : value >> 1;
        table[i] = value;
    }
    return table;
}

constexpr auto kTable = makeTable();

} // namespace

std::uint32_t crc32c(std::string_view bytes, std::uint32_t previous) {
    std::uint32_t value = ~previous;
    for (const char byte : bytes)
        value = kTable[(value ^ static_cast<std::uint8_t>(byte)) & 0xff] ^ value >> 8;
    return ~value;
}

} // namespace essaim::storage
