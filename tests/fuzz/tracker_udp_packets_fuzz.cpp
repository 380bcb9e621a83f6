// UDP packets from strangers: no answer may be longer than allowed, and none is given without a connection id.
#include "check.h"

#include "tracker/service/udp_responder.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

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
    ConnectionIds ids{SipKey{3, 4}};
    AnnounceService service{{store, settings}, 1};
    UdpResponder responder{service, ids};

    std::size_t ask(std::span<const std::uint8_t> packet, const Endpoint& source) {
        std::array<std::uint8_t, kMaxUdpAnswerV4> out;
        const auto length = responder.respond(packet, source, IpAddress::v4(8, 8, 8, 8), now, out);
        FUZZ_CHECK(length <= (source.address.isV4() ? kMaxUdpAnswerV4 : kMaxUdpAnswerV6));
        return length;
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Server server;
    const Endpoint source{IpAddress::v4(9, 9, 9, 9), 6881};
    std::vector<std::uint8_t> packet(data, data + size);

    // As it is: nothing longer than the question comes back, unless the fuzzer, who sees what is compared with what,
    // has found out the id.
    std::uint64_t given = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(size, 8); ++i)
        given = given << 8 | packet[i];
    const bool isGuessed = size >= 8 && server.ids.accepts(given, source.address, std::chrono::seconds(1000));
    FUZZ_CHECK(server.ask(packet, source) <= size || isGuessed);

    // With a valid id in its place, to get at what lies behind.
    if (size < 8)
        return 0;
    const auto id = server.ids.make(source.address, std::chrono::seconds(1000));
    for (std::size_t i = 0; i < 8; ++i)
        packet[i] = static_cast<std::uint8_t>(id >> (8 * (7 - i)));
    server.ask(packet, source);
    FUZZ_CHECK(server.store.totals().peers <= 1);
    return 0;
}
