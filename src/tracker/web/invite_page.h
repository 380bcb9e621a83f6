// One guest's page, and the same as feeds.
#pragma once

#include "tracker/web/site_content.h"
#include "tracker/web/words.h"

#include <string>
#include <string_view>

namespace essaim::tracker {

/// Whom a page is for. `token`: of the link, checked.
struct Visit {
    const SiteContent& content;
    const Guest& guest;
    std::string_view token;
    bool isInside = false; ///< in the host's own network
};

/// The guest's own announce URLs.
[[nodiscard]] std::vector<std::string> announceUrlsOf(const Visit& visit);
[[nodiscard]] std::string invitePage(const Visit& visit, const Words& words);
/// The page for links that are not valid.
[[nodiscard]] std::string notValidPage(const Words& words);
/// JSON Feed 1.1; what a program wants to know of a torrent stands under "_essaim". `base`: "http://host:port".
[[nodiscard]] std::string jsonFeed(const Visit& visit, const Words& words, std::string_view base);
/// RSS 2.0, each item with its .torrent as enclosure.
[[nodiscard]] std::string rssFeed(const Visit& visit, const Words& words, std::string_view base);

} // namespace essaim::tracker
