// The peers of one swarm and one family, in whichever form they are kept.
#pragma once

#include "tracker/random.h"
#include "tracker/swarm/address_kind.h"
#include "tracker/swarm/swarm_record.h"
#include "tracker/wire/compact_peers.h"

#include <new>
#include <optional>

namespace essaim::tracker {

/// A view for the moment in which the shard is locked. But in tables, leechers come first, then seeds.
template <typename Family>
class SwarmFamily {
public:
    using Key = PeerKey<Family>;
    using Array = PeerArray<Family>;
    using Row = PeerRow<Family>;
    using Large = LargeSwarm<Family>;

    SwarmFamily(SwarmRecord& record, SwarmMemory& memory)
        : m_record(record)
        , m_memory(memory) {}

    [[nodiscard]] std::uint32_t leechers() const {
        if (form() == PeerForm::List)
            return head().leechers;
        if (form() == PeerForm::Tables)
            return large().leechers.size();
        return kIsV4 ? m_record.leechersV4 : m_record.leechersV6;
    }
    [[nodiscard]] std::uint32_t seeds() const {
        if (form() == PeerForm::List)
            return head().seeds;
        if (form() == PeerForm::Tables)
            return large().seeds.size();
        return kIsV4 ? m_record.seedsV4 : m_record.seedsV6;
    }
    [[nodiscard]] std::uint32_t size() const { return leechers() + seeds(); }
    [[nodiscard]] std::uint32_t paused() const;

    /// Which kinds of addresses may be among the peers: a kindBit() for each.
    [[nodiscard]] std::uint32_t kinds() const { return kIsV4 ? m_record.kindsV4 : m_record.kindsV6; }

    PutResult put(const Key& key, const PeerUpdate& update, bool mayAdd);
    void remove(const Key& key);
    /// Frees everything.
    void clear();
    /// Leaves the record's own space to both families; false when there is no memory.
    bool leaveInline();

    /// Hands runs of keys to `take(keys, count)`, which says how many of them count, until `want` did or enough were
    /// seen. Every peer is equally likely to be among them.
    template <typename Take>
    std::uint32_t select(std::uint32_t want, bool leechersOnly, Random& random, Take&& take) const;
    /// Hands the programs of this computer, which are kept under loopback addresses, to `take(key, 1)` until `want`
    /// count: each of them, but in large swarms only the last few that came. IPv4 only.
    template <typename Take>
    std::uint32_t selectOwn(std::uint32_t want, bool leechersOnly, Take&& take) const;
    /// Copies `want` keys, or all that there are, as they are, but never that of the asker. Every other peer is equally
    /// likely to be among them. Returns how many were copied.
    std::uint32_t
    copy(std::uint32_t want, bool leechersOnly, const Key& asker, Random& random, CompactPeers& out) const;

    /// What the next call will read is asked for, level by level: each may be called when what the one before asked
    /// for has come.
    void prefetchFirst() const;
    void prefetchSecond(const Key& key, bool isSeed) const;
    void prefetchThird(const Key& key, bool isSeed) const;

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
        constexpr auto kList = PeerListHead::kBlocks * Family::kFull;
        constexpr std::uint32_t kCapacities[] = {0, Family::kInline, Family::kHalf, Family::kFull, kList, 0};
        return kCapacities[static_cast<std::size_t>(form)];
    }
    /// Only for List.
    [[nodiscard]] PeerListHead& head() const {
        return *std::launder(reinterpret_cast<PeerListHead*>(m_memory.halves.at(slot().block)));
    }
    /// For every form but Tables.
    [[nodiscard]] Row row() const {
        if (form() == PeerForm::List)
            return Row(head(), m_memory);
        auto* bytes = form() == PeerForm::Inline ? m_record.inlined
                      : form() == PeerForm::Half ? m_memory.halves.at(slot().block)
                      : form() == PeerForm::Full ? m_memory.blocks.at(slot().block)
                                                 : nullptr;
        return Row(Array(bytes, capacityOf(form())));
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
    std::uint32_t
    copyRuns(std::uint32_t all, std::uint32_t want, std::uint32_t self, Random& random, CompactPeers& out) const;
    void noteKind(const Key& key);
    static void noteOwn(Large& tables, const Key& key);
    static void forgetOwn(Large& tables, Key key); ///< by value: it may stand in there
    /// Makes room for one peer more in the small forms, changing the form if it must.
    bool grow();
    bool growList();
    /// Moves the peers into another small form, of one array, that holds them all.
    bool reshape(PeerForm to);
    bool toList();
    bool toTables();
    void shrink();
    void fromListToFull();
    void fromTablesToList();
    void freeSlot(PeerForm form, PeerSlot old);
    void freeList(std::uint32_t number);

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
    const auto peers = row();
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
template <typename Take>
std::uint32_t SwarmFamily<Family>::selectOwn(std::uint32_t want, bool leechersOnly, Take&& take) const {
    std::uint32_t taken = 0;
    if (form() == PeerForm::Tables) {
        const auto& tables = large();
        for (std::uint32_t at = 0; at < tables.ownCount; ++at) {
            const Key& key = tables.own[at];
            const auto hash = m_memory.hashOf<Family>(key);
            const bool isThere =
                tables.leechers.find(key, hash, m_memory) || (!leechersOnly && tables.seeds.find(key, hash, m_memory));
            if (isThere && taken < want)
                taken += take(key.data(), 1);
        }
        return taken;
    }
    const auto peers = row();
    const auto all = leechersOnly ? leechers() : size();
    for (std::uint32_t at = 0; at < all && taken < want; ++at) {
        const std::uint8_t* key = peers.keyAt(at);
        if (addressKindV4(key) == AddressKind::Loopback)
            taken += take(key, 1);
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
        auto peers = row();
        const std::optional<PeerState> after =
            visit(peers.keyAt(at - 1), Family::kKeySize, peers.stateAt(at - 1), at - 1 >= leechers());
        if (after)
            peers.setState(at - 1, *after);
        else
            removeSmall(at - 1);
    }
}

} // namespace essaim::tracker
