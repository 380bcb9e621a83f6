#include "engine/checker.h"

#include "core/bencode_reader.h"
#include "engine/gate/gate_limits.h"
#include "hashing/merkle_tree.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <map>

namespace essaim::engine {
namespace {

using State = hashing::HashResult::State;

template <std::size_t N>
Digest<N> digestOf(std::string_view bytes) {
    return Digest<N>::fromBytes(bytes).value_or(Digest<N>{});
}

/// Root of a file -> the hashes of its pieces, one after the other.
std::map<std::string_view, std::string_view> layersOf(const BencodeDocument& document) {
    std::map<std::string_view, std::string_view> layers;
    document.root()["piece layers"].forEachEntry([&layers](std::string_view root, const BencodeDocument::Value& layer) {
        layers.emplace(root, layer.string().value_or(std::string_view()));
    });
    return layers;
}

} // namespace

Checker::Checker(const lt::torrent_info& info, std::string_view torrent, const std::vector<std::string>& paths) {
    const lt::file_storage& storage = info.files();
    m_job.pieceLength = storage.piece_length();
    m_job.goesOnAfterErrors = true;
    m_have.resize(std::size_t(storage.num_pieces()));
    const bool hasV2 = info.info_hashes().has_v2();
    for (const lt::file_index_t file : storage.file_range()) {
        const bool isPadding = storage.pad_file_at(file);
        if (hasV2 && isPadding)
            continue;
        m_files.push_back(file);
        m_job.files.push_back(
            {isPadding ? std::string() : paths[std::size_t(static_cast<int>(file))], storage.file_size(file)});
        if (!hasV2)
            continue;
        V2File wanted;
        wanted.firstPiece = std::size_t(static_cast<int>(storage.piece_index_at_file(file)));
        if (storage.file_size(file) > 0) {
            const lt::sha256_hash root = storage.root(file);
            wanted.root = digestOf<32>({root.data(), std::size_t(root.size())});
        }
        m_v2.push_back(std::move(wanted));
    }
    m_good.resize(m_files.size());
    m_job.wantsSha1 = !hasV2;
    m_job.wantsSha256 = m_job.isAligned = hasV2;
    if (hasV2)
        readLayers(torrent);
    else
        for (const lt::piece_index_t piece : storage.piece_range()) {
            const lt::sha1_hash hash = info.hash_for_piece(piece);
            m_v1.push_back(digestOf<20>({hash.data(), std::size_t(hash.size())}));
        }
}

void Checker::readLayers(std::string_view torrent) {
    const auto document = BencodeDocument::parse(torrent, {GateLimits::kDepth, GateLimits::kTokens});
    if (!document)
        return;
    const auto layers = layersOf(*document);
    for (V2File& file : m_v2) {
        const auto found = layers.find({reinterpret_cast<const char*>(file.root.bytes.data()), file.root.bytes.size()});
        if (found == layers.end())
            continue;
        for (std::string_view rest = found->second; rest.size() >= Sha256Hash::kSize;
             rest.remove_prefix(Sha256Hash::kSize))
            file.layer.push_back(digestOf<32>(rest.substr(0, Sha256Hash::kSize)));
    }
}

Expected<void> Checker::run(hashing::HashControl& control, const hashing::HashWatcher& watcher) {
    const hashing::PieceMap pieces(m_job);
    hashing::HashResult result(m_job, pieces.pieceCount());
    if (auto hashed = hashing::Hasher(m_job, pieces).run(result, control, watcher); !hashed) {
        Error error = hashed.error();
        error.operation = Operation::CheckTorrent;
        return std::unexpected(std::move(error));
    }
    if (m_job.isAligned)
        compareV2(pieces, result);
    else
        compareV1(pieces, result);
    return {};
}

void Checker::compareV1(const hashing::PieceMap& pieces, const hashing::HashResult& result) {
    for (std::size_t piece = 0; piece < pieces.pieceCount(); ++piece) {
        if (result.states[piece] != State::Hashed || result.sha1[piece] != m_v1[piece])
            continue;
        m_have[piece] = true;
        for (const hashing::HashSegment& segment : pieces.segmentsOf(piece))
            m_good[segment.file] += segment.length;
    }
}

void Checker::compareV2(const hashing::PieceMap& pieces, const hashing::HashResult& result) {
    for (std::size_t index = 0; index < m_v2.size(); ++index) {
        const V2File& file = m_v2[index];
        const std::size_t count = pieces.piecesOf(index);
        const std::size_t first = pieces.firstPieceOf(index);
        std::vector<Sha256Hash> wanted = file.layer;
        if (count == 1)
            wanted = {file.root};
        if (wanted.size() != count) { // only the root is known
            const auto begin = result.sha256.begin() + std::ptrdiff_t(first);
            std::vector<Sha256Hash> found(begin, begin + std::ptrdiff_t(count));
            wanted = hashing::merkleRoot(found, 1, hashing::pieceLevels(m_job.pieceLength)) == file.root
                         ? found
                         : std::vector<Sha256Hash>(count);
        }
        for (std::size_t piece = 0; piece < count; ++piece) {
            if (result.states[first + piece] != State::Hashed || result.sha256[first + piece] != wanted[piece])
                continue;
            m_have[file.firstPiece + piece] = true;
            m_good[index] += pieces.bytesOf(first + piece);
        }
    }
}

std::optional<std::size_t> Checker::indexOf(lt::file_index_t file) const {
    const auto found = std::ranges::lower_bound(m_files, file);
    return found == m_files.end() || *found != file ? std::nullopt
                                                    : std::optional(std::size_t(found - m_files.begin()));
}

void Checker::readFrom(lt::file_index_t file, const std::string& path, std::vector<hashing::HashExtent> extents) {
    if (const auto index = indexOf(file); index && !extents.empty()) {
        m_job.files[*index].path = path;
        m_job.files[*index].extents = std::move(extents);
    }
}

std::int64_t Checker::goodBytes(lt::file_index_t file) const {
    const auto index = indexOf(file);
    return index ? m_good[*index] : 0;
}

} // namespace essaim::engine
