// Queries of HTTP announces and scrapes (BEP 3, 7, 21, 23, 48).
#pragma once

#include "tracker/wire/announce_request.h"

#include <array>
#include <expected>
#include <span>
#include <string_view>

namespace essaim::tracker {

/// Reads the query of /announce in one pass. `ipv4` and `ipv6` are ignored: they would enrol victims. Unknown
/// parameters are ignored, but broken escapes are refused wherever they stand.
[[nodiscard]] std::expected<AnnounceRequest, RequestError> parseHttpAnnounce(std::string_view query);

/// Hashes of one scrape: at most kMax, the rest is left out.
struct ScrapeHashes {
    static constexpr std::size_t kMax = 74;

    std::array<Sha1Hash, kMax> hashes;
    std::size_t count = 0;

    [[nodiscard]] std::span<const Sha1Hash> all() const { return std::span(hashes).first(count); }
};

/// Reads the query of /scrape. The hashes come sorted and without duplicates, as the answer needs them.
[[nodiscard]] std::expected<ScrapeHashes, RequestError> parseHttpScrape(std::string_view query);

} // namespace essaim::tracker
