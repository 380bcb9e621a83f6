// Pieces of pages: words of strangers made harmless, sizes, the style.
#pragma once

#include "tracker/web/words.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace essaim::tracker {

/// For text and quoted attributes of HTML and XML alike. What is not UTF-8, and control characters, become "\uFFFD".
[[nodiscard]] std::string escaped(std::string_view text);
/// For strings of JSON, without the quotes; likewise.
[[nodiscard]] std::string jsonEscaped(std::string_view text);
/// For values in a URI.
[[nodiscard]] std::string percentEncoded(std::string_view text);
/// "1.40 GB".
[[nodiscard]] std::string sizeText(std::int64_t bytes, const Words& words);
/// `sentence` with its "{}" replaced.
[[nodiscard]] std::string filled(std::string_view sentence, std::string_view value);
/// A whole page; `body` is HTML.
[[nodiscard]] std::string page(const Words& words, std::string_view title, std::string_view body);
[[nodiscard]] std::string_view styleSheet();

} // namespace essaim::tracker
