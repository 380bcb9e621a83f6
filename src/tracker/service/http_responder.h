// From one HTTP request to its answer, without sockets.
#pragma once

#include "tracker/service/announce_service.h"
#include "tracker/wire/http_request.h"
#include "tracker/wire/http_response.h"

#include <optional>
#include <string_view>

namespace essaim::tracker {

/// Routes announces, scrapes and the short page at "/". One per worker and used by its thread only.
class HttpResponder {
public:
    /// `isTls`: what is served here is https, as addresses in feeds must say.
    explicit HttpResponder(AnnounceService& service, bool isTls = false)
        : m_service(service)
        , m_isTls(isTls) {}

    struct Reply {
        std::string_view bytes; ///< head and body, in the memory of `answer`
        bool keepAlive = false;
        /// The client may still be sending: closing at once would destroy the answer on its way.
        bool mayHaveMore = false;
    };

    /// `head` is a whole request head.
    [[nodiscard]] Reply respond(std::string_view head, const Asker& asker, Clock::Monotonic now, HttpAnswer& answer);
    /// For requests that are not even a head (431) or that come in excess (503). The connection is closed after it.
    [[nodiscard]] Reply fail(int status, HttpAnswer& answer);

private:
    [[nodiscard]] std::optional<Asker> clientOf(const HttpRequest& request, const Asker& asker);
    [[nodiscard]] Reply
    showPage(const HttpRequest& request, const Asker& asker, Clock::Monotonic now, HttpAnswer& answer);
    int route(const HttpRequest& request, const Asker& asker, Clock::Monotonic now, std::string& body);
    void announce(
        const HttpRequest& request, std::string_view passkey, const Asker& asker, Clock::Monotonic now,
        std::string& body);
    void scrape(const HttpRequest& request, std::string_view passkey, const Asker& asker, std::string& body);

    AnnounceService& m_service;
    bool m_isTls;
};

} // namespace essaim::tracker
