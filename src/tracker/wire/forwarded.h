// Whom a proxy speaks for: X-Forwarded-For, and Forwarded of RFC 7239.
#pragma once

#include "core/endpoint.h"
#include "tracker/wire/http_request.h"

#include <optional>
#include <string_view>

namespace essaim::tracker {

/// Walks over the addresses that proxies added, from the last one to the first, across several headers of one name.
class ForwardedChain {
public:
    enum class Syntax : std::uint8_t { List, Rfc7239 };

    /// The headers must outlive the chain.
    ForwardedChain(const HeaderValues& headers, Syntax syntax)
        : m_headers(headers)
        , m_left(headers.count)
        , m_syntax(syntax) {}

    struct Hop {
        std::optional<IpAddress> address; ///< nothing = not an address ("unknown", a made-up name, junk)
    };
    /// Nothing at the end.
    [[nodiscard]] std::optional<Hop> next();

private:
    [[nodiscard]] Hop read(std::string_view element) const;

    const HeaderValues& m_headers;
    std::size_t m_left;
    Syntax m_syntax;
    std::string_view m_rest;
    bool m_hasRest = false;
};

} // namespace essaim::tracker
