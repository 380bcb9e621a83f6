#include "tracker/access/address_map.h"

#include <algorithm>
#include <set>

namespace essaim::tracker {

namespace {

using Bytes = std::array<std::uint8_t, 16>;

/// The address behind the last one of a range; nothing where the range ends with the address space.
std::optional<Bytes> behind(const Cidr& range) {
    Bytes bytes = range.address().bytes();
    // Adds one at the last bit of the prefix.
    for (int bit = static_cast<int>(range.prefixLength()) - 1; bit >= 0; --bit) {
        const auto mask = static_cast<std::uint8_t>(0x80 >> (bit % 8));
        auto& byte = bytes[static_cast<std::size_t>(bit / 8)];
        byte ^= mask;
        if (byte & mask)
            return bytes;
    }
    return std::nullopt;
}

struct Edge {
    Bytes at;
    std::size_t entry;
    bool begins;
};

/// Of an IPv4 address: numbers compare many times faster than bytes, and some announces cost a dozen lookups.
std::uint32_t numberOf(const Bytes& bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

std::vector<AddressMap::Entry> allWithOne(const std::vector<Cidr>& ranges) {
    std::vector<AddressMap::Entry> entries;
    for (const auto& range : ranges)
        entries.push_back({range, 1});
    return entries;
}

} // namespace

AddressMap::AddressMap(const std::vector<Entry>& entries)
    : m_v4(compile(entries, true))
    , m_v6(compile(entries, false)) {}

AddressMap::AddressMap(const std::vector<Cidr>& ranges)
    : AddressMap(allWithOne(ranges)) {}

std::vector<AddressMap::Piece> AddressMap::compile(const std::vector<Entry>& entries, bool v4) {
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& range = entries[i].range;
        if (range.address().isV4() != v4)
            continue;
        edges.push_back({range.address().bytes(), i, true});
        if (const auto end = behind(range))
            edges.push_back({*end, i, false});
    }
    std::ranges::sort(edges, {}, &Edge::at);
    std::vector<Piece> pieces;
    std::set<std::size_t> active; // the smallest index is the range that decides
    for (std::size_t i = 0; i < edges.size();) {
        const auto at = edges[i].at;
        for (; i < edges.size() && edges[i].at == at; ++i) {
            if (edges[i].begins)
                active.insert(edges[i].entry);
            else
                active.erase(edges[i].entry);
        }
        const auto value = active.empty() ? std::nullopt : std::optional(entries[*active.begin()].value);
        if (pieces.empty() || pieces.back().value != value)
            pieces.push_back({at, value});
    }
    return pieces;
}

std::optional<std::uint16_t> AddressMap::find(const IpAddress& address) const {
    if (address.isV4()) {
        const auto after = std::ranges::upper_bound(
            m_v4, numberOf(address.bytes()), {}, [](const Piece& piece) { return numberOf(piece.start); });
        return after == m_v4.begin() ? std::nullopt : std::prev(after)->value;
    }
    const auto after = std::ranges::upper_bound(m_v6, address.bytes(), {}, &Piece::start);
    return after == m_v6.begin() ? std::nullopt : std::prev(after)->value;
}

} // namespace essaim::tracker
