// The head of an HTTP/1 request: request line and the few header fields that matter here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

namespace essaim::tracker {

/// All headers of one name, in order. Views into the bytes of the head.
struct HeaderValues {
    static constexpr std::size_t kMax = 8; ///< more are no honest request

    std::array<std::string_view, kMax> values;
    std::size_t count = 0;
};

/// Views into the bytes of the head.
struct HttpRequest {
    enum class Method : std::uint8_t { Get, Head, Other };

    Method method = Method::Get;
    std::string_view path;     ///< still encoded; "/" at least
    std::string_view query;    ///< still encoded, without '?'
    HeaderValues forwardedFor; ///< X-Forwarded-For
    HeaderValues forwarded;    ///< Forwarded
    std::string_view host;     ///< as the client called us
    std::string_view acceptLanguage;
    bool keepAlive = false; ///< false also where a body follows, which nobody reads
};

/// Where the first head in `buffer` ends (one past its empty line). Looks only at bytes from `scanned` on and moves
/// it forward, so that a head that arrives byte by byte is still read once. Accepts bare LF.
[[nodiscard]] std::optional<std::size_t> findHeadEnd(std::string_view buffer, std::size_t& scanned);

/// Parses a complete head. Errors are HTTP status codes: 400, 431 (too many fields) or 505.
[[nodiscard]] std::expected<HttpRequest, int> parseHttpHead(std::string_view head);

} // namespace essaim::tracker
