// Any bytes: refused with a reason, or a torrent that libtorrent reads alike and whose files stay in their folder.
#include "check.h"

#include "engine/gate/path_rules.h"
#include "engine/gate/url_rules.h"
#include "engine/torrent_loader.h"

#include <libtorrent/torrent_info.hpp>

#include <cstdint>
#include <string_view>

using namespace essaim;
using namespace essaim::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto report = passGate(bytes);
    if (!report) {
        FUZZ_CHECK(report.error().refusal.has_value());
        FUZZ_CHECK(!report.error().detail.empty());
        return 0;
    }
    FUZZ_CHECK(report->infoHash.isValid());
    std::int64_t total = 0;
    for (const GateFile& file : report->files) {
        FUZZ_CHECK(file.size >= 0);
        FUZZ_CHECK(!refusedRelativePath(file.path));
        total += file.size;
    }
    FUZZ_CHECK(total > 0 && total <= GateLimits::kTotalSize);
    for (const auto& tier : report->trackers) {
        for (const std::string& url : tier)
            FUZZ_CHECK(isTrackerUrl(url) && mayStrangersName(url));
    }
    for (const std::string& url : report->webSeeds)
        FUZZ_CHECK(isWebSeedUrl(url) && placeOf(url) == UrlPlace::Anywhere);
    FUZZ_CHECK(passGate(bytes, report->infoHash).has_value());

    // The library may refuse what we accept, with a reason; what it accepts, it must have read as we have.
    const auto loaded = loadTorrent(bytes);
    if (!loaded) {
        FUZZ_CHECK(loaded.error().refusal.has_value());
        return 0;
    }
    for (const lt::file_index_t index : loaded->params.ti->files().file_range()) {
        if (!loaded->params.ti->files().pad_file_at(index))
            FUZZ_CHECK(!refusedRelativePath(loaded->params.ti->files().file_path(index)));
    }
    FUZZ_CHECK(describeTorrent(*loaded).totalSize >= 0);
    return 0;
}
