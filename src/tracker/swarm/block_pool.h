// Memory for many small blocks of one size, named by 32-bit numbers.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace essaim::tracker {

/// Blocks lie in chunks taken from the system page by page, without the headers and the slack of malloc(). Freed ones
/// are used again; when none is in use the chunks are given back. Not thread-safe; the shard that owns it locks.
template <std::size_t BlockSize, std::size_t BlocksPerChunk>
class BlockPool {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;
    static_assert(BlockSize * BlocksPerChunk % 4096 == 0 && (BlocksPerChunk & (BlocksPerChunk - 1)) == 0);

    BlockPool() = default;
    BlockPool(const BlockPool&) = delete;
    BlockPool& operator=(const BlockPool&) = delete;
    ~BlockPool() { release(); }

    /// A block of zeros or of what was in it before; kNone when the system has no memory left.
    [[nodiscard]] std::uint32_t allocate() {
        if (m_firstFree != kNone) {
            const auto id = m_firstFree;
            std::memcpy(&m_firstFree, at(id), sizeof m_firstFree);
            ++m_used;
            return id;
        }
        if (m_end == m_chunks.size() * BlocksPerChunk && !addChunk())
            return kNone;
        ++m_used;
        return m_end++;
    }
    /// Writes over the first four bytes of the block and nothing else of it.
    void free(std::uint32_t id) {
        std::memcpy(at(id), &m_firstFree, sizeof m_firstFree);
        m_firstFree = id;
        if (--m_used == 0)
            release();
    }
    [[nodiscard]] std::uint8_t* at(std::uint32_t id) const {
        return m_chunks[id / BlocksPerChunk] + id % BlocksPerChunk * BlockSize;
    }
    /// Asks the processor to fetch the block, or the first bytes of it, before they are needed.
    void prefetch(std::uint32_t id, std::size_t bytes = BlockSize) const {
        const auto* block = at(id);
        __builtin_prefetch(block);
        for (std::size_t end = 64; end < bytes; end += 64)
            __builtin_prefetch(block + end);
        if constexpr (BlockSize % 64 != 0) // it may lie across two lines
            __builtin_prefetch(block + bytes - 1);
    }
    /// One past the highest number ever given.
    [[nodiscard]] std::uint32_t end() const { return m_end; }
    [[nodiscard]] std::uint32_t used() const { return m_used; }

private:
    static constexpr std::size_t kChunkBytes = BlockSize * BlocksPerChunk;

    bool addChunk() {
        void* memory = ::mmap(nullptr, kChunkBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED)
            return false;
        m_chunks.push_back(static_cast<std::uint8_t*>(memory));
        return true;
    }
    void release() {
        for (auto* chunk : m_chunks)
            ::munmap(chunk, kChunkBytes);
        m_chunks.clear();
        m_chunks.shrink_to_fit();
        m_end = 0;
        m_firstFree = kNone;
    }

    std::vector<std::uint8_t*> m_chunks;
    std::uint32_t m_end = 0;
    std::uint32_t m_used = 0;
    std::uint32_t m_firstFree = kNone;
};

} // namespace essaim::tracker
