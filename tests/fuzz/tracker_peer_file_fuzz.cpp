// Blocks of the file of peers: what is read is what can be written, and nothing more than stands there.
#include "check.h"

#include "tracker/swarm/peer_snapshot.h"

#include <cstdint>
#include <string_view>

using namespace essaim;
using namespace essaim::tracker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::size_t peers = 0;
    const auto visit = [&](const Sha1Hash&, std::uint32_t, const StoredPeer& peer) {
        ++peers;
        FUZZ_CHECK(peer.age.count() >= 0 && peer.age.count() <= 0xffff);
    };
    const bool isWhole = readPeerBlock({reinterpret_cast<const char*>(data), size}, visit);
    FUZZ_CHECK(9 * peers <= size);
    FUZZ_CHECK(!isWhole || size == 0 || peers > 0);
    return 0;
}
