#include "hashing/merkle_tree.h"

#include "hashing/digests.h"

#include <algorithm>
#include <bit>

namespace essaim::hashing {
namespace {

/// Both functions take two blocks for a pair: the pair itself, and the end of a message of 64 bytes.
void hashPairs(const std::vector<Sha256Hash>& from, std::vector<Sha256Hash>& to) {
    static_assert(sizeof(Sha256Hash) == 32);
    static const MessageEnd end({}, kBlock);
    constexpr std::size_t kTogether = 64;
    std::vector<Sha256State> states(std::min(kTogether, to.size()));
    std::vector<Sha256Run> runs(states.size());
    for (std::size_t begin = 0; begin < to.size(); begin += kTogether) {
        const std::size_t count = std::min(kTogether, to.size() - begin);
        for (std::size_t i = 0; i < count; ++i) {
            states[i] = {};
            runs[i] = {&states[i], from[2 * (begin + i)].bytes.data(), 1};
        }
        advance(std::span(runs).first(count));
        for (std::size_t i = 0; i < count; ++i)
            runs[i] = {&states[i], end.bytes.data(), 1};
        advance(std::span(runs).first(count));
        for (std::size_t i = 0; i < count; ++i)
            to[begin + i] = states[i].digest();
    }
}

Sha256Hash pairHash(const Sha256Hash& hash) {
    std::vector<Sha256Hash> parent(1);
    hashPairs({hash, hash}, parent);
    return parent.front();
}

} // namespace

Sha256Hash merkleRoot(std::vector<Sha256Hash> layer, std::size_t width, int levels) {
    if (layer.empty())
        return {};
    Sha256Hash padding;
    for (int level = 0; level < levels; ++level)
        padding = pairHash(padding);
    const std::size_t full = std::bit_ceil(std::max(width, layer.size()));
    for (std::size_t size = full; size > 1; size /= 2) {
        const bool isPadded = layer.size() < size;
        if (layer.size() % 2 != 0)
            layer.push_back(padding);
        std::vector<Sha256Hash> parents(layer.size() / 2);
        hashPairs(layer, parents);
        layer = std::move(parents);
        if (isPadded)
            padding = pairHash(padding);
    }
    return layer.front();
}

int pieceLevels(std::int64_t pieceLength) {
    return std::countr_zero(std::uint64_t(pieceLength / kLeafSize));
}

} // namespace essaim::hashing
