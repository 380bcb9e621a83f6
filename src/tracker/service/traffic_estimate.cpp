#include "tracker/service/traffic_estimate.h"

#include <algorithm>

namespace essaim::tracker {

NeighbourCount countNeighbours(const CompactPeers& answer, const AddressMap& networks, std::size_t network) {
    NeighbourCount result;
    const std::size_t v4 = answer.v4().size() / CompactPeers::kV4Size;
    const std::size_t count = answer.count();
    const std::size_t sample = std::min(count, TrafficEstimate::kSample);
    for (std::size_t i = 0; i < sample; ++i) {
        const std::size_t at = i * count / sample;
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
    Place& place = (*m_places)[report.client % kPlaces];
    const auto at = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const Place before = place;
    place = {report.client, report.received, at};
    if (before.client != report.client || report.received <= before.received)
        return;
    const std::uint64_t grown = report.received - before.received;
    const auto seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(at - before.at, 0)) + 1;
    if (grown / seconds > mostPerSecond)
        return;
    const auto neighbours = countNeighbours(answer, networks, report.network);
    counters.receivedBy[report.network].add(grown);
    if (neighbours.all > 0)
        counters.receivedInside[report.network].add(grown / neighbours.all * neighbours.inside);
}

} // namespace essaim::tracker
