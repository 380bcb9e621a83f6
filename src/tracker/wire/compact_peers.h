// Peers of one answer in the compact forms of BEP 7, 15 and 23.
#pragma once

#include "core/endpoint.h"

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace essaim::tracker {

/// Collects 6-byte IPv4 and 18-byte IPv6 entries. Reused from answer to answer, so that it stops allocating.
class CompactPeers {
public:
    static constexpr std::size_t kV4Size = 6;
    static constexpr std::size_t kV6Size = 18;

    void clear();
    void add(const Endpoint& peer);
    /// An entry as it stands in the answer.
    template <std::size_t Size>
    void addKey(const std::uint8_t* key) {
        static_assert(Size == kV4Size || Size == kV6Size);
        auto& out = Size == kV4Size ? m_v4 : m_v6;
        if (out.bytes.size() - out.used < Size)
            out.bytes.resize(2 * out.bytes.size() + 64 * Size);
        std::memcpy(out.bytes.data() + out.used, key, Size);
        out.used += Size;
    }
    [[nodiscard]] bool contains(const Endpoint& peer) const;

    [[nodiscard]] std::size_t count() const { return m_v4.used / kV4Size + m_v6.used / kV6Size; }
    [[nodiscard]] std::span<const std::uint8_t> v4() const { return m_v4.all(); }
    [[nodiscard]] std::span<const std::uint8_t> v6() const { return m_v6.all(); }
    [[nodiscard]] Endpoint v4At(std::size_t index) const;
    [[nodiscard]] Endpoint v6At(std::size_t index) const;

private:
    /// Grows and keeps its memory.
    struct Entries {
        std::vector<std::uint8_t> bytes;
        std::size_t used = 0;
        [[nodiscard]] std::span<const std::uint8_t> all() const { return std::span(bytes).first(used); }
    };

    Entries m_v4;
    Entries m_v6;
};

} // namespace essaim::tracker
