#include "tracker/service/announce_service.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

std::uint32_t wanted(const AnnounceRequest& request, const Settings& settings, std::uint32_t maxPeers) {
    const auto asked = request.numWant < 0 ? settings.defaultNumWant : static_cast<std::uint32_t>(request.numWant);
    return std::min({asked, settings.maxNumWant, maxPeers});
}

} // namespace

std::expected<AnnounceResult, Refusal> AnnounceService::announce(
    const AnnounceRequest& request, const Asker& asker, Clock::Monotonic now, std::uint32_t maxPeers,
    bool bothFamilies) {
    m_counters.announces.add();
    const Settings& settings = m_settings.get();
    if (const auto refusal = settings.access.check(request.passkey)) {
        m_counters.refused.add();
        return std::unexpected(*refusal);
    }

    const Endpoint peer{asker.address, request.port};
    const StoreAnnounce announce{
        .infoHash = request.infoHash,
        .update =
            {.peer = peer,
             .isSeed = request.isSeed(),
             .isPaused = request.event == AnnounceEvent::Paused,
             .justCompleted = request.event == AnnounceEvent::Completed},
        .isStopped = request.event == AnnounceEvent::Stopped,
        .onlyHosted = settings.access.onlyHosted(),
        .bothFamilies = bothFamilies,
        .selection =
            {.want = wanted(request, settings, maxPeers),
             .leechersOnly = request.isSeed(),
             .asker = peer,
             .view = {asker.address, asker.local, settings.externalAddress}},
    };
    AnnounceResult result{{}, spreadInterval(settings), settings.minInterval, &m_peers};
    const auto outcome = m_store.announce(announce, now, m_random, result.counts, m_peers);
    if (outcome != StoreOutcome::Ok) {
        m_counters.refused.add();
        return std::unexpected(outcome == StoreOutcome::Full ? kTrackerFull : kNotHosted);
    }
    return result;
}

std::optional<Refusal> AnnounceService::checkScrape(std::string_view passkey) {
    m_counters.scrapes.add();
    return m_settings.get().access.check(passkey);
}

SwarmCounts AnnounceService::scrape(const Sha1Hash& infoHash) {
    return m_store.counts(infoHash, m_settings.get().access.onlyHosted());
}

/// ±10 %, so that clients which started together (after an outage) do not stay together.
std::chrono::seconds AnnounceService::spreadInterval(const Settings& settings) {
    const auto tenth = static_cast<std::uint32_t>(settings.interval.count() / 10);
    const auto offset = static_cast<std::int64_t>(m_random.below(2 * tenth + 1)) - tenth;
    return std::max(settings.interval + std::chrono::seconds(offset), settings.minInterval);
}

} // namespace essaim::tracker
