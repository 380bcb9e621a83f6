#include "engine/gate/v2_rules.h"

#include "engine/gate/file_counter.h"
#include "engine/gate/path_rules.h"
#include "engine/gate/piece_layers.h"

#include <algorithm>

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;
using MaybeRefusal = std::optional<Refusal>;

/// One pass over one file tree.
class TreeReader {
public:
    TreeReader(Value layers, const InfoBasics& basics, GateNotes& notes)
        : m_basics(basics)
        , m_notes(notes)
        , m_layers(layers, basics.pieceLength) {}

    MaybeRefusal read(Value tree) {
        if (auto refusal = readFolder(tree, std::string(m_basics.name)))
            return refusal;
        if (m_files.total() == 0)
            return Refusal{Fault::NoData};
        if (m_pieces > GateLimits::kPieces)
            return Refusal{Fault::TooManyPieces, {}, m_pieces, GateLimits::kPieces};
        return m_layers.checkAllUsed();
    }

    std::vector<GateFile>& files() { return m_files.files(); }

private:
    /// Recursion is bounded by the depth limit of the reader.
    MaybeRefusal readFolder(Value tree, const std::string& folder) {
        if (!tree.is(Type::Dictionary) || tree.size() == 0)
            return Refusal{Fault::FileTree};
        if (auto refusal = refusedPath(folder))
            return refusal;
        MaybeRefusal refusal;
        tree.forEachEntry([&](std::string_view name, Value entry) {
            if (refusal)
                return;
            refusal = refusedName(name);
            if (refusal)
                return;
            noteName(name, m_notes);
            refusal = readEntry(entry, folder + '/' + std::string(name));
        });
        return refusal;
    }

    MaybeRefusal readEntry(Value entry, const std::string& path) {
        const Value file = entry[""];
        if (!file)
            return readFolder(entry, path);
        if (entry.size() != 1)
            return Refusal{Fault::FileAndFolder, path};
        if (file["attr"].string().value_or("").contains('p')) // aligned as it is, version 2 needs no padding
            return Refusal{Fault::FileTree};
        if (auto refusal = m_files.add(path, file["length"], file["attr"]))
            return refusal;
        return checkHash(path, *file["length"].integer(), file["pieces root"]);
    }

    MaybeRefusal checkHash(const std::string& path, std::int64_t size, Value piecesRoot) {
        if (size == 0)
            return std::nullopt;
        const std::string_view root = piecesRoot.string().value_or("");
        if (root.size() != 32 || std::ranges::all_of(root, [](char c) { return c == 0; }))
            return Refusal{Fault::FileHash, path};
        m_pieces += (size + m_basics.pieceLength - 1) / m_basics.pieceLength;
        return m_layers.check(path, size, root);
    }

    const InfoBasics& m_basics;
    GateNotes& m_notes;
    PieceLayers m_layers;
    FileCounter m_files;
    std::int64_t m_pieces = 0;
};

} // namespace

std::expected<std::vector<GateFile>, Refusal> readV2(Value root, const InfoBasics& basics, GateNotes& notes) {
    TreeReader reader(root["piece layers"], basics, notes);
    if (auto refusal = reader.read(root["info"]["file tree"]))
        return std::unexpected(std::move(*refusal));
    std::vector<GateFile>& files = reader.files();
    // A lone file that bears the torrent's name stands for itself, not for a folder with one file.
    const std::string name(basics.name);
    if (files.size() == 1 && files.front().path == name + '/' + name)
        files.front().path = name;
    return std::move(files);
}

bool describeSameFiles(const std::vector<GateFile>& v1, const std::vector<GateFile>& v2, std::int64_t pieceLength) {
    auto expected = v2.begin();
    std::int64_t offset = 0;
    for (const GateFile& file : v1) {
        if (!file.isPadding) {
            const bool isAligned = file.size == 0 || offset % pieceLength == 0;
            if (expected == v2.end() || !isAligned || expected->path != file.path || expected->size != file.size)
                return false;
            ++expected;
        }
        offset += file.size;
    }
    return expected == v2.end();
}

} // namespace essaim::engine
