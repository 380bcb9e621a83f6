#include "tracker/swarm/swarm_family.h"

#include <new>

namespace essaim::tracker {

namespace {

/// A swarm that shrinks changes its form a little later than one that grows, so that none goes to and fro.
constexpr std::uint32_t kShrinkNumerator = 3;
constexpr std::uint32_t kShrinkDenominator = 4;

} // namespace

template <typename Family>
std::uint32_t SwarmFamily<Family>::paused() const {
    if (form() == PeerForm::Tables)
        return large().paused;
    std::uint32_t count = 0;
    const auto peers = array();
    for (std::uint32_t at = 0; at < leechers(); ++at)
        count += peers.stateAt(at).isPaused() ? 1 : 0;
    return count;
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
    auto peers = array();
    const auto at = peers.find(key, size());
    PeerState state;
    const bool isNew = at == Array::kNone;
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
        account(state, true);
    }
    if (expected.add(key, hash, state, m_memory))
        return PutResult::Done;
    tables.paused -= state.isPaused() ? 1 : 0;
    return PutResult::NoMemory;
}

template <typename Family>
void SwarmFamily<Family>::remove(const Key& key) {
    if (form() != PeerForm::Tables) {
        if (const auto at = array().find(key, size()); at != Array::kNone)
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
    if constexpr (kIsV4) {
        m_record.leechersV4 = leechers & 31;
        m_record.seedsV4 = seeds & 31;
    } else {
        m_record.leechersV6 = leechers & 7;
        m_record.seedsV6 = seeds & 7;
    }
}

template <typename Family>
bool SwarmFamily<Family>::insert(const Key& key, PeerState state, bool isSeed) {
    if (form() != PeerForm::Tables && size() == capacityOf(form()) && !grow())
        return false;
    if (form() != PeerForm::Tables)
        return insertSmall(key, state, isSeed);
    auto& tables = large();
    if (!(isSeed ? tables.seeds : tables.leechers).add(key, m_memory.hashOf<Family>(key), state, m_memory))
        return false;
    tables.paused += state.isPaused() ? 1 : 0;
    return true;
}

template <typename Family>
bool SwarmFamily<Family>::insertSmall(const Key& key, PeerState state, bool isSeed) {
    auto peers = array();
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
    auto peers = array();
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
}

template <typename Family>
void SwarmFamily<Family>::freeSlot(PeerForm form, PeerSlot old) {
    if (form == PeerForm::Half)
        m_memory.halves.free(old.block);
    else if (form == PeerForm::Full)
        m_memory.blocks.free(old.block);
    else if (form == PeerForm::Tables)
        delete static_cast<Large*>(old.tables);
}

template <typename Family>
bool SwarmFamily<Family>::reshape(PeerForm to) {
    const auto leecherCount = leechers();
    const auto seedCount = seeds();
    std::array<std::uint8_t, 128> copy;
    Array peers(copy.data(), Family::kFull);
    for (std::uint32_t at = 0; at < leecherCount + seedCount; ++at)
        peers.copyFrom(at, array(), at);
    PeerSlot fresh{};
    if (to == PeerForm::Half)
        fresh.block = m_memory.halves.allocate();
    else if (to == PeerForm::Full)
        fresh.block = m_memory.blocks.allocate();
    if ((to == PeerForm::Half || to == PeerForm::Full) && fresh.block == BlockPool<64, 1024>::kNone)
        return false;
    freeSlot(form(), slot());
    if (to != PeerForm::None && to != PeerForm::Inline)
        slot() = fresh;
    setForm(to);
    auto target = array();
    for (std::uint32_t at = 0; at < leecherCount + seedCount; ++at)
        target.copyFrom(at, peers, at);
    return true;
}

template <typename Family>
bool SwarmFamily<Family>::grow() {
    switch (form()) {
    case PeerForm::None:
        return reshape(canBeInline() ? PeerForm::Inline : PeerForm::Half);
    case PeerForm::Inline:
        return reshape(PeerForm::Half);
    case PeerForm::Half:
        return reshape(PeerForm::Full);
    default:
        return toTables();
    }
}

template <typename Family>
bool SwarmFamily<Family>::toTables() {
    auto* tables = new (std::nothrow) Large;
    if (!tables)
        return false;
    const auto peers = array();
    for (std::uint32_t at = 0; at < size(); ++at) {
        const auto key = peers.copyOfKey(at);
        const auto state = peers.stateAt(at);
        auto& table = at < leechers() ? tables->leechers : tables->seeds;
        if (!table.add(key, m_memory.hashOf<Family>(key), state, m_memory)) {
            tables->leechers.clear(m_memory);
            tables->seeds.clear(m_memory);
            delete tables;
            return false;
        }
        tables->paused += state.isPaused() ? 1 : 0;
    }
    freeSlot(form(), slot());
    slot().tables = tables;
    setForm(PeerForm::Tables);
    return true;
}

template <typename Family>
void SwarmFamily<Family>::shrink() {
    const auto fits = [this](PeerForm other) {
        return size() <= capacityOf(other) * kShrinkNumerator / kShrinkDenominator;
    };
    if (size() == 0)
        return clear();
    if (form() == PeerForm::Full && fits(PeerForm::Half)) {
        reshape(PeerForm::Half);
    } else if (form() == PeerForm::Half && canBeInline() && fits(PeerForm::Inline)) {
        reshape(PeerForm::Inline);
    } else if (form() == PeerForm::Tables && fits(PeerForm::Full)) {
        const auto block = m_memory.blocks.allocate();
        if (block == BlockPool<128, 512>::kNone)
            return;
        auto* tables = &large();
        slot().block = block;
        setForm(PeerForm::Full);
        setCounts(0, 0);
        for (const bool isSeed : {false, true}) {
            auto& table = isSeed ? tables->seeds : tables->leechers;
            for (std::uint32_t bucket = 0; bucket < table.buckets(); ++bucket)
                table.visitBucket(bucket, m_memory, [&](const std::uint8_t* bytes, PeerState state) {
                    Key key;
                    std::memcpy(key.data(), bytes, key.size());
                    insertSmall(key, state, isSeed);
                    return std::optional(state);
                });
            table.clear(m_memory);
        }
        delete tables;
    }
}

template class SwarmFamily<FamilyV4>;
template class SwarmFamily<FamilyV6>;

} // namespace essaim::tracker
