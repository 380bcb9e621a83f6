// Any text: no magnet link, or one that is written so that it reads the same again.
#include "check.h"

#include "engine/gate/url_rules.h"
#include "engine/torrent_file.h"

#include <cstdint>

using namespace essaim::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString link = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto magnet = parseMagnet(link);
    if (!magnet) {
        FUZZ_CHECK(magnet.error().refusal.has_value());
        return 0;
    }
    FUZZ_CHECK(magnet->infoHash.isValid());
    FUZZ_CHECK(magnet->trackers.size() <= 64);
    for (const QString& url : magnet->trackers)
        FUZZ_CHECK(isTrackerUrl(url.toStdString()) && mayStrangersName(url.toStdString()));
    const auto again = parseMagnet(makeMagnet(magnet->infoHash, magnet->name, magnet->trackers));
    FUZZ_CHECK(again.has_value());
    FUZZ_CHECK(again->infoHash == magnet->infoHash);
    FUZZ_CHECK(again->trackers == magnet->trackers);
    FUZZ_CHECK(again->name == magnet->name);
    return 0;
}
