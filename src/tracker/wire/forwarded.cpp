#include "tracker/wire/forwarded.h"

namespace essaim::tracker {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// "1.2.3.4", "1.2.3.4:80", "2001::1", "[2001::1]", "[2001::1]:80".
std::optional<IpAddress> addressIn(std::string_view text) {
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        const auto behind = end == std::string_view::npos ? std::string_view("x") : text.substr(end + 1);
        if (!behind.empty() && !behind.starts_with(':'))
            return std::nullopt;
        return IpAddress::parse(text.substr(1, end - 1));
    }
    if (const auto address = IpAddress::parse(text))
        return address;
    const auto colon = text.find(':');
    return colon == text.rfind(':') ? IpAddress::parse(text.substr(0, colon)) : std::nullopt;
}

bool startsWithFor(std::string_view text) {
    return text.size() > 4 && (text[0] | 0x20) == 'f' && (text[1] | 0x20) == 'o' && (text[2] | 0x20) == 'r' &&
           text[3] == '=';
}

/// The value of "for=" among the pairs of one element.
std::string_view forValue(std::string_view element) {
    while (!element.empty()) {
        const auto semicolon = element.find(';');
        auto pair = trimmed(element.substr(0, semicolon));
        element = semicolon == std::string_view::npos ? std::string_view() : element.substr(semicolon + 1);
        if (!startsWithFor(pair))
            continue;
        pair = pair.substr(4);
        if (pair.size() >= 2 && pair.starts_with('"') && pair.ends_with('"'))
            pair = pair.substr(1, pair.size() - 2);
        return pair;
    }
    return {};
}

} // namespace

std::optional<ForwardedChain::Hop> ForwardedChain::next() {
    if (!m_hasRest) {
        if (m_left == 0)
            return std::nullopt;
        m_rest = m_headers.values[--m_left];
        m_hasRest = true;
    }
    const auto comma = m_rest.rfind(',');
    const auto element = comma == std::string_view::npos ? m_rest : m_rest.substr(comma + 1);
    m_hasRest = comma != std::string_view::npos;
    m_rest = m_rest.substr(0, m_hasRest ? comma : 0);
    return read(trimmed(element));
}

ForwardedChain::Hop ForwardedChain::read(std::string_view element) const {
    return {addressIn(m_syntax == Syntax::List ? element : forValue(element))};
}

} // namespace essaim::tracker
