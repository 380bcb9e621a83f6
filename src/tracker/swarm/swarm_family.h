// The peers of one swarm and one family, in whichever form they are kept.
#pragma once

#include "tracker/random.h"
#include "tracker/swarm/swarm_record.h"

#include <optional>

namespace essaim::tracker {

/// A view for the moment in which the shard is locked. In the small forms leechers come first, then seeds.
template <typename Family>
class SwarmFamily {
public:
    using Key = PeerKey<Family>;
    using Array = PeerArray<Family>;
    using Large = LargeSwarm<Family>;

    SwarmFamily(SwarmRecord& record, SwarmMemory& memory)
        : m_record(record)
        , m_memory(memory) {}

    [[nodiscard]] std::uint32_t leechers() const {
        if (form() == PeerForm::Tables)
            return large().leechers.size();
        return kIsV4 ? m_record.leechersV4 : m_record.leechersV6;
    }
    [[nodiscard]] std::uint32_t seeds() const {
        if (form() == PeerForm::Tables)
            return large().seeds.size();
        return kIsV4 ? m_record.seedsV4 : m_record.seedsV6;
    }
    [[nodiscard]] std::uint32_t size() const { return leechers() + seeds(); }
    [[nodiscard]] std::uint32_t paused() const;

    PutResult put(const Key& key, const PeerUpdate& update, bool mayAdd);
    void remove(const Key& key);
    /// Frees everything.
    void clear();
    /// Leaves the record's own space to both families; false when there is no memory.
    bool leaveInline();

    /// Hands out up to `want` keys as the PeerTable does.
    template <typename Take>
    std::uint32_t select(std::uint32_t want, bool leechersOnly, Random& random, Take&& take) const;

    [[nodiscard]] std::uint32_t parts() const {
        return form() == PeerForm::Tables ? large().leechers.buckets() + large().seeds.buckets() : 1;
    }
    template <typename Visit>
    void visitPart(std::uint32_t part, Visit&& visit);
    void tidy();

private:
    static constexpr bool kIsV4 = Family::kKeySize == FamilyV4::kKeySize;

    [[nodiscard]] PeerForm form() const { return PeerForm(kIsV4 ? m_record.formV4 : m_record.formV6); }
    [[nodiscard]] PeerSlot& slot() const { return kIsV4 ? m_record.slots.v4 : m_record.slots.v6; }
    [[nodiscard]] Large& large() const { return *static_cast<Large*>(slot().tables); }
    [[nodiscard]] static std::uint32_t capacityOf(PeerForm form) {
        constexpr std::uint32_t kCapacities[] = {0, Family::kInline, Family::kHalf, Family::kFull, 0};
        return kCapacities[static_cast<std::size_t>(form)];
    }
    /// Only for the small forms.
    [[nodiscard]] Array array() const {
        auto* bytes = form() == PeerForm::Inline ? m_record.inlined
                      : form() == PeerForm::Half ? m_memory.halves.at(slot().block)
                      : form() == PeerForm::Full ? m_memory.blocks.at(slot().block)
                                                 : nullptr;
        return Array(bytes, capacityOf(form()));
    }
    [[nodiscard]] bool canBeInline() const { return kIsV4 && m_record.formV6 == 0; }

    void setForm(PeerForm form);
    void setCounts(std::uint32_t leechers, std::uint32_t seeds);
    void updateState(PeerState& state, const PeerUpdate& update, bool isNew);
    PutResult putSmall(const Key& key, const PeerUpdate& update, bool mayAdd);
    PutResult putLarge(const Key& key, const PeerUpdate& update, bool mayAdd);
    bool insertSmall(const Key& key, PeerState state, bool isSeed);
    void removeSmall(std::uint32_t at);
    bool insert(const Key& key, PeerState state, bool isSeed);
    /// Moves the peers into another small form that holds them all.
    bool reshape(PeerForm to);
    bool grow();
    bool toTables();
    void shrink();
    void freeSlot(PeerForm form, PeerSlot old);

    SwarmRecord& m_record;
    SwarmMemory& m_memory;
};

template <typename Family>
template <typename Take>
std::uint32_t SwarmFamily<Family>::select(std::uint32_t want, bool leechersOnly, Random& random, Take&& take) const {
    const auto patience = 4 * want + 16;
    const auto all = leechersOnly ? leechers() : size();
    if (all == 0 || want == 0)
        return 0;
    if (form() == PeerForm::Tables) {
        const auto& tables = large();
        if (leechersOnly)
            return tables.leechers.select(want, patience, random, m_memory, take);
        // Each kind in its proportion; what is left of it by chance.
        const auto share = std::uint64_t{want} * tables.leechers.size();
        auto first = static_cast<std::uint32_t>(share / all);
        first += random.below(all) < share % all ? 1 : 0;
        const auto got = tables.leechers.select(first, patience, random, m_memory, take);
        return got + tables.seeds.select(want - first, patience, random, m_memory, take);
    }
    const auto peers = array();
    const auto start = random.below(all);
    const auto seen = std::min(all, patience);
    std::uint32_t taken = 0;
    for (std::uint32_t i = 0; i < seen && taken < want; ++i) {
        const auto at = start + i < all ? start + i : start + i - all;
        taken += take(peers.keyAt(at), 1);
    }
    return taken;
}

template <typename Family>
template <typename Visit>
void SwarmFamily<Family>::visitPart(std::uint32_t part, Visit&& visit) {
    if (form() == PeerForm::Tables) {
        auto& tables = large();
        const auto split = tables.leechers.buckets();
        const auto visitOne = [&](bool isSeed) {
            return [&visit, &tables, isSeed](const std::uint8_t* key, PeerState state) -> std::optional<PeerState> {
                const std::optional<PeerState> after = visit(key, Family::kKeySize, state, isSeed);
                tables.paused -= state.isPaused() && !after ? 1 : 0;
                return after;
            };
        };
        if (part < split)
            tables.leechers.visitBucket(part, m_memory, visitOne(false));
        else if (part - split < tables.seeds.buckets())
            tables.seeds.visitBucket(part - split, m_memory, visitOne(true));
        return;
    }
    // From the end, so that what fills a hole was visited already.
    for (auto at = size(); at > 0; --at) {
        auto peers = array();
        const std::optional<PeerState> after =
            visit(peers.keyAt(at - 1), Family::kKeySize, peers.stateAt(at - 1), at - 1 >= leechers());
        if (after)
            peers.setState(at - 1, *after);
        else
            removeSmall(at - 1);
    }
}

} // namespace essaim::tracker
