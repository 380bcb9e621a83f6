// The peers of a small or middling swarm, numbered from 0 on.
#pragma once

#include "tracker/swarm/swarm_memory.h"

#include <algorithm>

namespace essaim::tracker {

/// Peers of a swarm that outgrew one block: how many, and in which blocks. 64 bytes; every block but the last is full,
/// so that the place of a peer follows from its number, and all of them can be fetched at once.
struct PeerListHead {
    static constexpr std::uint32_t kBlocks = 14;

    std::uint32_t leechers;
    std::uint32_t seeds;
    std::uint32_t blocks[kBlocks];
};

/// A view of peers in one array or in the blocks of a list. Valid while the shard is locked.
template <typename Family>
class PeerRow {
public:
    using Array = PeerArray<Family>;
    using Key = PeerKey<Family>;
    static constexpr std::uint32_t kNone = kNoKey;

    explicit PeerRow(const Array& array)
        : m_array(array) {}
    PeerRow(const PeerListHead& head, const SwarmMemory& memory)
        : m_array(nullptr, Family::kFull)
        , m_blocks(head.blocks)
        , m_memory(&memory) {}

    [[nodiscard]] const std::uint8_t* keyAt(std::uint32_t i) const { return arrayOf(i).keyAt(i % Family::kFull); }
    [[nodiscard]] Key copyOfKey(std::uint32_t i) const { return arrayOf(i).copyOfKey(i % Family::kFull); }
    [[nodiscard]] PeerState stateAt(std::uint32_t i) const { return arrayOf(i).stateAt(i % Family::kFull); }
    void setState(std::uint32_t i, PeerState state) { arrayOf(i).setState(i % Family::kFull, state); }
    void set(std::uint32_t i, const Key& key, PeerState state) { arrayOf(i).set(i % Family::kFull, key, state); }
    void copyFrom(std::uint32_t to, const PeerRow& source, std::uint32_t from) {
        arrayOf(to).copyFrom(to % Family::kFull, source.arrayOf(from), from % Family::kFull);
    }
    /// Among the first `count`; kNone if it is not there.
    [[nodiscard]] std::uint32_t find(const Key& key, std::uint32_t count) const {
        const KeySearch<Family::kKeySize> search(key);
        for (std::uint32_t begin = 0; begin < count; begin += Family::kFull) {
            const auto at = arrayOf(begin).find(search, std::min(count - begin, Family::kFull));
            if (at != kNone)
                return begin + at;
        }
        return kNone;
    }
    /// How many of the first `count` are paused.
    [[nodiscard]] std::uint32_t paused(std::uint32_t count) const {
        std::uint32_t sum = 0;
        for (std::uint32_t begin = 0; begin < count; begin += Family::kFull)
            sum += arrayOf(begin).paused(std::min(count - begin, Family::kFull));
        return sum;
    }
    /// Calls `take(keys, how many)` for the peers from `begin` up to `end`, as many at once as lie side by side.
    template <typename Take>
    void forRuns(std::uint32_t begin, std::uint32_t end, Take&& take) const {
        while (begin < end) {
            const auto length = std::min(end - begin, Family::kFull - begin % Family::kFull);
            take(keyAt(begin), length);
            begin += length;
        }
    }

private:
    [[nodiscard]] Array arrayOf(std::uint32_t i) const {
        return m_blocks ? Array(m_memory->blocks.at(m_blocks[i / Family::kFull]), Family::kFull) : m_array;
    }

    Array m_array;
    const std::uint32_t* m_blocks = nullptr;
    const SwarmMemory* m_memory = nullptr;
};

} // namespace essaim::tracker
