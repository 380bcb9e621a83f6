#include "engine/torrent_gate.h"

#include "core/bencode_reader.h"
#include "engine/path_rules.h"

#include <bit>
#include <map>
#include <optional>

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;

/// Why a torrent is refused; nothing while all is well.
using Refusal = std::optional<std::string>;

/// One pass over one torrent. Each step returns the first reason to refuse it.
class Gate {
public:
    explicit Gate(Value root)
        : m_root(root)
        , m_info(root["info"]) {}

    Refusal check() {
        if (!m_info.is(Type::Dictionary))
            return "it has no info dictionary";
        if (Refusal refusal = readBasics())
            return refusal;
        if (!m_hasV1 && !m_hasV2)
            return "it has neither piece hashes (version 1) nor a file tree (version 2)";
        if (Refusal refusal = m_hasV1 ? readV1() : std::nullopt)
            return refusal;
        if (Refusal refusal = m_hasV2 ? readV2() : std::nullopt)
            return refusal;
        if (m_hasV1 && m_hasV2 && !versionsAgree())
            return "its version 1 and version 2 parts list different files";
        return clashingPaths(m_hasV1 ? m_v1Files : m_v2Files);
    }

    GateReport takeReport() {
        GateReport report;
        report.files = std::move(m_hasV1 ? m_v1Files : m_v2Files);
        report.source = m_info["source"].string().value_or("");
        report.trackers = readTrackers();
        return report;
    }

private:
    std::vector<std::vector<std::string>> readTrackers() const {
        std::vector<std::vector<std::string>> tiers;
        m_root["announce-list"].forEach([&tiers](Value list) {
            auto& tier = tiers.emplace_back();
            list.forEach([&tier](Value url) { tier.emplace_back(url.string().value_or("")); });
        });
        if (const auto announce = m_root["announce"].string(); announce && tiers.empty())
            tiers.push_back({std::string(*announce)});
        return tiers;
    }

    Refusal readBasics() {
        m_hasV1 = bool(m_info["pieces"]);
        m_hasV2 = bool(m_info["file tree"]);
        if (const Value version = m_info["meta version"]; version && version.integer() != 1 && version.integer() != 2)
            return "its format version is not known";
        if (m_hasV2 && m_info["meta version"].integer() != 2)
            return "it has a file tree but is not marked as version 2";
        m_pieceLength = m_info["piece length"].integer().value_or(0);
        if (m_pieceLength < GateLimits::kMinPieceLength || m_pieceLength > GateLimits::kMaxPieceLength ||
            !std::has_single_bit(std::uint64_t(m_pieceLength)))
            return "its piece length is " + std::to_string(m_pieceLength) +
                   " bytes; powers of two from 16384 to 134217728 are possible";
        const Value name = m_info["name.utf-8"] ? m_info["name.utf-8"] : m_info["name"];
        if (!name.is(Type::String))
            return "it has no name";
        m_name = *name.string();
        return refusedName(m_name);
    }

    /// Counts one file in and checks what both versions have in common.
    Refusal addFile(std::vector<GateFile>& files, std::string path, Value length, Value attributes) {
        const std::string_view flags = attributes.string().value_or("");
        if (flags.contains('l'))
            return "it contains symbolic links";
        if (!length.integer() || *length.integer() < 0 || *length.integer() > GateLimits::kFileSize)
            return "the size of a file is missing or out of range";
        const bool isPadding = flags.contains('p');
        m_total += *length.integer();
        m_padding += isPadding ? *length.integer() : 0;
        if (m_total > GateLimits::kTotalSize)
            return "its files together are larger than a pebibyte";
        if (m_padding > GateLimits::kPadding)
            return "it contains more than a gibibyte of padding";
        if (files.size() >= GateLimits::kFiles)
            return "it contains more than " + std::to_string(GateLimits::kFiles) + " files";
        if (Refusal refusal = refusedPath(path))
            return refusal;
        files.push_back({std::move(path), *length.integer(), isPadding});
        return std::nullopt;
    }

    Refusal readV1() {
        m_total = m_padding = 0;
        const Value files = m_info["files"];
        if (files && m_info["length"])
            return "it is described both as one file and as several";
        if (!files) {
            if (Refusal refusal = addFile(m_v1Files, std::string(m_name), m_info["length"], m_info["attr"]))
                return refusal;
        } else {
            Refusal refusal = files.is(Type::List) ? std::nullopt : Refusal("its list of files is not a list");
            files.forEach([&](Value file) {
                if (!refusal)
                    refusal = readV1File(file);
            });
            if (refusal)
                return refusal;
        }
        return checkV1Pieces();
    }

    Refusal readV1File(Value file) {
        const Value parts = file["path.utf-8"] ? file["path.utf-8"] : file["path"];
        if (!parts.is(Type::List) || parts.size() == 0)
            return "a file has no path";
        std::string path(m_name);
        Refusal refusal;
        parts.forEach([&](Value part) {
            if (refusal)
                return;
            refusal = refusedName(part.string().value_or(""));
            path.append("/").append(part.string().value_or(""));
        });
        return refusal ? refusal : addFile(m_v1Files, std::move(path), file["length"], file["attr"]);
    }

    Refusal checkV1Pieces() const {
        if (m_total == 0)
            return "it holds no data";
        const std::int64_t pieces = (m_total + m_pieceLength - 1) / m_pieceLength;
        if (pieces > GateLimits::kPieces)
            return tooManyPieces(pieces);
        const auto hashes = m_info["pieces"].string();
        if (!hashes || std::int64_t(hashes->size()) != pieces * 20)
            return "it needs " + std::to_string(pieces) + " piece hashes and has " +
                   std::to_string(double(hashes ? hashes->size() : 0) / 20.0);
        return std::nullopt;
    }

    static std::string tooManyPieces(std::int64_t pieces) {
        return "it has " + std::to_string(pieces) + " pieces, " + std::to_string(GateLimits::kPieces) + " are allowed";
    }

    Refusal readV2() {
        m_total = m_padding = 0;
        Refusal refusal;
        m_root["piece layers"].forEachEntry(
            [&](std::string_view key, Value layer) { m_layers.emplace(key, layer.string().value_or("").size()); });
        refusal = readTree(m_info["file tree"], std::string(m_name));
        if (refusal)
            return refusal;
        if (m_total == 0)
            return "it holds no data";
        if (m_v2Pieces > GateLimits::kPieces)
            return tooManyPieces(m_v2Pieces);
        // A lone file that bears the torrent's name stands for itself, not for a folder with one file.
        if (const std::string twice = std::string(m_name) + '/' + std::string(m_name);
            m_v2Files.size() == 1 && m_v2Files.front().path == twice)
            m_v2Files.front().path = m_name;
        return std::nullopt;
    }

    /// Recursion is bounded by the depth limit of the reader.
    Refusal readTree(Value tree, const std::string& folder) {
        if (!tree.is(Type::Dictionary) || tree.size() == 0)
            return "its file tree is damaged";
        Refusal refusal;
        tree.forEachEntry([&](std::string_view name, Value entry) {
            if (refusal)
                return;
            refusal = refusedName(name);
            if (!refusal)
                refusal = readTreeEntry(entry, folder + '/' + std::string(name));
        });
        return refusal;
    }

    Refusal readTreeEntry(Value entry, const std::string& path) {
        const Value file = entry[""];
        if (!file)
            return readTree(entry, path);
        if (entry.size() != 1)
            return "'" + path + "' is both a file and a folder";
        if (Refusal refusal = addFile(m_v2Files, path, file["length"], file["attr"]))
            return refusal;
        return checkV2Hashes(file["length"].integer().value_or(0), file["pieces root"]);
    }

    Refusal checkV2Hashes(std::int64_t size, Value piecesRoot) {
        if (size == 0)
            return std::nullopt;
        if (piecesRoot.string().value_or("").size() != 32)
            return "the hash of a file is missing";
        const std::int64_t pieces = (size + m_pieceLength - 1) / m_pieceLength;
        m_v2Pieces += pieces;
        // Layers travel outside the info dictionary: a torrent made from a magnet may not have them yet.
        const auto layer = m_layers.find(*piecesRoot.string());
        if (pieces > 1 && layer != m_layers.end() && std::int64_t(layer->second) != pieces * 32)
            return "the piece hashes of a file do not match its size";
        if (pieces > 1 && layer == m_layers.end() && !m_layers.empty())
            return "the piece hashes of a file are missing";
        return std::nullopt;
    }

    bool versionsAgree() const {
        auto v2 = m_v2Files.begin();
        for (const GateFile& file : m_v1Files) {
            if (file.isPadding)
                continue;
            if (v2 == m_v2Files.end() || v2->path != file.path || v2->size != file.size)
                return false;
            ++v2;
        }
        return v2 == m_v2Files.end();
    }

    Value m_root;
    Value m_info;
    std::string_view m_name;
    std::int64_t m_pieceLength = 0;
    std::int64_t m_total = 0; ///< of the version being read
    std::int64_t m_padding = 0;
    std::int64_t m_v2Pieces = 0;
    bool m_hasV1 = false;
    bool m_hasV2 = false;
    std::vector<GateFile> m_v1Files;
    std::vector<GateFile> m_v2Files;
    std::map<std::string_view, std::size_t> m_layers; ///< pieces root -> bytes of its layer
};

} // namespace

Expected<GateReport> passGate(std::string_view torrent) {
    const auto refuse = [](std::string reason) {
        return failure(ErrorKind::InvalidData, Operation::OpenTorrent, {}, std::move(reason));
    };
    if (torrent.empty())
        return refuse("it is empty");
    if (std::int64_t(torrent.size()) > GateLimits::kTorrentBytes)
        return refuse(
            "it has " + std::to_string(torrent.size()) + " bytes, " + std::to_string(GateLimits::kTorrentBytes) +
            " are allowed");
    const auto document = BencodeDocument::parse(torrent, {GateLimits::kDepth, GateLimits::kTokens});
    if (!document)
        return refuse(document.error().detail);
    Gate gate(document->root());
    if (auto refusal = gate.check())
        return refuse(std::move(*refusal));
    return gate.takeReport();
}

} // namespace essaim::engine
