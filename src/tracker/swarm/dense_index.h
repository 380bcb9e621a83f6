// Open-addressed table from hashes to positions in an array that its user owns.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace essaim::tracker {

/// Finds elements of a dense array by key in constant time. It stores only 32-bit positions; keys and hashes stay
/// with the array. Linear probing, load at most 3/4, deletion by shifting back (no tombstones).
class DenseIndex {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    /// Position whose element satisfies `matches(position)`, or kNone.
    template <typename Matches>
    [[nodiscard]] std::uint32_t find(std::uint64_t hash, Matches&& matches) const {
        if (m_slots.empty())
            return kNone;
        for (std::size_t i = hash & mask();; i = (i + 1) & mask()) {
            if (m_slots[i] == kNone || matches(m_slots[i]))
                return m_slots[i];
        }
    }

    /// `hashAt(position)` gives the hash of an element that is indexed already; it is asked when the table grows.
    template <typename HashAt>
    void insert(std::uint64_t hash, std::uint32_t position, HashAt&& hashAt) {
        if ((m_used + 1) * 4 > m_slots.size() * 3)
            grow(hashAt);
        place(hash, position);
        ++m_used;
    }

    template <typename HashAt>
    void erase(std::uint64_t hash, std::uint32_t position, HashAt&& hashAt) {
        std::size_t hole = slotOf(hash, position);
        for (std::size_t i = (hole + 1) & mask(); m_slots[i] != kNone; i = (i + 1) & mask()) {
            const std::size_t home = hashAt(m_slots[i]) & mask();
            // The element may move back only if the hole lies between its home and its slot.
            if (((i - home) & mask()) >= ((i - hole) & mask())) {
                m_slots[hole] = m_slots[i];
                hole = i;
            }
        }
        m_slots[hole] = kNone;
        --m_used;
    }

    /// The element was moved inside its array.
    void relocate(std::uint64_t hash, std::uint32_t from, std::uint32_t to) { m_slots[slotOf(hash, from)] = to; }

private:
    [[nodiscard]] std::size_t mask() const { return m_slots.size() - 1; }

    [[nodiscard]] std::size_t slotOf(std::uint64_t hash, std::uint32_t position) const {
        std::size_t i = hash & mask();
        while (m_slots[i] != position)
            i = (i + 1) & mask();
        return i;
    }

    void place(std::uint64_t hash, std::uint32_t position) {
        std::size_t i = hash & mask();
        while (m_slots[i] != kNone)
            i = (i + 1) & mask();
        m_slots[i] = position;
    }

    template <typename HashAt>
    void grow(HashAt&& hashAt) {
        const auto old = std::move(m_slots);
        m_slots.assign(std::max<std::size_t>(8, old.size() * 2), kNone);
        for (const auto position : old) {
            if (position != kNone)
                place(hashAt(position), position);
        }
    }

    std::vector<std::uint32_t> m_slots; // a power of two
    std::size_t m_used = 0;
};

} // namespace essaim::tracker
