// Many peers of one swarm, one family and one kind, at hardly more than eight bytes each.
#pragma once

#include "tracker/random.h"
#include "tracker/swarm/swarm_memory.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace essaim::tracker {

/// Hash table of the peers themselves: buckets of about a hundred, each a chain of 128-byte blocks, all full but the
/// first. It grows and shrinks by one bucket at a time (linear hashing), so that nothing ever waits for a rehash. Not
/// thread-safe; the shard that owns it locks. Owns its blocks only in the sense of clear().
template <typename Family>
class PeerTable {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;
    using Key = PeerKey<Family>;
    using Array = PeerArray<Family>;

    struct Position {
        std::uint32_t bucket = kNone;
        std::uint32_t block = 0;
        std::uint32_t at = 0;
        explicit operator bool() const { return bucket != kNone; }
    };

    [[nodiscard]] std::uint32_t size() const { return m_size; }
    [[nodiscard]] std::uint32_t buckets() const { return static_cast<std::uint32_t>(m_buckets.size()); }

    [[nodiscard]] Position find(const Key& key, std::uint64_t hash, const SwarmMemory& memory) const {
        if (m_size == 0)
            return {};
        const KeySearch<Family::kKeySize> search(key);
        const auto bucket = bucketOf(hash, buckets());
        auto block = m_buckets[bucket].first;
        auto count = inFirstBlock(m_buckets[bucket]);
        while (block != kNone) {
            if (const auto at = arrayAt(block, memory).find(search, count); at != Array::kNone)
                return {bucket, block, at};
            block = nextOf(block, memory);
            count = kCapacity;
        }
        return {};
    }
    /// Asks the processor to fetch where the bucket of this hash begins.
    void prefetchBucket(std::uint64_t hash) const {
        if (m_size > 0)
            __builtin_prefetch(&m_buckets[bucketOf(hash, buckets())]);
    }
    /// The same for its first block, once that is there.
    void prefetchBlock(std::uint64_t hash, const SwarmMemory& memory) const {
        if (m_size == 0)
            return;
        if (const auto first = m_buckets[bucketOf(hash, buckets())].first; first != kNone)
            memory.blocks.prefetch(first);
    }
    [[nodiscard]] PeerState stateAt(const Position& position, const SwarmMemory& memory) const {
        return arrayAt(position.block, memory).stateAt(position.at);
    }
    void setState(const Position& position, PeerState state, SwarmMemory& memory) {
        arrayAt(position.block, memory).setState(position.at, state);
    }

    /// The peer must not be in the table. False when there is no memory.
    bool add(const Key& key, std::uint64_t hash, PeerState state, SwarmMemory& memory) {
        if (m_buckets.empty())
            m_buckets.push_back({});
        if (!addTo(m_buckets[bucketOf(hash, buckets())], key, state, memory))
            return false;
        if (++m_size > buckets() * Family::kBucket)
            split(memory);
        return true;
    }
    void remove(const Position& position, SwarmMemory& memory) {
        removeFrom(m_buckets[position.bucket], position.block, position.at, memory);
        --m_size;
        if (buckets() > 1 && m_size < buckets() * Family::kBucket / 2)
            merge(memory);
    }
    void clear(SwarmMemory& memory) {
        for (const auto& bucket : m_buckets)
            freeChain(bucket.first, memory);
        m_buckets = {};
        m_size = 0;
    }

    /// Calls `visit(key, state)` for each peer of a bucket; what it returns is its new state, nothing = drop it. The
    /// table does not shrink before tidy().
    template <typename Visit>
    void visitBucket(std::uint32_t number, SwarmMemory& memory, Visit&& visit) {
        auto& bucket = m_buckets[number];
        // Blocks in their order and each from its end, so that what fills a hole was visited already.
        auto block = bucket.first;
        auto count = inFirstBlock(bucket);
        while (block != kNone) {
            const auto next = nextOf(block, memory);
            for (auto at = count; at > 0; --at) {
                auto array = arrayAt(block, memory);
                const auto state = visit(array.keyAt(at - 1), array.stateAt(at - 1));
                if (state) {
                    array.setState(at - 1, *state);
                } else {
                    removeFrom(bucket, block, at - 1, memory);
                    --m_size;
                }
            }
            block = next;
            count = kCapacity;
        }
    }
    void tidy(SwarmMemory& memory) {
        while (buckets() > 1 && m_size < buckets() * Family::kBucket / 2)
            merge(memory);
    }

    /// Hands runs of keys to `take(keys, count)`, which says how many of them it counts, until `want` are counted or
    /// `patience` were seen. Every peer is equally likely to be among them: runs begin at up to four peers, each
    /// chosen uniformly, and one that reaches the beginning of another goes on where that one ended.
    template <typename Take>
    std::uint32_t
    select(std::uint32_t want, std::uint32_t patience, Random& random, const SwarmMemory& memory, Take&& take) const {
        Selection<Take> selection(*this, memory, take, std::min(patience, m_size));
        return m_size == 0 || want == 0 ? 0 : selection.run(want, random);
    }

private:
    static constexpr std::uint32_t kCapacity = Family::kFull;
    static constexpr std::size_t kBlockSize = 128;
    static constexpr std::size_t kNextOffset = kBlockSize - 4;
    static_assert(Array::bytesFor(kCapacity) <= kNextOffset);

    struct Bucket {
        std::uint32_t first = kNone;
        std::uint32_t count = 0;
    };

    /// A place in the circle of all peers: buckets upwards, within each from its last peer to its first.
    struct Place {
        std::uint32_t bucket = 0;
        std::uint32_t left = 0; ///< peers of the bucket from here on
        [[nodiscard]] bool isBefore(const Place& other) const {
            return bucket != other.bucket ? bucket < other.bucket : left > other.left;
        }
        bool operator==(const Place&) const = default;
    };

    template <typename Take>
    class Selection {
    public:
        Selection(const PeerTable& table, const SwarmMemory& memory, Take& take, std::uint32_t patience)
            : m_table(table)
            , m_memory(memory)
            , m_take(take)
            , m_patience(patience) {}

        std::uint32_t run(std::uint32_t want, Random& random) {
            const std::uint32_t runs = m_table.m_size > 8 * want ? kRuns : 1;
            for (std::uint32_t i = 0; i < runs; ++i)
                m_begin[i] = m_table.randomPlace(random);
            std::sort(
                m_begin.begin(), m_begin.begin() + runs, [](const Place& a, const Place& b) { return a.isBefore(b); });
            auto here = m_begin;
            // Whoever gets one more than the others is chosen by chance: an order would favour a part of the circle.
            const auto luckiest = random.below(runs);
            std::uint32_t taken = 0;
            std::uint32_t due = 0;
            // A second time round for what the last run owed when it met the first.
            for (std::uint32_t i = 0; i < 2 * runs && m_patience > 0 && taken < want; ++i) {
                const auto number = i % runs;
                due += i < runs ? want / runs + ((number + luckiest) % runs < want % runs ? 1 : 0) : 0;
                const bool alone = runs == 1;
                const auto got = walk(here[number], alone ? nullptr : &m_begin[(number + 1) % runs], due);
                taken += got;
                due -= got;
            }
            return taken;
        }

    private:
        static constexpr std::uint32_t kRuns = 4;

        /// From `here` until `want` are taken or `end` is reached.
        std::uint32_t walk(Place& here, const Place* end, std::uint32_t want) {
            std::uint32_t taken = 0;
            while (taken < want && m_patience > 0 && !(end && here == *end)) {
                if (here.left == 0) {
                    here.bucket = (here.bucket + 1) % m_table.buckets();
                    here.left = m_table.m_buckets[here.bucket].count;
                    continue;
                }
                const auto inBlock = (here.left - 1) % kCapacity + 1;
                auto length = std::min({want - taken, m_patience, inBlock});
                if (end && here.bucket == end->bucket && here.left > end->left)
                    length = std::min(length, here.left - end->left);
                const auto array = arrayAt(m_table.blockOf(here.bucket, here.left - 1, m_memory), m_memory);
                taken += m_take(array.keyAt(inBlock - length), length);
                here.left -= length;
                m_patience -= length;
            }
            return taken;
        }

        const PeerTable& m_table;
        const SwarmMemory& m_memory;
        Take& m_take;
        std::uint32_t m_patience;
        std::array<Place, kRuns> m_begin{};
    };

    [[nodiscard]] static Array arrayAt(std::uint32_t block, const SwarmMemory& memory) {
        return Array(memory.blocks.at(block), kCapacity);
    }
    [[nodiscard]] static std::uint32_t nextOf(std::uint32_t block, const SwarmMemory& memory) {
        std::uint32_t next;
        std::memcpy(&next, memory.blocks.at(block) + kNextOffset, sizeof next);
        return next;
    }
    static void setNext(std::uint32_t block, std::uint32_t next, SwarmMemory& memory) {
        std::memcpy(memory.blocks.at(block) + kNextOffset, &next, sizeof next);
    }
    [[nodiscard]] static std::uint32_t inFirstBlock(const Bucket& bucket) {
        return bucket.count == 0 ? 0 : (bucket.count - 1) % kCapacity + 1;
    }

    /// Linear hashing: of the buckets beyond the last power of two, each took half of one before it.
    [[nodiscard]] static std::uint32_t bucketOf(std::uint64_t hash, std::uint32_t buckets) {
        const auto power = std::bit_ceil(buckets);
        const auto at = static_cast<std::uint32_t>(hash) & (power - 1);
        return at < buckets ? at : at & (power / 2 - 1);
    }
    /// The bucket from which the last of `buckets` took its share.
    [[nodiscard]] static std::uint32_t parentOf(std::uint32_t last) { return last - std::bit_floor(last); }

    /// Block that holds the peer with this number, counted from the end of the chain.
    [[nodiscard]] std::uint32_t blockOf(std::uint32_t bucket, std::uint32_t number, const SwarmMemory& memory) const {
        auto block = m_buckets[bucket].first;
        for (auto hops = (m_buckets[bucket].count - 1) / kCapacity - number / kCapacity; hops > 0; --hops)
            block = nextOf(block, memory);
        return block;
    }

    static bool addTo(Bucket& bucket, const Key& key, PeerState state, SwarmMemory& memory) {
        if (bucket.count % kCapacity == 0) {
            const auto block = memory.blocks.allocate();
            if (block == kNone)
                return false;
            setNext(block, bucket.first, memory);
            bucket.first = block;
        }
        arrayAt(bucket.first, memory).set(bucket.count++ % kCapacity, key, state);
        return true;
    }

    /// The last peer of the first block fills the hole.
    static void removeFrom(Bucket& bucket, std::uint32_t block, std::uint32_t at, SwarmMemory& memory) {
        const auto last = inFirstBlock(bucket) - 1;
        arrayAt(block, memory).copyFrom(at, arrayAt(bucket.first, memory), last);
        --bucket.count;
        if (last == 0) {
            const auto empty = bucket.first;
            bucket.first = nextOf(empty, memory);
            memory.blocks.free(empty);
        }
    }

    static void freeChain(std::uint32_t block, SwarmMemory& memory) {
        while (block != kNone) {
            const auto next = nextOf(block, memory);
            memory.blocks.free(block);
            block = next;
        }
    }

    void split(SwarmMemory& memory) {
        const auto last = buckets();
        m_buckets.push_back({});
        auto& from = m_buckets[parentOf(last)];
        auto& to = m_buckets[last];
        auto block = from.first;
        auto count = inFirstBlock(from);
        while (block != kNone) {
            const auto next = nextOf(block, memory);
            for (auto at = count; at > 0; --at) {
                const auto array = arrayAt(block, memory);
                const auto key = array.copyOfKey(at - 1);
                if (bucketOf(memory.hashOf<Family>(key), buckets()) != last)
                    continue;
                if (!addTo(to, key, array.stateAt(at - 1), memory))
                    return undoSplit(memory);
                removeFrom(from, block, at - 1, memory);
            }
            block = next;
            count = kCapacity;
        }
    }
    /// Without memory for two half-empty blocks the buckets stay as they were, and longer.
    void undoSplit(SwarmMemory& memory) { merge(memory); }

    void merge(SwarmMemory& memory) {
        auto last = m_buckets.back();
        auto& into = m_buckets[parentOf(buckets() - 1)];
        while (last.count > 0) {
            const auto array = arrayAt(last.first, memory);
            const auto at = inFirstBlock(last) - 1;
            const auto key = array.copyOfKey(at);
            const auto state = array.stateAt(at);
            removeFrom(last, last.first, at, memory); // first, so that its block can be taken again
            if (!addTo(into, key, state, memory))
                --m_size;
        }
        m_buckets.pop_back();
        if (m_buckets.capacity() > 4 * m_buckets.size())
            m_buckets.shrink_to_fit();
    }

    [[nodiscard]] Place randomPlace(Random& random) const {
        // No bucket is ever much fuller than twice the average; what a longer one holds beyond is found by runs.
        constexpr std::uint32_t kMost = 4 * Family::kBucket;
        for (;;) {
            const auto bucket = random.below(buckets());
            const auto number = random.below(kMost);
            if (number < m_buckets[bucket].count)
                return {bucket, number + 1};
        }
    }

    std::vector<Bucket> m_buckets;
    std::uint32_t m_size = 0;
};

} // namespace essaim::tracker
