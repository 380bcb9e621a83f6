#include "engine/gate/utf8.h"

#include <array>
#include <bit>

namespace essaim::engine {

std::int32_t takeCharacter(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::string_view rest = text.substr(1);
    text = rest;
    if (first < 0x80)
        return first;
    const auto length = static_cast<std::size_t>(std::countl_one(first));
    if (length < 2 || length > 4 || rest.size() + 1 < length)
        return -1;
    std::int32_t character = first & (0x7f >> length);
    for (const char c : rest.substr(0, length - 1)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0) != 0x80)
            return -1;
        character = character << 6 | (byte & 0x3f);
    }
    constexpr std::array<std::int32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = character >= 0xd800 && character <= 0xdfff;
    if (character < kSmallest[length] || character > 0x10ffff || isSurrogate)
        return -1;
    text.remove_prefix(length - 1);
    return character;
}

} // namespace essaim::engine
