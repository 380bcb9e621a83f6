#include "engine/piece_wishes.h"

#include <libtorrent/file_storage.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>

namespace essaim::engine {

namespace {

constexpr int kNormal = 4;
constexpr int kFirst = 7;
constexpr std::int64_t kParts = 100; ///< of a file: so much at each end

/// Pieces first to last, both included.
struct Span {
    int first;
    int last;
};

Span piecesOf(const lt::file_storage& files, lt::file_index_t file) {
    const std::int64_t begin = files.file_offset(file);
    return {int(begin / files.piece_length()), int((begin + files.file_size(file) - 1) / files.piece_length())};
}

int priorityOf(const std::string& stored, lt::file_index_t file) {
    const auto index = std::size_t(static_cast<int>(file));
    return index < stored.size() ? std::clamp(int(stored[index]), 0, kFirst) : kNormal;
}

} // namespace

std::vector<lt::download_priority_t>
pieceWishes(const lt::file_storage& files, const std::string& filePriorities, bool firstLastFirst) {
    std::vector<lt::download_priority_t> wishes(std::size_t(files.num_pieces()), lt::dont_download);
    const auto raise = [&wishes](int first, int last, int priority) {
        for (int piece = first; piece <= last; ++piece) {
            auto& wish = wishes[std::size_t(piece)];
            wish = std::max(wish, lt::download_priority_t(std::uint8_t(priority)));
        }
    };
    for (const lt::file_index_t file : files.file_range()) {
        const int priority = priorityOf(filePriorities, file);
        if (files.file_size(file) <= 0 || files.pad_file_at(file) || priority == 0)
            continue;
        const Span span = piecesOf(files, file);
        raise(span.first, span.last, priority);
        if (!firstLastFirst)
            continue;
        const std::int64_t part = (files.file_size(file) + kParts - 1) / kParts;
        const int more = int((part + files.piece_length() - 1) / files.piece_length()) - 1;
        raise(span.first, std::min(span.last, span.first + more), kFirst);
        raise(std::max(span.first, span.last - more), span.last, kFirst);
    }
    return wishes;
}

void wishPieces(const TorrentEntry& entry) {
    const auto info = entry.handle.is_valid() && entry.metadata ? entry.handle.torrent_file() : nullptr;
    if (info)
        entry.handle.prioritize_pieces(
            pieceWishes(info->files(), entry.record.filePriorities, entry.record.flags.firstLastFirst));
}

} // namespace essaim::engine
