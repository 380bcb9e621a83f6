// Pieces from which the tests build torrents, sound ones and others.
#pragma once

#include "core/bencode_writer.h"

#include <libtorrent/hasher.hpp>

#include <random>
#include <string>

namespace essaim::test {

using Dictionary = BencodeValue::Dictionary;
using List = BencodeValue::List;

inline constexpr std::int64_t kPiece = 16'384;

inline BencodeValue number(std::int64_t value) {
    return BencodeValue(value);
}

/// The same bytes for the same seed.
inline std::string noise(std::size_t size, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::string bytes(size, '\0');
    for (char& byte : bytes)
        byte = char(random());
    return bytes;
}

inline Dictionary fileOf(std::int64_t length, List path) {
    return {{"length", number(length)}, {"path", std::move(path)}};
}

/// Info dictionary of version 1 with these files; as many hashes as their sizes ask for.
inline Dictionary infoOf(List files, std::int64_t total, std::uint32_t seed, std::int64_t pieceLength = kPiece) {
    const auto pieces = std::size_t((total + pieceLength - 1) / pieceLength);
    return {
        {"name", "Folder"},
        {"piece length", number(pieceLength)},
        {"pieces", noise(20 * pieces, seed)},
        {"files", std::move(files)}};
}

/// Two files of 20,000 and 10,000 bytes, "sub/a.bin" and "b.bin".
inline Dictionary twoFiles(std::uint32_t seed) {
    return infoOf(List{fileOf(20'000, {"sub", "a.bin"}), fileOf(10'000, {"b.bin"})}, 30'000, seed);
}

inline std::string torrentOf(const Dictionary& info, Dictionary rest = {}) {
    rest["info"] = info;
    return BencodeValue(std::move(rest)).encode();
}

inline std::string parentHash(const std::string& left, const std::string& right) {
    lt::hasher256 hasher;
    hasher.update(left.data(), int(left.size()));
    hasher.update(right.data(), int(right.size()));
    return std::string(hasher.final().data(), 32);
}

/// A file of version 2 with two pieces: its hash, and the hashes of the pieces that it was made of.
struct TwoPieces {
    explicit TwoPieces(std::uint32_t seed)
        : layer(noise(64, seed))
        , root(parentHash(layer.substr(0, 32), layer.substr(32))) {}

    [[nodiscard]] Dictionary entry(std::int64_t length = 2 * kPiece) const {
        return {{"", Dictionary{{"length", number(length)}, {"pieces root", root}}}};
    }

    std::string layer;
    std::string root;
};

inline Dictionary infoV2(Dictionary tree) {
    return {
        {"name", "Folder"},
        {"piece length", number(kPiece)},
        {"meta version", number(2)},
        {"file tree", std::move(tree)}};
}

/// A torrent of version 2 with the files "a" and "b".
inline Dictionary twoFilesV2(const TwoPieces& a, const TwoPieces& b) {
    return infoV2({{"a", a.entry()}, {"b", b.entry()}});
}

inline Dictionary layersOf(const TwoPieces& a, const TwoPieces& b) {
    return {{"piece layers", Dictionary{{a.root, a.layer}, {b.root, b.layer}}}};
}

} // namespace essaim::test
