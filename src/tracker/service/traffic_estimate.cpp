#include "tracker/service/traffic_estimate.h"

#include <algorithm>

namespace essaim::tracker {

NeighbourCount countNeighbours(const CompactPeers& answer, const AddressMap& networks, std::size_t network) {
    NeighbourCount result;
    const std::size_t v4 = answer.v4().size() / CompactPeers::kV4Size;
    const std::size_t count = answer.count();
    constexpr std::size_t kSample = TrafficEstimate::kSample;
    const std::size_t sample = std::min(count, kSample);
    for (std::size_t i = 0; i < sample; ++i) {
        const std::size_t at = sample < kSample ? i : i * count / kSample; // a division by a variable takes long
        const auto address = at < v4 ? answer.v4At(at).address : answer.v6At(at - v4).address;
        const auto home = networks.find(address);
        ++result.all;
        result.inside += home && *home == network ? 1 : 0;
    }
    return result;
}

void TrafficEstimate::note(
    const Report& report, const CompactPeers& answer, const AddressMap& networks, Clock::Monotonic now,
    std::uint64_t mostPerSecond, WorkerCounters& counters) {
    const auto at = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const auto told = countNeighbours(answer, networks, report.network);
    const Place before = exchange({report.client, report.received, at, told});
    if (before.client != report.client || report.received <= before.received)
        return;
    const std::uint64_t grown = report.received - before.received;
    const auto seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(at - before.at, 0)) + 1;
    if (grown / seconds > mostPerSecond)
        return;
    const NeighbourCount met{told.all + before.told.all, told.inside + before.told.inside};
    counters.receivedBy[report.network].add(grown);
    if (met.all > 0)
        counters.receivedInside[report.network].add(grown / met.all * met.inside);
}

TrafficEstimate::Place TrafficEstimate::exchange(const Place& current) {
    const std::size_t number = current.client % kPlaces;
    Shelf& shelf = m_shelves[number % kShelves];
    const std::lock_guard lock(shelf.mutex);
    if (shelf.places.empty())
        shelf.places.resize(kPlaces / kShelves);
    Place& place = shelf.places[number / kShelves];
    const Place before = place;
    place = current;
    if (before.client == current.client && current.told.all == 0)
        place.told = before.told;
    return before;
}

} // namespace essaim::tracker
