// The path of announce and scrape URLs: /announce, /announce/<passkey>, /scrape, /scrape/<passkey>.
#pragma once

#include <cstdint>
#include <string_view>

namespace essaim::tracker {

struct AnnouncePath {
    enum class Kind : std::uint8_t { Other, Announce, Scrape };

    Kind kind = Kind::Other;
    std::string_view passkey; ///< empty = none; a view into the path

    bool operator==(const AnnouncePath&) const = default;
};

/// A path without its query. A prefix before /announce is allowed, as reverse proxies leave one.
[[nodiscard]] AnnouncePath parseAnnouncePath(std::string_view path);

} // namespace essaim::tracker
