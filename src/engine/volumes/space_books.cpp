#include "engine/volumes/space_books.h"

#include <algorithm>

namespace essaim::engine {

std::int64_t floorOf(std::int64_t totalBytes, std::int64_t keepFree) {
    constexpr std::int64_t kMostOfPercent = std::int64_t{10} << 30;
    const std::int64_t wanted = std::max(keepFree, std::min(totalBytes / 50, kMostOfPercent));
    return keepFree == 0 ? 0 : std::min(wanted, totalBytes / 10);
}

SpaceDecision decideSpace(const VolumeSpace& volume, const std::vector<BookedTorrent>& torrents) {
    using Reason = DiskHold::Reason;
    SpaceDecision decision;
    decision.holds.resize(torrents.size());
    const std::int64_t floor = floorOf(volume.totalBytes, volume.keepFree);
    decision.isFull = volume.freeBytes < (volume.wasFull ? floor + floor / 2 : floor);
    if (volume.failure || decision.isFull) {
        const Reason reason = volume.failure.value_or(Reason::Full);
        for (std::size_t i = 0; i < torrents.size(); ++i) {
            if (torrents[i].needed > 0)
                decision.holds[i] = {reason, 0};
        }
        return decision;
    }
    std::int64_t left = volume.freeBytes - floor;
    for (const BookedTorrent& torrent : torrents)
        left -= torrent.isRunning ? torrent.needed : 0;
    for (std::size_t i = 0; i < torrents.size(); ++i) {
        if (torrents[i].isRunning || torrents[i].needed == 0)
            continue;
        if (torrents[i].needed <= left)
            left -= torrents[i].needed;
        else
            decision.holds[i] = {Reason::NoRoom, torrents[i].needed - std::max<std::int64_t>(left, 0)};
    }
    return decision;
}

} // namespace essaim::engine
