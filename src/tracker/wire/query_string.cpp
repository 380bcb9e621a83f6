#include "tracker/wire/query_string.h"

namespace essaim::tracker {

namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<QueryString::Parameter> QueryString::next() {
    while (!m_rest.empty()) {
        const auto end = m_rest.find('&');
        const auto pair = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
        if (pair.empty())
            continue;
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos)
            return Parameter{pair, {}};
        return Parameter{pair.substr(0, equals), pair.substr(equals + 1)};
    }
    return std::nullopt;
}

std::optional<std::size_t> percentDecode(std::string_view text, std::span<std::uint8_t> out) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i, ++length) {
        auto byte = static_cast<std::uint8_t>(text[i]);
        if (text[i] == '%') {
            if (text.size() - i < 3)
                return std::nullopt;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            byte = static_cast<std::uint8_t>(high << 4 | low);
            i += 2;
        }
        if (length < out.size())
            out[length] = byte;
    }
    return length;
}

} // namespace essaim::tracker
