// Hashes that are missing, too many, of another file, or of two versions that do not mean the same.
#include "data/hostile_torrents.h"
#include "data/torrent_parts.h"

namespace essaim::test {
namespace {

/// Both versions in one info dictionary: "a" and "b" of two pieces each.
Dictionary hybrid(const TwoPieces& a, const TwoPieces& b, std::uint32_t seed) {
    Dictionary info = twoFilesV2(a, b);
    info["files"] = List{fileOf(2 * kPiece, {"a"}), fileOf(2 * kPiece, {"b"})};
    info["pieces"] = noise(80, seed);
    return info;
}

} // namespace

void addHostileHashes(std::vector<HostileSample>& samples, std::uint32_t seed) {
    const TwoPieces a(seed + 1);
    const TwoPieces b(seed + 2);
    const Dictionary layers = layersOf(a, b);
    const auto v1 = [&](const char* name, std::string pieces, Fault fault) {
        Dictionary info = twoFiles(++seed);
        info["pieces"] = std::move(pieces);
        samples.push_back({name, torrentOf(info), fault});
    };
    v1("one hash too few", noise(20, seed), Fault::PieceHashes);
    v1("one hash too many", noise(60, seed), Fault::PieceHashes);
    v1("a torn hash", noise(39, seed), Fault::PieceHashes);
    v1("no hash", {}, Fault::PieceHashes);
    v1("nine megabytes of hashes", noise(9'000'000, seed), Fault::PieceHashes);
    Dictionary info = twoFiles(++seed);
    info["pieces"] = List{};
    samples.push_back({"hashes are a list", torrentOf(info), Fault::PieceHashes});
    info.erase("pieces");
    samples.push_back({"files without hashes", torrentOf(info), Fault::NoV1Hashes});
    info.erase("files");
    samples.push_back({"neither hashes nor files", torrentOf(info), Fault::NoHashes});

    const auto v2 = [&](const char* name, const Dictionary& tree, const Dictionary& rest, std::optional<Fault> fault) {
        samples.push_back({name, torrentOf(infoV2(tree), rest), fault});
    };
    const Dictionary both{{"a", a.entry()}, {"b", b.entry()}};
    v2("sound version 2", both, layers, std::nullopt);
    v2("version 2 without any layers, as from peers", {{"a", a.entry()}}, {}, std::nullopt);
    v2("empty tree", {}, layers, Fault::FileTree);
    v2("folder without files", {{"a", a.entry()}, {"b", Dictionary{}}}, layers, Fault::FileTree);
    v2("tree with a number", {{"a", a.entry()}, {"b", number(1)}}, layers, Fault::FileTree);
    v2("layer of one file missing", both, {{"piece layers", Dictionary{{a.root, a.layer}}}}, Fault::LayerMissing);
    v2("layer cut", both, {{"piece layers", Dictionary{{a.root, a.layer}, {b.root, b.layer.substr(0, 32)}}}},
       Fault::LayerSize);
    v2("layer with a byte more", both, {{"piece layers", Dictionary{{a.root, a.layer}, {b.root, b.layer + "x"}}}},
       Fault::LayerSize);
    v2("layer of another file", both, {{"piece layers", Dictionary{{a.root, b.layer}, {b.root, b.layer}}}},
       Fault::LayerWrong);
    v2("layer of no file", both,
       {{"piece layers", Dictionary{{a.root, a.layer}, {b.root, b.layer}, {noise(32, 9), noise(64, 9)}}}},
       Fault::LayerUnknown);
    v2("layers are a list", both, {{"piece layers", List{}}}, Fault::LayerMissing);
    v2("a layer is a number", both, {{"piece layers", Dictionary{{a.root, a.layer}, {b.root, number(1)}}}},
       Fault::LayerSize);
    const auto withFile = [&](Dictionary file) {
        return Dictionary{{"a", a.entry()}, {"b", Dictionary{{"", std::move(file)}}}};
    };
    const Dictionary layerOfA{{"piece layers", Dictionary{{a.root, a.layer}}}};
    v2("hash of a file missing", withFile({{"length", number(100)}}), layerOfA, Fault::FileHash);
    v2("hash of a file of zeros", withFile({{"length", number(100)}, {"pieces root", std::string(32, '\0')}}), layerOfA,
       Fault::FileHash);
    v2("hash of a file too short", withFile({{"length", number(100)}, {"pieces root", noise(31, 3)}}), layerOfA,
       Fault::FileHash);
    v2("negative size, version 2", withFile({{"length", number(-5)}, {"pieces root", b.root}}), layerOfA,
       Fault::FileSize);
    v2("link, version 2", withFile({{"length", number(0)}, {"attr", "l"}, {"symlink path", List{"a"}}}), layerOfA,
       Fault::SymbolicLink);
    v2("padding, version 2", withFile({{"length", number(100)}, {"attr", "p"}, {"pieces root", b.root}}), layerOfA,
       Fault::FileTree);
    Dictionary twofold = b.entry();
    twofold["x"] = a.entry();
    v2("file and folder, version 2", {{"a", a.entry()}, {"b", std::move(twofold)}}, layers, Fault::FileAndFolder);
    v2("nothing in it, version 2", {{"a", Dictionary{{"", Dictionary{{"length", number(0)}}}}}}, {}, Fault::NoData);
    Dictionary deep = b.entry();
    for (int i = 0; i < 40; ++i)
        deep = Dictionary{{"d", std::move(deep)}};
    v2("40 folders, version 2", {{"a", a.entry()}, {"b", std::move(deep)}}, layers, Fault::PathTooDeep);
    Dictionary unmarked = twoFilesV2(a, b);
    unmarked.erase("meta version");
    samples.push_back({"tree without its version", torrentOf(unmarked, layers), Fault::NotMarkedV2});
    Dictionary treeless = twoFiles(++seed);
    treeless["meta version"] = number(2);
    samples.push_back({"version 2 without a tree", torrentOf(treeless), Fault::FileTree});

    const auto mixed = [&](const char* name, const Dictionary& dictionary, std::optional<Fault> fault) {
        samples.push_back({name, torrentOf(dictionary, layers), fault});
    };
    mixed("sound hybrid", hybrid(a, b, seed), std::nullopt);
    Dictionary other = hybrid(a, b, seed);
    other.erase("pieces");
    mixed("hybrid without version 1 hashes", other, Fault::NoV1Hashes);
    other = hybrid(a, b, seed);
    other["pieces"] = noise(60, seed);
    mixed("hybrid with too few hashes", other, Fault::PieceHashes);
    other = hybrid(a, b, seed);
    other["files"] = List{fileOf(2 * kPiece, {"a"}), fileOf(2 * kPiece, {"c"})};
    mixed("hybrid with another name", other, Fault::VersionsDiffer);
    other["files"] = List{fileOf(2 * kPiece, {"b"}), fileOf(2 * kPiece, {"a"})};
    mixed("hybrid in another order", other, Fault::VersionsDiffer);
    other["files"] = List{fileOf(kPiece, {"a"}), fileOf(3 * kPiece, {"b"})};
    mixed("hybrid with other sizes", other, Fault::VersionsDiffer);
    other["files"] = List{fileOf(4 * kPiece, {"a"})};
    mixed("hybrid with a file less", other, Fault::VersionsDiffer);
    other["files"] = List{fileOf(2 * kPiece, {"a"}), fileOf(kPiece, {"b"}), fileOf(kPiece, {"c"})};
    mixed("hybrid with a file more", other, Fault::VersionsDiffer);
}

} // namespace essaim::test
