// Files and pieces: what is there, what is wanted, what peers have.
#include "engine/details/detail_readers.h"
#include "engine/files/current_paths.h"
#include "engine/lt_convert.h"

#include <libtorrent/torrent_flags.hpp>

#include <algorithm>

namespace essaim::engine {
namespace {

constexpr int kMostCounted = 127; ///< of a char

std::vector<int> pieceCounts(const lt::torrent_handle& handle) {
    std::vector<int> counts;
    handle.piece_availability(counts); // empty for a seed
    return counts;
}

/// Pieces that everybody has, and the part of them that somebody has once more.
double copiesOf(std::vector<int>::const_iterator first, std::vector<int>::const_iterator last) {
    const int least = *std::min_element(first, last);
    const auto more = std::count_if(first, last, [least](int count) { return count > least; });
    return least + double(more) / double(last - first);
}

} // namespace

QList<ContentFile> readFiles(const TorrentEntry& entry, const lt::torrent_info& info) {
    QList<ContentFile> result;
    const lt::file_storage& files = info.files();
    result.reserve(files.num_files());
    for (const lt::file_index_t index : files.file_range())
        result.append(
            {toQString(properPath(entry, currentPath(entry, files, index))), files.file_size(index),
             files.pad_file_at(index)});
    return result;
}

QList<int> markedFiles(const TorrentEntry& entry) {
    QList<int> marked;
    for (const auto& [number, path] : entry.record.renamedFiles) {
        if (properPath(entry, path) != path)
            marked.append(number);
    }
    return marked;
}

QByteArray priorityBytes(const std::string& stored, qsizetype files) {
    constexpr char kNormal = 4;
    QByteArray bytes(stored.data(), qsizetype(stored.size()));
    if (bytes.size() < files)
        bytes.append(files - bytes.size(), kNormal);
    return bytes;
}

ContentDetails readStored(const TorrentEntry& entry, const lt::add_torrent_params& params) {
    ContentDetails content;
    const lt::file_storage& files = params.ti->files();
    QList<ContentFile> named = readFiles(TorrentEntry(), *params.ti);
    for (const auto& [index, path] : params.renamed_files)
        named[static_cast<int>(index)].path = toQString(properPath(entry, path));
    const bool isWhole = bool(params.flags & lt::torrent_flags::seed_mode);
    std::vector<std::int64_t> done(std::size_t(files.num_files()));
    for (const lt::piece_index_t piece : files.piece_range()) {
        if (!isWhole && (piece >= params.have_pieces.end_index() || !params.have_pieces.get_bit(piece)))
            continue;
        for (const lt::file_slice& slice : files.map_block(piece, 0, files.piece_size(piece)))
            done[std::size_t(static_cast<int>(slice.file_index))] += slice.size;
    }
    for (const std::int64_t bytes : done)
        content.done.append(bytes);
    content.files = std::make_shared<const QList<ContentFile>>(std::move(named));
    content.marked = markedFiles(entry);
    return content;
}

QList<double> fileAvailability(const lt::file_storage& files, const std::vector<int>& counts) {
    QList<double> result;
    if (counts.size() != std::size_t(files.num_pieces()))
        return result;
    result.reserve(files.num_files());
    for (const lt::file_index_t index : files.file_range()) {
        const std::int64_t size = files.file_size(index);
        if (size <= 0) {
            result.append(0);
            continue;
        }
        const std::int64_t begin = files.file_offset(index);
        const auto first = counts.begin() + begin / files.piece_length();
        const auto last = counts.begin() + (begin + size - 1) / files.piece_length();
        result.append(copiesOf(first, last + 1));
    }
    return result;
}

void readContent(const DetailsSource& source, const lt::torrent_info& info, ContentDetails& content) {
    const lt::torrent_handle& handle = source.entry.handle;
    for (const std::int64_t bytes : handle.file_progress())
        content.done.append(bytes);
    // What the user chose is in the record at once; libtorrent carries it out a moment later.
    content.priorities = priorityBytes(source.entry.record.filePriorities, info.num_files());
    if (!source.peers.empty())
        content.availability = fileAvailability(info.files(), pieceCounts(handle));
}

PiecesDetails readPieces(const DetailsSource& source) {
    PiecesDetails details;
    const lt::torrent_handle& handle = source.entry.handle;
    const auto info = source.entry.metadata ? handle.torrent_file() : nullptr;
    if (!info)
        return details;
    details.pieceLength = info->piece_length();
    const auto have = handle.status(lt::torrent_handle::query_pieces).pieces;
    details.states.fill(char(PiecesDetails::Missing), info->num_pieces());
    if (have.empty()) // a seed does not list them
        details.states.fill(char(
            source.entry.status && source.entry.status->is_seeding ? PiecesDetails::Whole : PiecesDetails::Missing));
    const auto priorities = handle.get_piece_priorities();
    for (int piece = 0; piece < info->num_pieces(); ++piece) {
        const auto index = std::size_t(piece);
        if (piece < have.size() && have[lt::piece_index_t(piece)])
            details.states[piece] = char(PiecesDetails::Whole);
        else if (index < priorities.size() && priorities[index] == lt::dont_download)
            details.states[piece] = char(PiecesDetails::Unwanted);
    }
    for (const lt::partial_piece_info& partial : handle.get_download_queue()) {
        const int piece = int(partial.piece_index);
        if (piece < details.states.size())
            details.states[piece] = char(PiecesDetails::Started);
        details.partial.append({piece, partial.blocks_in_piece, partial.finished, partial.writing, partial.requested});
    }
    for (const int count : pieceCounts(handle))
        details.availability.append(char(std::min(count, kMostCounted)));
    return details;
}

} // namespace essaim::engine
