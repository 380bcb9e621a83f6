#include "engine/gate/piece_layers.h"

#include <libtorrent/hasher.hpp>

#include <array>
#include <bit>
#include <vector>

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;
using Hash = lt::sha256_hash;

constexpr std::int64_t kBlockSize = 16 * 1024;
constexpr std::size_t kHashSize = 32;

Hash parentOf(const Hash& left, const Hash& right) {
    lt::hasher256 hasher;
    hasher.update(left.data(), int(left.size()));
    hasher.update(right.data(), int(right.size()));
    return hasher.final();
}

/// Root of the tree over `hashes`. Where the tree has no leaf, `filler` stands: the root of a piece of absent blocks.
Hash rootOf(std::string_view hashes, Hash filler) {
    std::vector<Hash> level;
    for (std::size_t i = 0; i < hashes.size(); i += kHashSize)
        level.emplace_back(hashes.data() + i);
    for (std::size_t width = std::bit_ceil(level.size()); width > 1; width /= 2) {
        if (level.size() % 2 != 0)
            level.push_back(filler);
        for (std::size_t i = 0; i < level.size() / 2; ++i)
            level[i] = parentOf(level[2 * i], level[2 * i + 1]);
        level.resize(level.size() / 2);
        filler = parentOf(filler, filler);
    }
    return level.front();
}

Hash absentPiece(std::int64_t pieceLength) {
    Hash hash; // an absent block counts as zeros
    for (std::int64_t blocks = pieceLength / kBlockSize; blocks > 1; blocks /= 2)
        hash = parentOf(hash, hash);
    return hash;
}

} // namespace

PieceLayers::PieceLayers(Value layers, std::int64_t pieceLength)
    : m_pieceLength(pieceLength)
    , m_isDictionary(!layers || layers.is(BencodeDocument::Type::Dictionary)) {
    layers.forEachEntry(
        [this](std::string_view root, Value hashes) { m_layers[root].hashes = hashes.string().value_or(""); });
}

std::optional<Refusal> PieceLayers::check(const std::string& path, std::int64_t size, std::string_view piecesRoot) {
    const std::int64_t pieces = (size + m_pieceLength - 1) / m_pieceLength;
    if (pieces <= 1 || (m_layers.empty() && m_isDictionary))
        return std::nullopt; // the file's hash is that of its only piece
    const auto found = m_layers.find(piecesRoot);
    if (found == m_layers.end())
        return Refusal{Fault::LayerMissing, path};
    Layer& layer = found->second;
    if (std::int64_t(layer.hashes.size()) != pieces * std::int64_t(kHashSize))
        return Refusal{Fault::LayerSize, path};
    // Two files with the same content share a layer; it was checked with the first.
    if (!layer.isUsed && rootOf(layer.hashes, absentPiece(m_pieceLength)) != Hash(piecesRoot.data()))
        return Refusal{Fault::LayerWrong, path};
    layer.isUsed = true;
    return std::nullopt;
}

std::optional<Refusal> PieceLayers::checkAllUsed() const {
    for (const auto& [root, layer] : m_layers) {
        if (!layer.isUsed)
            return Refusal{Fault::LayerUnknown};
    }
    return std::nullopt;
}

} // namespace essaim::engine
