#include "tracker/wire/announce_path.h"

namespace essaim::tracker {

namespace {

AnnouncePath::Kind kindOf(std::string_view segment) {
    if (segment == "announce")
        return AnnouncePath::Kind::Announce;
    if (segment == "scrape")
        return AnnouncePath::Kind::Scrape;
    return AnnouncePath::Kind::Other;
}

} // namespace

AnnouncePath parseAnnouncePath(std::string_view path) {
    if (path.empty() || path.front() != '/')
        return {};
    const auto lastSlash = path.rfind('/');
    const auto last = path.substr(lastSlash + 1);
    if (const auto kind = kindOf(last); kind != AnnouncePath::Kind::Other)
        return {kind, {}};
    if (lastSlash == 0)
        return {};
    const auto previousSlash = path.rfind('/', lastSlash - 1);
    const auto kind = kindOf(path.substr(previousSlash + 1, lastSlash - previousSlash - 1));
    return kind == AnnouncePath::Kind::Other ? AnnouncePath{} : AnnouncePath{kind, last};
}

} // namespace essaim::tracker
