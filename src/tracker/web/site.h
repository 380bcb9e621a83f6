// The pages that friends open in a browser, on the port of the tracker.
#pragma once

#include "tracker/web/site_content.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace essaim::tracker {

class StandIns;
class StandInLedger;

/// What of a request the pages look at.
struct PageRequest {
    std::string_view path; ///< still encoded
    std::string_view host; ///< as the browser called us; may be anything
    std::string_view acceptLanguage;
    bool isTls = false;
    bool isInside = false;       ///< from the host's own network
    std::string_view query = {}; ///< still encoded, without '?'
};

struct PageAnswer {
    int status = 200;
    std::string contentType;
    std::string headers; ///< further ones, each with its line end
    std::string body;
};

/// /i/TOKEN: the invite page of a friend; below it, TOKEN/ID.torrent, TOKEN/feed.json, TOKEN/feed.xml and
/// TOKEN/stand-in. /s/TOKEN: for hosts that this tracker stands in for (see stand_in_pages.h). Answers from memory, on
/// the worker that asks; thread-safe. A link that is not valid (any more) gets the same polite page, whatever is wrong
/// with it.
class Site {
public:
    void publish(std::shared_ptr<const SiteContent> content);
    /// To be called before the first answer(); both outlive this. Without, nobody stands in.
    void serveStandIns(StandIns& standIns, StandInLedger& ledger);

    /// Is this path ours?
    [[nodiscard]] static bool owns(std::string_view path);
    [[nodiscard]] PageAnswer answer(const PageRequest& request) const;

private:
    [[nodiscard]] std::shared_ptr<const SiteContent> content() const;

    StandIns* m_standIns = nullptr;
    StandInLedger* m_ledger = nullptr;
    mutable std::mutex m_mutex;
    std::shared_ptr<const SiteContent> m_content; ///< guarded by m_mutex; null before the first publish()
};

} // namespace essaim::tracker
