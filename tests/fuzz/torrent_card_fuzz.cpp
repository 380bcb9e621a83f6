// Any text as the card of a torrent: refused, or facts that are the same when they are written and read again.
#include "check.h"

#include "storage/checksum.h"
#include "storage/torrent_card.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

using namespace essaim::storage;

namespace {

void check(const TorrentCard& card) {
    FUZZ_CHECK(card.record.metadata.empty() && card.record.resumeData.empty());
    const auto again = decodeCard(encodeCard(card));
    FUZZ_CHECK(again.has_value());
    FUZZ_CHECK(again->record == card.record);
    FUZZ_CHECK(again->metadataChecksum == card.metadataChecksum);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (const auto card = decodeCard(input))
        check(*card);
    // With the first line and the checksum that belong to it, to get at what lies behind.
    const std::string text = "essaim torrent card 1\n" + std::string(input) + '\n';
    if (const auto card = decodeCard(text + fmt::format("checksum: {:08x}\n", crc32c(text))))
        check(*card);
    return 0;
}
