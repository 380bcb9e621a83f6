// CRC-32C, by the instruction of the processor where it has one: all metadata is checked at every start.
#include "storage/checksum.h"

#include <array>
#include <cstring>

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

std::uint32_t byTable(std::string_view bytes, std::uint32_t value) {
    for (const char byte : bytes)
        value = kTable[(value ^ static_cast<std::uint8_t>(byte)) & 0xff] ^ value >> 8;
    return value;
}

#ifdef __x86_64__
__attribute__((target("sse4.2"))) std::uint32_t byInstruction(std::string_view bytes, std::uint32_t value) {
    std::uint64_t wide = value;
    for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        wide = __builtin_ia32_crc32di(wide, word);
    }
    return byTable(bytes, static_cast<std::uint32_t>(wide));
}
#endif

} // namespace

std::uint32_t crc32c(std::string_view bytes, std::uint32_t previous) {
#ifdef __x86_64__
    static const bool hasInstruction = __builtin_cpu_supports("sse4.2") != 0;
    if (hasInstruction)
        return ~byInstruction(bytes, ~previous);
#endif
    return ~byTable(bytes, ~previous);
}

} // namespace essaim::storage
