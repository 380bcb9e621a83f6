// Peers of one answer in the compact forms of BEP 7, 15 and 23.
#pragma once

#include "core/endpoint.h"

#include <cstdint>
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
    [[nodiscard]] bool contains(const Endpoint& peer) const;

    [[nodiscard]] std::size_t count() const { return m_v4.size() / kV4Size + m_v6.size() / kV6Size; }
    [[nodiscard]] std::span<const std::uint8_t> v4() const { return m_v4; }
    [[nodiscard]] std::span<const std::uint8_t> v6() const { return m_v6; }
    [[nodiscard]] Endpoint v4At(std::size_t index) const;
    [[nodiscard]] Endpoint v6At(std::size_t index) const;

private:
    std::vector<std::uint8_t> m_v4;
    std::vector<std::uint8_t> m_v6;
};

} // namespace essaim::tracker
