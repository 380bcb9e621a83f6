#include "engine/late_completion.h"

#include <libtorrent/announce_entry.hpp>

#include <algorithm>
#include <string>

namespace essaim::engine {

namespace {

template <typename Condition>
bool anyAnnounce(const lt::announce_entry& tracker, Condition condition) {
    return std::ranges::any_of(tracker.endpoints, [&](const lt::announce_endpoint& endpoint) {
        return std::ranges::any_of(endpoint.info_hashes, condition);
    });
}

bool isUnderWay(const lt::announce_infohash& announce) {
    return announce.updating;
}

bool lacksCompletion(const lt::announce_infohash& announce) {
    return announce.start_sent && !announce.complete_sent && !announce.updating;
}

} // namespace

void followCompletion(TorrentEntry& entry) {
    entry.trackersToTell.clear();
    for (const lt::announce_entry& tracker : entry.handle.trackers())
        entry.trackersToTell.push_back(tracker.url);
    // Some may have answered between the end of the download and this moment.
    for (const std::string& url : std::vector(entry.trackersToTell))
        announceLateCompletion(entry, url);
}

void announceLateCompletion(TorrentEntry& entry, std::string_view trackerUrl) {
    const auto expected = std::ranges::find(entry.trackersToTell, trackerUrl);
    if (expected == entry.trackersToTell.end() || !entry.handle.is_valid())
        return;
    const auto trackers = entry.handle.trackers();
    const auto tracker = std::ranges::find(trackers, trackerUrl, &lt::announce_entry::url);
    if (tracker != trackers.end() && anyAnnounce(*tracker, isUnderWay))
        return; // over another address, or for the other hash of a hybrid: that answer comes too
    entry.trackersToTell.erase(expected);
    if (tracker != trackers.end() && anyAnnounce(*tracker, lacksCompletion))
        entry.handle.force_reannounce(0, int(tracker - trackers.begin()), lt::torrent_handle::ignore_min_interval);
}

} // namespace essaim::engine
