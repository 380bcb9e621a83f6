// Finds the swarms of one shard by their info-hash.
#pragma once

#include "tracker/swarm/swarm.h"

#include <array>
#include <bit>
#include <memory>
#include <vector>

namespace essaim::tracker {

/// Chained hash table of records, which lie in the shard's pool. It grows and shrinks by one chain at a time (linear
/// hashing), so that no announce waits for a rehash. Not thread-safe; the shard that owns it locks.
class SwarmTable {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    explicit SwarmTable(SwarmMemory& memory)
        : m_memory(memory) {}

    [[nodiscard]] std::uint32_t size() const { return m_size; }
    [[nodiscard]] SwarmRecord& at(std::uint32_t id) const {
        return *std::launder(reinterpret_cast<SwarmRecord*>(m_memory.records.at(id)));
    }
    /// One past the highest number of a record; those between may be not live.
    [[nodiscard]] std::uint32_t end() const { return m_memory.records.end(); }

    /// Whether that is the number of this hash's record; any number will do.
    [[nodiscard]] bool isAt(std::uint32_t id, const Sha1Hash& infoHash) const {
        return id < end() && at(id).isLive && isSame(at(id).infoHash, infoHash);
    }
    /// What find() will read is asked for, level by level: the second when what the first asked for has come.
    void prefetchChain(std::uint64_t hash) const {
        if (m_chains > 0)
            __builtin_prefetch(chain(chainOf(hash)));
    }
    void prefetchRecord(std::uint64_t hash) const {
        if (m_chains == 0)
            return;
        if (const auto id = *chain(chainOf(hash)); id != kNone)
            m_memory.records.prefetch(id);
    }
    /// The record's number, or kNone.
    [[nodiscard]] std::uint32_t find(const Sha1Hash& infoHash, std::uint64_t hash) const {
        if (m_chains == 0)
            return kNone;
        auto id = *chain(chainOf(hash));
        while (id != kNone && !isSame(at(id).infoHash, infoHash))
            id = at(id).next;
        return id;
    }
    /// The hash must not be there. kNone when there is no memory. `hash` is hashOf(infoHash).
    template <typename HashOf>
    std::uint32_t add(const Sha1Hash& infoHash, std::uint64_t hash, HashOf&& hashOf) {
        if (m_size >= m_chains && !addChain(hashOf))
            return kNone;
        const auto id = m_memory.records.allocate();
        if (id == kNone)
            return kNone;
        Swarm::create(*new (m_memory.records.at(id)) SwarmRecord, infoHash);
        auto* head = chain(chainOf(hash));
        at(id).next = *head;
        *head = id;
        ++m_size;
        return id;
    }
    /// Drops the swarm and its peers.
    template <typename HashOf>
    void remove(std::uint32_t id, HashOf&& hashOf) {
        auto* link = chain(chainOf(hashOf(at(id).infoHash)));
        while (*link != id)
            link = &at(*link).next;
        *link = at(id).next;
        Swarm(at(id), m_memory).destroy();
        m_memory.records.free(id);
        --m_size;
        if (m_size == 0) {
            m_segments.clear();
            m_chains = 0;
        } else if (m_size < m_chains / 2 && m_chains > kSegment) {
            removeChain();
        }
    }

private:
    static constexpr std::uint32_t kSegment = 256;
    using Segment = std::array<std::uint32_t, kSegment>;

    /// Three words, where the comparison of arrays makes a call.
    [[nodiscard]] static bool isSame(const Sha1Hash& a, const Sha1Hash& b) {
        const auto word = [](const Sha1Hash& hash, std::size_t at) {
            std::uint64_t value;
            std::memcpy(&value, hash.bytes.data() + at, sizeof value);
            return value;
        };
        return word(a, 0) == word(b, 0) && word(a, 8) == word(b, 8) && word(a, 12) == word(b, 12);
    }
    [[nodiscard]] std::uint32_t* chain(std::uint32_t number) const {
        return &(*m_segments[number / kSegment])[number % kSegment];
    }
    [[nodiscard]] std::uint32_t chainOf(std::uint64_t hash) const {
        const auto power = std::bit_ceil(m_chains);
        const auto number = static_cast<std::uint32_t>(hash) & (power - 1);
        return number < m_chains ? number : number & (power / 2 - 1);
    }

    template <typename HashOf>
    bool addChain(HashOf&& hashOf) {
        if (m_chains % kSegment == 0) {
            auto segment = std::make_unique<Segment>();
            segment->fill(kNone);
            m_segments.push_back(std::move(segment));
        }
        const auto last = m_chains++;
        if (last == 0)
            return true;
        // What belongs to the new chain was in the one that shares its lower bits.
        auto* link = chain(last - std::bit_floor(last));
        auto* target = chain(last);
        *target = kNone;
        while (*link != kNone) {
            auto& record = at(*link);
            if (chainOf(hashOf(record.infoHash)) != last) {
                link = &record.next;
                continue;
            }
            const auto id = *link;
            *link = record.next;
            record.next = *target;
            *target = id;
        }
        return true;
    }

    void removeChain() {
        const auto last = --m_chains;
        auto* link = chain(last - std::bit_floor(last));
        while (*link != kNone)
            link = &at(*link).next;
        *link = *chain(last);
        if (m_chains % kSegment == 0)
            m_segments.pop_back();
    }

    SwarmMemory& m_memory;
    std::vector<std::unique_ptr<Segment>> m_segments;
    std::uint32_t m_chains = 0;
    std::uint32_t m_size = 0;
};

} // namespace essaim::tracker
