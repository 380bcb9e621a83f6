// The readers of UDP packets one by one: announces, scrapes, the options behind them, connection ids.
#include "check.h"

#include "tracker/wire/connection_id.h"
#include "tracker/wire/udp_packets.h"
#include "tracker/wire/url_data.h"

#include <cstdint>
#include <cstring>
#include <span>

using namespace essaim;
using namespace essaim::tracker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span packet(data, size);
    UrlDataBuffer buffer{};
    if (const auto urlData = readUrlData(packet, buffer))
        FUZZ_CHECK(urlData->size() <= buffer.size() && urlData->size() <= size);
    (void)readUdpHead(packet);
    if (size >= kMinUdpAnnounce)
        (void)readUdpAnnounce(packet, buffer);
    if (const auto count = udpScrapeCount(packet)) {
        for (std::size_t i = 0; i < *count; ++i)
            (void)udpScrapeHash(packet, i);
    }
    if (size < 24)
        return 0;
    // An id proves an address and a time: no other id, address or time will do.
    std::uint64_t guess = 0;
    std::uint32_t host = 0;
    std::uint32_t seconds = 0;
    std::memcpy(&guess, data, 8);
    std::memcpy(&host, data + 8, 4);
    std::memcpy(&seconds, data + 12, 4);
    const ConnectionIds ids(SipKey{5, 6});
    const IpAddress address = IpAddress::v4(host);
    const std::chrono::seconds now(seconds);
    const std::uint64_t id = ids.make(address, now);
    FUZZ_CHECK(ids.accepts(id, address, now));
    FUZZ_CHECK(ids.accepts(id, address, now + std::chrono::seconds(119)));
    FUZZ_CHECK(!ids.accepts(id, address, now + std::chrono::seconds(125)));
    FUZZ_CHECK(!ids.accepts(id, IpAddress::v4(host ^ 1u), now));
    FUZZ_CHECK(guess == id || (guess ^ id) >> 48 != 0 || !ids.accepts(guess, address, now));
    return 0;
}
