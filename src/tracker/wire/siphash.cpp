#include "tracker/wire/siphash.h"

#include <openssl/rand.h>

#include <cstdlib>

namespace essaim::tracker {

SipKey SipKey::random() {
    std::uint8_t bytes[16];
    // Without randomness every promise of the tracker is void: better no tracker than a guessable one.
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        std::abort();
    return {detail::littleEndian(bytes, 8), detail::littleEndian(bytes + 8, 8)};
}

} // namespace essaim::tracker
