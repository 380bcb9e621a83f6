#include "tracker/swarm/swarm_family.h"

#include "tracker/swarm/address_kind.h"

#include <algorithm>

namespace essaim::tracker {

template <typename Family>
std::uint32_t SwarmFamily<Family>::paused() const {
    if (form() == PeerForm::Tables)
        return large().paused;
    return form() == PeerForm::None ? 0 : row().paused(leechers());
}

template <typename Family>
void SwarmFamily<Family>::updateState(PeerState& state, const PeerUpdate& update, bool isNew) {
    state.touch(update.tick);
    state.setPaused(update.isPaused && !update.isSeed);
    if (update.isSeed && update.justCompleted && !state.hasCompleted())
        ++m_record.completed;
    // Who arrives as a seed has nothing left to complete, whatever it repeats later.
    if (update.isSeed && (update.justCompleted || isNew))
        state.setCompleted(true);
}

template <typename Family>
PutResult SwarmFamily<Family>::put(const Key& key, const PeerUpdate& update, bool mayAdd) {
    return form() == PeerForm::Tables ? putLarge(key, update, mayAdd) : putSmall(key, update, mayAdd);
}

template <typename Family>
PutResult SwarmFamily<Family>::putSmall(const Key& key, const PeerUpdate& update, bool mayAdd) {
    auto peers = row();
    const auto at = peers.find(key, size());
    PeerState state;
    const bool isNew = at == Row::kNone;
    if (!isNew) {
        state = peers.stateAt(at);
        updateState(state, update, false);
        if ((at >= leechers()) == update.isSeed) {
            peers.setState(at, state);
            return PutResult::Done;
        }
        removeSmall(at);
    } else {
        if (!mayAdd)
            return PutResult::NotThere;
        updateState(state, update, true);
    }
    return insert(key, state, update.isSeed) ? PutResult::Done : PutResult::NoMemory;
}

template <typename Family>
PutResult SwarmFamily<Family>::putLarge(const Key& key, const PeerUpdate& update, bool mayAdd) {
    auto& tables = large();
    auto& expected = update.isSeed ? tables.seeds : tables.leechers;
    auto& other = update.isSeed ? tables.leechers : tables.seeds;
    const auto hash = m_memory.hashOf<Family>(key);
    PeerState state;
    const auto account = [&](PeerState before, bool isNew) {
        updateState(state, update, isNew);
        tables.paused += (state.isPaused() ? 1U : 0U) - (before.isPaused() ? 1U : 0U);
    };
    if (const auto position = expected.find(key, hash, m_memory)) {
        state = expected.stateAt(position, m_memory);
        account(state, false);
        expected.setState(position, state, m_memory);
        return PutResult::Done;
    }
    if (const auto position = other.find(key, hash, m_memory)) {
        state = other.stateAt(position, m_memory);
        other.remove(position, m_memory);
        account(state, false);
    } else {
        if (!mayAdd)
            return PutResult::NotThere;
        noteKind(key);
        account(state, true);
    }
    if (expected.add(key, hash, state, m_memory)) {
        noteOwn(tables, key);
        return PutResult::Done;
    }
    tables.paused -= state.isPaused() ? 1 : 0;
    return PutResult::NoMemory;
}

template <typename Family>
void SwarmFamily<Family>::remove(const Key& key) {
    if (form() != PeerForm::Tables) {
        if (const auto at = row().find(key, size()); at != Row::kNone)
            removeSmall(at);
        return shrink();
    }
    auto& tables = large();
    const auto hash = m_memory.hashOf<Family>(key);
    for (auto* table : {&tables.leechers, &tables.seeds}) {
        if (const auto position = table->find(key, hash, m_memory)) {
            tables.paused -= table->stateAt(position, m_memory).isPaused() ? 1 : 0;
            table->remove(position, m_memory);
            break;
        }
    }
    forgetOwn(tables, key);
    shrink();
}

template <typename Family>
void SwarmFamily<Family>::clear() {
    if (form() == PeerForm::Tables) {
        large().leechers.clear(m_memory);
        large().seeds.clear(m_memory);
    }
    freeSlot(form(), slot());
    setForm(PeerForm::None);
    setCounts(0, 0);
    if constexpr (kIsV4)
        m_record.kindsV4 = 0;
    else
        m_record.kindsV6 = 0;
}

template <typename Family>
void SwarmFamily<Family>::noteKind(const Key& key) {
    if constexpr (kIsV4)
        m_record.kindsV4 |= kindBit(addressKindV4(key.data())) & 15;
    else
        m_record.kindsV6 |= kindBit(addressKindV6(key.data())) & 15;
}

template <typename Family>
void SwarmFamily<Family>::noteOwn(Large& tables, const Key& key) {
    if constexpr (kIsV4) {
        if (addressKindV4(key.data()) != AddressKind::Loopback)
            return;
        forgetOwn(tables, key);
        if (tables.ownCount == tables.own.size())
            forgetOwn(tables, tables.own.front());
        tables.own[tables.ownCount++] = key;
    }
}

template <typename Family>
void SwarmFamily<Family>::forgetOwn(Large& tables, Key key) {
    const auto end = tables.own.begin() + tables.ownCount;
    tables.ownCount = static_cast<std::uint32_t>(std::remove(tables.own.begin(), end, key) - tables.own.begin());
}

template <typename Family>
void SwarmFamily<Family>::tidy() {
    if (form() == PeerForm::Tables) {
        large().leechers.tidy(m_memory);
        large().seeds.tidy(m_memory);
    }
    shrink();
}

template <typename Family>
bool SwarmFamily<Family>::leaveInline() {
    return form() != PeerForm::Inline || reshape(PeerForm::Half);
}

template <typename Family>
void SwarmFamily<Family>::setForm(PeerForm form) {
    if constexpr (kIsV4)
        m_record.formV4 = static_cast<std::uint32_t>(form) & 7;
    else
        m_record.formV6 = static_cast<std::uint32_t>(form) & 7;
}

template <typename Family>
void SwarmFamily<Family>::setCounts(std::uint32_t leechers, std::uint32_t seeds) {
    if (form() == PeerForm::List) {
        head().leechers = leechers;
        head().seeds = seeds;
    } else if constexpr (kIsV4) {
        m_record.leechersV4 = leechers & 31;
        m_record.seedsV4 = seeds & 31;
    } else {
        m_record.leechersV6 = leechers & 7;
        m_record.seedsV6 = seeds & 7;
    }
}

template <typename Family>
bool SwarmFamily<Family>::insert(const Key& key, PeerState state, bool isSeed) {
    if (form() != PeerForm::Tables && !grow())
        return false;
    noteKind(key);
    if (form() != PeerForm::Tables)
        return insertSmall(key, state, isSeed);
    auto& tables = large();
    if (!(isSeed ? tables.seeds : tables.leechers).add(key, m_memory.hashOf<Family>(key), state, m_memory))
        return false;
    noteOwn(tables, key);
    tables.paused += state.isPaused() ? 1 : 0;
    return true;
}

template <typename Family>
bool SwarmFamily<Family>::insertSmall(const Key& key, PeerState state, bool isSeed) {
    auto peers = row();
    const auto end = size();
    const auto seedsBegin = leechers();
    if (isSeed) {
        peers.set(end, key, state);
        setCounts(seedsBegin, end - seedsBegin + 1);
        return true;
    }
    if (seedsBegin != end) // the first seed makes room
        peers.copyFrom(end, peers, seedsBegin);
    peers.set(seedsBegin, key, state);
    setCounts(seedsBegin + 1, end - seedsBegin);
    return true;
}

template <typename Family>
void SwarmFamily<Family>::removeSmall(std::uint32_t at) {
    auto peers = row();
    const auto last = size() - 1;
    auto seedsBegin = leechers();
    if (at < seedsBegin) {
        --seedsBegin;
        if (at != seedsBegin)
            peers.copyFrom(at, peers, seedsBegin);
        at = seedsBegin;
    }
    if (at != last)
        peers.copyFrom(at, peers, last);
    setCounts(seedsBegin, last - seedsBegin);
    if (form() == PeerForm::List && last % Family::kFull == 0)
        m_memory.blocks.free(head().blocks[last / Family::kFull]);
}

template <typename Family>
std::uint32_t SwarmFamily<Family>::copy(
    std::uint32_t want, bool leechersOnly, const Key& asker, Random& random, CompactPeers& out) const {
    if (form() != PeerForm::Tables) {
        const auto all = leechersOnly ? leechers() : size();
        return copyRuns(all, want, row().find(asker, all), random, out);
    }
    const KeySearch<Family::kKeySize> search(asker);
    return select(want, leechersOnly, random, [&](const std::uint8_t* keys, std::uint32_t count) {
        const auto self = search.in(keys, count, count);
        const auto before = std::min(self, count);
        out.addKeys<Family::kKeySize>(keys, before);
        if (self == kNoKey)
            return count;
        out.addKeys<Family::kKeySize>(keys + (before + 1) * Family::kKeySize, count - before - 1);
        return count - 1;
    });
}

/// Peers stand in a circle, without the asker. Four runs of it with gaps between them, each as long as chance wills,
/// begin anywhere: so everybody is as likely to be in a run as everybody else, and answers differ in whom they mix.
template <typename Family>
std::uint32_t SwarmFamily<Family>::copyRuns(
    std::uint32_t all, std::uint32_t want, std::uint32_t self, Random& random, CompactPeers& out) const {
    constexpr std::uint32_t kRuns = 4;
    const auto peers = row();
    const auto others = all - (self < all ? 1 : 0);
    want = std::min(want, others);
    const auto add = [&](const std::uint8_t* keys, std::uint32_t count) { out.addKeys<Family::kKeySize>(keys, count); };
    const auto addFrom = [&](std::uint32_t begin, std::uint32_t end) { // numbers in the circle
        const auto before = std::min(std::max(begin, self), end);
        peers.forRuns(begin, before, add);
        peers.forRuns(before + 1, end + 1, add);
    };
    auto left = others - want; // to be passed over
    auto at = random.below(others);
    for (std::uint32_t run = 0; run < kRuns && want > 0; ++run) {
        const auto length = want * (run + 1) / kRuns - want * run / kRuns;
        addFrom(at, std::min(at + length, others));
        if (at + length > others)
            addFrom(0, at + length - others);
        const auto gap = random.below(left + 1);
        left -= gap;
        at = (at + length + gap) % others;
    }
    return want;
}

template <typename Family>
void SwarmFamily<Family>::prefetchFirst() const {
    if (form() == PeerForm::Half || form() == PeerForm::List)
        m_memory.halves.prefetch(slot().block);
    else if (form() == PeerForm::Full)
        m_memory.blocks.prefetch(slot().block);
    else if (form() == PeerForm::Tables)
        for (std::size_t at = 0; at < sizeof(Large); at += 64)
            __builtin_prefetch(static_cast<const char*>(slot().tables) + at);
}

template <typename Family>
void SwarmFamily<Family>::prefetchSecond(const Key& key, bool isSeed) const {
    if (form() == PeerForm::List) {
        for (std::uint32_t begin = 0; begin < size(); begin += Family::kFull)
            m_memory.blocks.prefetch(head().blocks[begin / Family::kFull]);
    } else if (form() == PeerForm::Tables) {
        (isSeed ? large().seeds : large().leechers).prefetchBucket(m_memory.hashOf<Family>(key));
    }
}

template <typename Family>
void SwarmFamily<Family>::prefetchThird(const Key& key, bool isSeed) const {
    if (form() == PeerForm::Tables)
        (isSeed ? large().seeds : large().leechers).prefetchBlock(m_memory.hashOf<Family>(key), m_memory);
}

template class SwarmFamily<FamilyV4>;
template class SwarmFamily<FamilyV6>;

} // namespace essaim::tracker
