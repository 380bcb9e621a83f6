// UTF-8, one character at a time.
#pragma once

#include <cstdint>
#include <string_view>

namespace essaim::engine {

/// Takes the first character off `text`, which must not be empty. -1 for a byte that belongs to none: overlong forms,
/// surrogates, what lies beyond U+10FFFF, and sequences that are cut; then one byte is taken.
[[nodiscard]] std::int32_t takeCharacter(std::string_view& text);

} // namespace essaim::engine
