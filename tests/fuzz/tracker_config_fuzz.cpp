// The configuration file of the headless tracker: understood, or refused in one line; and what is understood can be
// used.
#include "check.h"

#include "tracker/service/settings.h"
#include "trackerd/config_file.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace essaim;

namespace {

void checkOptions(const trackerd::Options& options) {
    const auto& config = options.config;
    FUZZ_CHECK(config.interval.count() >= 1 && config.peerTimeout >= config.interval);
    FUZZ_CHECK(config.threads >= 1 && config.maxSwarms >= 1 && config.maxPeers >= 1);
    FUZZ_CHECK(config.https.empty() || !config.certificate.empty());
    for (const auto& torrent : options.torrents)
        FUZZ_CHECK(torrent.infoHash.isValid());
    const tracker::Settings settings(config);
    FUZZ_CHECK(settings.minInterval <= settings.interval && settings.defaultNumWant <= settings.maxNumWant);
    for (const auto& rule : config.addressRules)
        FUZZ_CHECK(settings.addressRules.find(rule.range.address()).has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto options = trackerd::readConfig({reinterpret_cast<const char*>(data), size}, "tracker.toml");
    if (options) {
        checkOptions(*options);
        return 0;
    }
    FUZZ_CHECK(options.error().starts_with("tracker.toml:"));
    FUZZ_CHECK(std::ranges::none_of(options.error(), [](unsigned char c) { return c < ' '; }));
    return 0;
}
