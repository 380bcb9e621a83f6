// Whole HTTP requests from strangers: the answer must be well-formed whatever they are.
#include "check.h"

#include "core/bencode_reader.h"
#include "tracker/service/http_responder.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace essaim;
using namespace essaim::tracker;

namespace {

TrackerConfig openTracker() {
    TrackerConfig config;
    config.access = AccessMode::Open;
    return config;
}

/// A new one for each input, so that a finding can be repeated from its input alone.
struct Server {
    Clock::Monotonic now{std::chrono::seconds(1000)};
    PeerStore store{now, SipKey{1, 2}};
    PublishedSettings settings{std::make_shared<const Settings>(openTracker())};
    AnnounceService service{{store, settings}, 1};
    HttpResponder responder{service};
    HttpAnswer answer;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);

    // The end of a head is the same whether it comes at once or in two parts.
    std::size_t atOnce = 0;
    const auto end = findHeadEnd(input, atOnce);
    std::size_t inParts = 0;
    if (const auto early = findHeadEnd(input.substr(0, size / 2), inParts))
        FUZZ_CHECK(early == end);
    else
        FUZZ_CHECK(findHeadEnd(input, inParts) == end);

    Server server;
    const auto head = end ? input.substr(0, *end) : input;
    const Asker asker{IpAddress::v4(9, 9, 9, 9), IpAddress::v4(8, 8, 8, 8)};
    const auto reply = server.responder.respond(head, asker, server.now, server.answer);
    FUZZ_CHECK(reply.bytes.starts_with("HTTP/1.1 "));
    const auto body = reply.bytes.substr(reply.bytes.find("\r\n\r\n") + 4);
    if (body.starts_with('d')) {
        const auto document = BencodeDocument::parse(body);
        FUZZ_CHECK(document.has_value());
        FUZZ_CHECK(document->isCanonical());
    }
    FUZZ_CHECK(server.store.totals().peers <= 1);
    return 0;
}
