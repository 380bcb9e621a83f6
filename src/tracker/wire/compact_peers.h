// Peers of one answer in the compact forms of BEP 7, 15 and 23.
#pragma once

#include "core/endpoint.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace essaim::tracker {

/// Memory in which answers are written one behind the other, so that many of them lie on few pages. The caller's.
class AnswerMemory {
public:
    void use(std::span<std::uint8_t> memory) { m_rest = memory; }
    [[nodiscard]] std::span<std::uint8_t> rest() const { return m_rest; }
    /// So many bytes of rest() are an answer; returns them.
    std::span<std::uint8_t> take(std::size_t size) {
        const auto answer = m_rest.first(std::min(size, m_rest.size()));
        m_rest = m_rest.subspan(std::min((size + 7) / 8 * 8, m_rest.size()));
        return answer;
    }

private:
    std::span<std::uint8_t> m_rest;
};

/// Collects 6-byte IPv4 and 18-byte IPv6 entries: in memory of its own, which it uses again from answer to answer, so
/// that it stops allocating; or where the answer will stand.
class CompactPeers {
public:
    static constexpr std::size_t kV4Size = 6;
    static constexpr std::size_t kV6Size = 18;

    CompactPeers() = default;
    CompactPeers(const CompactPeers&) = delete;
    CompactPeers& operator=(const CompactPeers&) = delete;
    /// From now on each answer stands in that memory: `head` bytes, then the peers of one family. What does not fit, or
    /// is of the other, is left out.
    void writeTo(AnswerMemory& memory, std::size_t head, bool isV4);
    /// The answer is whole; what comes next stands behind it.
    void finish() {
        if (m_memory)
            m_answer = m_memory->take(m_head + size());
    }
    /// Head and peers of the answer that was finished last.
    [[nodiscard]] std::span<std::uint8_t> answer() const { return m_answer; }

    void clear();
    void add(const Endpoint& peer);
    /// Entries side by side, as they stand in the answer.
    template <std::size_t Size>
    void addKeys(const std::uint8_t* keys, std::size_t count) {
        static_assert(Size == kV4Size || Size == kV6Size);
        auto& entries = Size == kV4Size ? m_v4 : m_v6;
        if (entries.memory.size() - entries.used < count * Size && !grow(entries, count * Size))
            return;
        auto* out = entries.memory.data() + entries.used;
        entries.used += count * Size;
        for (; count > 0; --count, keys += Size, out += Size)
            std::memcpy(out, keys, Size); // of a known length: two moves, where a call for all takes thrice as long
    }
    [[nodiscard]] bool contains(const Endpoint& peer) const;

    [[nodiscard]] std::size_t size() const { return m_v4.used + m_v6.used; } ///< bytes of both
    [[nodiscard]] std::size_t count() const { return m_v4.used / kV4Size + m_v6.used / kV6Size; }
    [[nodiscard]] std::span<const std::uint8_t> v4() const { return m_v4.memory.first(m_v4.used); }
    [[nodiscard]] std::span<const std::uint8_t> v6() const { return m_v6.memory.first(m_v6.used); }
    [[nodiscard]] Endpoint v4At(std::size_t index) const;
    [[nodiscard]] Endpoint v6At(std::size_t index) const;

private:
    struct Entries {
        std::span<std::uint8_t> memory; ///< the caller's, or a view of `own`
        std::size_t used = 0;
        std::vector<std::uint8_t> own;
    };

    /// Makes room for so many bytes more; false if the memory is not ours.
    bool grow(Entries& entries, std::size_t more);

    Entries m_v4;
    Entries m_v6;
    AnswerMemory* m_memory = nullptr; ///< null = our own
    std::size_t m_head = 0;
    bool m_isV4 = true;
    std::span<std::uint8_t> m_answer;
};

} // namespace essaim::tracker
