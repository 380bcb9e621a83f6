#include "tracker/web/html.h"

#include <fmt/format.h>

namespace essaim::tracker {

namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

unsigned char byteAt(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// Bytes of the character at `at`; 0 if it is none that a page may hold (RFC 3629; no controls, no turning of the
/// direction of writing, which names of files use to lie about their endings).
std::size_t characterAt(std::string_view text, std::size_t at) {
    const auto first = byteAt(text, at);
    if (first < 0x80)
        return first < 0x20 || first == 0x7f ? 0 : 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > text.size())
        return 0;
    char32_t point = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(text, at + i) & 0xc0) != 0x80)
            return 0;
        point = point << 6 | (byteAt(text, at + i) & 0x3fU);
    }
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool isControl = point < 0xa0 || (point >= 0x200e && point <= 0x200f) ||
                           (point >= 0x2028 && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    const bool isNone = point < kSmallest[length] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
    return isControl || isNone ? 0 : length;
}

template <typename Special>
std::string cleaned(std::string_view text, Special&& special) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto length = characterAt(text, i);
        if (length == 0) { // once for a whole character, if it is one
            result += kReplacement;
            for (++i; i < text.size() && (byteAt(text, i) & 0xc0) == 0x80;)
                ++i;
            continue;
        }
        if (const std::string_view instead = special(text[i]); !instead.empty())
            result += instead;
        else
            result += text.substr(i, length);
        i += length;
    }
    return result;
}

constexpr std::string_view kStyle =
    R"(:root { color-scheme: light dark; --text: #1b2430; --muted: #5d6b82; --ground: #f5f7fa;
 --card: #fff; --line: #dfe4ec; --accent: #e0992f; --on-accent: #1b1204; --link: #2559b3; }
@media (prefers-color-scheme: dark) { :root { --text: #e6eaf2; --muted: #97a3b8; --ground: #14181f; --card: #1c222c;
 --line: #313a48; --accent: #e0992f; --on-accent: #1b1204; --link: #8ab4f8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0 1rem; }
a { color: var(--link); }
.muted { color: var(--muted); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; margin: 1rem 0; }
.card h3 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; }
.card p { margin: .1rem 0 .75rem; }
.button { display: inline-block; background: var(--accent); color: var(--on-accent); border-radius: 8px;
 padding: .55rem 1rem; margin: 0 .5rem .5rem 0; font-weight: 600; text-decoration: none; }
.plain { background: transparent; color: var(--link); border: 1px solid var(--line); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
summary { cursor: pointer; color: var(--muted); }
ul.files { list-style: none; margin: .5rem 0 0; padding: 0; font-size: .9rem; }
ul.files li { display: flex; gap: 1rem; justify-content: space-between; padding: .15rem 0; overflow-wrap: anywhere; }
ul.files span { color: var(--muted); white-space: nowrap; }
)";

} // namespace

std::string escaped(std::string_view text) {
    return cleaned(text, [](char c) -> std::string_view {
        switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
        }
    });
}

std::string jsonEscaped(std::string_view text) {
    return cleaned(text, [](char c) -> std::string_view {
        return c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '<' ? "\\u003c" : std::string_view();
    });
}

std::string percentEncoded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                             c == '.' || c == '_' || c == '~';
        if (isPlain)
            result += c;
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

std::string sizeText(std::int64_t bytes, const Words& words) {
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < std::size(words.units)) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (const auto dot = text.find('.'); dot != std::string::npos)
        text.replace(dot, 1, words.decimalSeparator);
    return fmt::format("{}\u00a0{}", text, words.units[unit]);
}

std::string filled(std::string_view sentence, std::string_view value) {
    std::string result(sentence);
    if (const auto at = result.find("{}"); at != std::string::npos)
        result.replace(at, 2, value);
    return result;
}

std::string page(const Words& words, std::string_view title, std::string_view body) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"robots\" content=\"noindex, nofollow\">\n<title>{}</title>\n"
        "<link rel=\"stylesheet\" href=\"/essaim.css\">\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        words.language, title, body);
}

std::string_view styleSheet() {
    return kStyle;
}

} // namespace essaim::tracker
