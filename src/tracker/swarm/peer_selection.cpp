#include "tracker/swarm/peer_selection.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

constexpr std::uint32_t kMaxRuns = 4;

/// Visits 0 to size-1, each once, in runs that start at random places of equal parts of the range. The parts take
/// turns and a random one begins, so that every number is equally likely to be among the first.
class RandomRuns {
public:
    RandomRuns(std::uint32_t size, std::uint32_t want, Random& random)
        : m_size(size)
        , m_runs(size > want * kMaxRuns ? kMaxRuns : 1)
        , m_turn(random.below(m_runs)) {
        for (std::uint32_t run = 0; run < m_runs; ++run)
            m_start[run] = random.below(lengthOf(run));
    }

    std::uint32_t next() {
        while (m_taken[m_turn] == lengthOf(m_turn))
            advance();
        const std::uint32_t offset = (m_start[m_turn] + m_taken[m_turn]++) % lengthOf(m_turn);
        const std::uint32_t position = beginOf(m_turn) + offset;
        advance();
        return position;
    }

private:
    [[nodiscard]] std::uint32_t beginOf(std::uint32_t run) const {
        return static_cast<std::uint32_t>(std::uint64_t{m_size} * run / m_runs);
    }
    [[nodiscard]] std::uint32_t lengthOf(std::uint32_t run) const { return beginOf(run + 1) - beginOf(run); }
    void advance() { m_turn = (m_turn + 1) % m_runs; }

    std::uint32_t m_size;
    std::uint32_t m_runs;
    std::uint32_t m_turn;
    std::uint32_t m_start[kMaxRuns]{};
    std::uint32_t m_taken[kMaxRuns]{};
};

/// Adds one peer as the asker should see it, unless it is the asker, unreachable, or there already.
bool handOut(const Endpoint& peer, const SelectionRequest& request, bool& rewritten, CompactPeers& out) {
    if (peer == request.asker)
        return false;
    const auto address = announcedAddress(peer.address, request.view);
    if (!address)
        return false;
    const Endpoint shown{*address, peer.port};
    rewritten = rewritten || shown != peer;
    // Endpoints are unique until one is rewritten: then two ways to the same computer may look alike.
    if (rewritten && (shown == request.asker || out.contains(shown)))
        return false;
    out.add(shown);
    return true;
}

template <typename Peer>
std::uint32_t select(
    const PeerList<Peer>& list, std::uint32_t want, const SelectionRequest& request, Random& random,
    CompactPeers& out) {
    const std::uint32_t range = request.leechersOnly ? list.leechers() : list.size();
    if (range == 0 || want == 0)
        return 0;
    RandomRuns runs(range, want, random);
    const std::uint32_t patience = std::min(range, 4 * want + 16);
    std::uint32_t added = 0;
    bool rewritten = false;
    for (std::uint32_t i = 0; i < patience && added < want; ++i) {
        if (handOut(list.at(runs.next()).endpoint(), request, rewritten, out))
            ++added;
    }
    return added;
}

} // namespace

std::uint32_t selectPeers(
    const PeerList<PeerV4>& list, std::uint32_t want, const SelectionRequest& request, Random& random,
    CompactPeers& out) {
    return select(list, want, request, random, out);
}

std::uint32_t selectPeers(
    const PeerList<PeerV6>& list, std::uint32_t want, const SelectionRequest& request, Random& random,
    CompactPeers& out) {
    return select(list, want, request, random, out);
}

} // namespace essaim::tracker
