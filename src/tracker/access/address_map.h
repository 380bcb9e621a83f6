// Which of many address ranges an address lies in.
#pragma once

#include "core/cidr.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace essaim::tracker {

/// Ordered ranges, each with a value; the first range that contains an address decides, as in a firewall. Compiled
/// into disjoint pieces, so that a lookup takes O(log n) whatever the ranges. Immutable, hence thread-safe.
class AddressMap {
public:
    struct Entry {
        Cidr range;
        std::uint16_t value = 0;
    };

    AddressMap() = default;
    explicit AddressMap(const std::vector<Entry>& entries);
    /// Every range has the value 1.
    explicit AddressMap(const std::vector<Cidr>& ranges);

    [[nodiscard]] std::optional<std::uint16_t> find(const IpAddress& address) const;
    [[nodiscard]] bool contains(const IpAddress& address) const { return find(address).has_value(); }
    [[nodiscard]] bool isEmpty() const { return m_v4.empty() && m_v6.empty(); }

private:
    using Bytes = std::array<std::uint8_t, 16>;
    /// Holds from `start` to the next piece.
    struct Piece {
        Bytes start;
        std::optional<std::uint16_t> value;
    };

    static std::vector<Piece> compile(const std::vector<Entry>& entries, bool v4);

    std::vector<Piece> m_v4;
    std::vector<Piece> m_v6;
};

} // namespace essaim::tracker
