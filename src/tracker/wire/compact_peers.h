// Peers of one answer in the compact forms of BEP 7, 15 and 23.
#pragma once

#include "core/endpoint.h"

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace essaim::tracker {

/// Collects 6-byte IPv4 and 18-byte IPv6 entries: in memory of its own, which it uses again from answer to answer, so
/// that it stops allocating; or where the answer will stand.
class CompactPeers {
public:
    static constexpr std::size_t kV4Size = 6;
    static constexpr std::size_t kV6Size = 18;

    CompactPeers() = default;
    CompactPeers(const CompactPeers&) = delete;
    CompactPeers& operator=(const CompactPeers&) = delete;
    /// From now on those of one family are written there, and what does not fit, or is of the other, is left out.
    void writeTo(std::span<std::uint8_t> memory, bool isV4);

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
    bool m_isLent = false; ///< the memory is the caller's
};

} // namespace essaim::tracker
