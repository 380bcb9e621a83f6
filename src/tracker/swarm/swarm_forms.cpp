// How a swarm's peers move from one form to another as it grows and shrinks.
#include "tracker/swarm/swarm_family.h"

#include <new>

namespace essaim::tracker {

namespace {

/// A swarm that shrinks changes its form a little later than one that grows, so that none goes to and fro.
constexpr std::uint32_t kShrinkNumerator = 3;
constexpr std::uint32_t kShrinkDenominator = 4;

constexpr std::uint32_t kNoBlock = 0xffffffff;

} // namespace

template <typename Family>
void SwarmFamily<Family>::freeSlot(PeerForm form, PeerSlot old) {
    if (form == PeerForm::Half)
        m_memory.halves.free(old.block);
    else if (form == PeerForm::Full)
        m_memory.blocks.free(old.block);
    else if (form == PeerForm::List)
        freeList(old.block);
    else if (form == PeerForm::Tables)
        delete static_cast<Large*>(old.tables);
}

template <typename Family>
void SwarmFamily<Family>::freeList(std::uint32_t number) {
    const auto& list = *std::launder(reinterpret_cast<PeerListHead*>(m_memory.halves.at(number)));
    for (std::uint32_t begin = 0; begin < list.leechers + list.seeds; begin += Family::kFull)
        m_memory.blocks.free(list.blocks[begin / Family::kFull]);
    m_memory.halves.free(number);
}

template <typename Family>
bool SwarmFamily<Family>::reshape(PeerForm to) {
    const auto leecherCount = leechers();
    const auto seedCount = seeds();
    std::array<std::uint8_t, 128> copy;
    Row peers(Array(copy.data(), Family::kFull));
    for (std::uint32_t at = 0; at < leecherCount + seedCount; ++at)
        peers.copyFrom(at, row(), at);
    PeerSlot fresh{};
    if (to == PeerForm::Half)
        fresh.block = m_memory.halves.allocate();
    else if (to == PeerForm::Full)
        fresh.block = m_memory.blocks.allocate();
    if ((to == PeerForm::Half || to == PeerForm::Full) && fresh.block == kNoBlock)
        return false;
    freeSlot(form(), slot());
    if (to != PeerForm::None && to != PeerForm::Inline)
        slot() = fresh;
    setForm(to);
    auto target = row();
    for (std::uint32_t at = 0; at < leecherCount + seedCount; ++at)
        target.copyFrom(at, peers, at);
    return true;
}

template <typename Family>
bool SwarmFamily<Family>::grow() {
    if (size() < capacityOf(form()))
        return form() != PeerForm::List || growList();
    switch (form()) {
    case PeerForm::None:
        return reshape(canBeInline() ? PeerForm::Inline : PeerForm::Half);
    case PeerForm::Inline:
        return reshape(PeerForm::Half);
    case PeerForm::Half:
        return reshape(PeerForm::Full);
    case PeerForm::Full:
        return toList() && growList();
    default:
        return toTables();
    }
}

template <typename Family>
bool SwarmFamily<Family>::growList() {
    if (size() % Family::kFull != 0)
        return true;
    const auto block = m_memory.blocks.allocate();
    head().blocks[size() / Family::kFull] = block;
    return block != kNoBlock;
}

template <typename Family>
bool SwarmFamily<Family>::toList() {
    const auto fresh = m_memory.halves.allocate();
    if (fresh == kNoBlock)
        return false;
    new (m_memory.halves.at(fresh)) PeerListHead{leechers(), seeds(), {slot().block}};
    slot().block = fresh;
    setForm(PeerForm::List);
    return true;
}

template <typename Family>
bool SwarmFamily<Family>::toTables() {
    auto* tables = new (std::nothrow) Large;
    if (!tables)
        return false;
    const auto peers = row();
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
        noteOwn(*tables, key);
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
    } else if (form() == PeerForm::List && fits(PeerForm::Full)) {
        fromListToFull();
    } else if (form() == PeerForm::Tables && fits(PeerForm::List)) {
        fromTablesToList();
    }
}

template <typename Family>
void SwarmFamily<Family>::fromListToFull() {
    const auto old = slot().block;
    const auto was = head();
    m_memory.halves.free(old);
    slot().block = was.blocks[0];
    setForm(PeerForm::Full);
    setCounts(was.leechers, was.seeds);
}

template <typename Family>
void SwarmFamily<Family>::fromTablesToList() {
    const auto fresh = m_memory.halves.allocate();
    if (fresh == kNoBlock)
        return;
    auto* list = new (m_memory.halves.at(fresh)) PeerListHead{};
    const auto blocks = (size() + Family::kFull - 1) / Family::kFull;
    for (std::uint32_t i = 0; i < blocks; ++i) {
        list->blocks[i] = m_memory.blocks.allocate();
        if (list->blocks[i] == kNoBlock) { // it stays as it is
            while (i > 0)
                m_memory.blocks.free(list->blocks[--i]);
            return m_memory.halves.free(fresh);
        }
    }
    auto* tables = &large();
    slot().block = fresh;
    setForm(PeerForm::List);
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

template class SwarmFamily<FamilyV4>;
template class SwarmFamily<FamilyV6>;

} // namespace essaim::tracker
