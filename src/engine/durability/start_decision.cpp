#include "engine/durability/start_decision.h"

#include "engine/checks/part_file.h"
#include "engine/durability/payload_sync.h"
#include "engine/durability/piece_bits.h"
#include "engine/files/file_system.h"
#include "engine/resume_saver.h"
#include "engine/torrent_loader.h"

#include <libtorrent/hasher.hpp>
#include <libtorrent/read_resume_data.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <fcntl.h>
#include <set>
#include <unistd.h>
#include <vector>

namespace essaim::engine {
namespace {

/// Pieces that are claimed without being known to be on the disk.
PieceSet doubtfulPieces(const PieceSet& claimed, const storage::DurableRecord* durable) {
    PieceSet doubtful = claimed;
    if (durable == nullptr)
        return doubtful;
    const PieceSet sure =
        durable->complete ? PieceSet(claimed.size(), true) : decodePieces(durable->pieces, claimed.size());
    for (const lt::piece_index_t piece : claimed.range()) {
        if (sure.get_bit(piece))
            doubtful.clear_bit(piece);
    }
    return doubtful;
}

/// With the names that the store has: the resume data may be a generation older.
std::optional<lt::add_torrent_params> readResume(const storage::TorrentRecord& record) {
    lt::error_code error;
    const std::string& bytes = record.resumeData;
    auto params = lt::read_resume_data({bytes.data(), std::ptrdiff_t(bytes.size())}, error);
    if (error)
        return std::nullopt;
    for (const auto& [number, path] : record.renamedFiles)
        params.renamed_files[lt::file_index_t(number)] = path;
    return params;
}

/// Keeps the last file open: pieces come in order.
class PieceReader {
public:
    PieceReader(const lt::torrent_info& info, const lt::add_torrent_params& params, std::string savePath)
        : m_info(info)
        , m_params(params)
        , m_savePath(std::move(savePath)) {}
    ~PieceReader() { close(); }
    PieceReader(const PieceReader&) = delete;
    PieceReader& operator=(const PieceReader&) = delete;

    bool isRight(lt::piece_index_t piece) {
        lt::hasher hasher;
        std::vector<char> buffer;
        for (const lt::file_slice& slice : m_info.files().map_block(piece, 0, m_info.piece_size(piece))) {
            buffer.assign(std::size_t(slice.size), '\0');
            if (!m_info.files().pad_file_at(slice.file_index) && !read(slice, buffer))
                return false;
            hasher.update(buffer.data(), int(buffer.size()));
        }
        return hasher.final() == m_info.hash_for_piece(piece);
    }

private:
    bool read(const lt::file_slice& slice, std::vector<char>& buffer) {
        if (m_open != slice.file_index) {
            close();
            const auto renamed = m_params.renamed_files.find(slice.file_index);
            const std::string path =
                renamed == m_params.renamed_files.end() ? m_info.files().file_path(slice.file_index) : renamed->second;
            m_file = ::open((m_savePath + '/' + path).c_str(), O_RDONLY | O_CLOEXEC);
            m_open = slice.file_index;
        }
        for (std::size_t done = 0; done < buffer.size();) {
            const auto count =
                ::pread(m_file, buffer.data() + done, buffer.size() - done, slice.offset + std::int64_t(done));
            if (count <= 0)
                return false;
            done += std::size_t(count);
        }
        return true;
    }
    void close() {
        if (m_file >= 0)
            ::close(m_file);
        m_file = -1;
    }

    const lt::torrent_info& m_info;
    const lt::add_torrent_params& m_params;
    const std::string m_savePath;
    lt::file_index_t m_open{-1};
    int m_file = -1;
};

/// Numbers of files that are not wanted, by the store's word or by that of the resume data.
std::set<lt::file_index_t>
unwantedFiles(const lt::torrent_info& info, const lt::add_torrent_params& resume, const std::string& wanted) {
    std::set<lt::file_index_t> files;
    for (const lt::file_index_t index : info.files().file_range()) {
        const auto file = std::size_t(static_cast<int>(index));
        if ((file < wanted.size() && wanted[file] == '\0') ||
            (file < resume.file_priorities.size() && resume.file_priorities[file] == lt::dont_download))
            files.insert(index);
    }
    return files;
}

/// Claimed pieces that reach into one of these files.
PieceSet piecesOf(const lt::torrent_info& info, const PieceSet& claimed, const std::set<lt::file_index_t>& files) {
    PieceSet pieces(claimed.size(), false);
    for (const lt::piece_index_t piece : claimed.range()) {
        if (!claimed.get_bit(piece))
            continue;
        for (const lt::file_slice& slice : info.files().map_block(piece, 0, info.piece_size(piece))) {
            if (files.contains(slice.file_index))
                pieces.set_bit(piece);
        }
    }
    return pieces;
}

/// Whether the part file has what these pieces claim of these files.
bool isInPartFile(
    const lt::torrent_info& info, const std::string& path, const PieceSet& pieces,
    const std::set<lt::file_index_t>& files) {
    const PartFile parts(path, info.files());
    const auto there = lookAt(path).value_or(std::nullopt);
    const std::int64_t size = there ? there->stamp.size : 0;
    return std::ranges::all_of(files, [&](lt::file_index_t file) {
        const std::int64_t length = info.piece_length();
        std::set<std::int64_t> held; // numbers of pieces
        for (const hashing::HashExtent& extent : parts.extentsOf(info.files(), file)) {
            if (extent.place < size)
                held.insert((info.files().file_offset(file) + extent.offset) / length);
        }
        const lt::piece_index_t last =
            info.files().map_file(file, std::max<std::int64_t>(info.files().file_size(file) - 1, 0), 0).piece;
        for (lt::piece_index_t piece = info.files().map_file(file, 0, 0).piece; piece <= last; ++piece) {
            if (pieces.get_bit(piece) && !held.contains(static_cast<int>(piece)))
                return false;
        }
        return true;
    });
}

/// Nothing if single pieces cannot be checked.
std::optional<LoadedTorrent> loadToCheck(const std::string& metadata, const lt::add_torrent_params& resume) {
    auto loaded = loadTorrent(metadata);
    if (!loaded || !loaded->params.ti->info_hashes().has_v1() ||
        resume.have_pieces.size() > loaded->params.ti->num_pieces())
        return std::nullopt;
    return std::move(*loaded);
}

/// Reads these pieces, and leaves the claims to those that are right.
std::string checkedResume(
    lt::add_torrent_params resume, const lt::torrent_info& info, const std::string& savePath,
    const PieceSet& doubtful) {
    PieceReader reader(info, resume, savePath);
    for (const lt::piece_index_t piece : doubtful.range()) {
        if (doubtful.get_bit(piece) && !reader.isRight(piece))
            resume.have_pieces.clear_bit(piece);
    }
    resume.unfinished_pieces.clear();
    resume.flags &= ~lt::torrent_flags::seed_mode;
    return encodeResume(resume);
}

bool hasUnwanted(const lt::add_torrent_params& resume, const std::string& wanted) {
    return wanted.contains('\0') ||
           std::ranges::find(resume.file_priorities, lt::dont_download) != resume.file_priorities.end();
}

} // namespace

bool isDoubtful(const storage::TorrentRecord& record, const storage::DurableRecord* durable) {
    if (record.resumeData.empty() || record.metadata.empty())
        return false; // it is checked from end to end anyway
    const auto resume = readResume(record);
    return resume && (!resume->unfinished_pieces.empty() || doubtfulPieces(resume->have_pieces, durable).count() > 0);
}

std::string believable(const storage::TorrentRecord& record, const storage::DurableRecord* durable) {
    const auto resume = readResume(record);
    const auto loaded = resume ? loadToCheck(record.metadata, *resume) : std::nullopt;
    if (!loaded)
        return {};
    return checkedResume(*resume, *loaded->params.ti, record.savePath, doubtfulPieces(resume->have_pieces, durable));
}

std::optional<std::string> withoutPartFile(const storage::TorrentRecord& record, bool isAllDoubtful) {
    const auto resume = readResume(record);
    if (!resume || record.metadata.empty() || !hasUnwanted(*resume, record.filePriorities))
        return std::nullopt;
    const auto loaded = loadToCheck(record.metadata, *resume);
    if (!loaded)
        return std::string();
    const lt::torrent_info& info = *loaded->params.ti;
    return checkedResume(
        *resume, info, record.savePath,
        isAllDoubtful ? resume->have_pieces
                      : piecesOf(info, resume->have_pieces, unwantedFiles(info, *resume, record.filePriorities)));
}

bool lacksPartFile(const storage::TorrentRecord& record) {
    const auto resume = readResume(record);
    const auto loaded =
        resume && hasUnwanted(*resume, record.filePriorities) ? loadToCheck(record.metadata, *resume) : std::nullopt;
    if (!loaded)
        return false;
    const lt::torrent_info& info = *loaded->params.ti;
    auto files = unwantedFiles(info, *resume, record.filePriorities);
    std::erase_if(files, [&](lt::file_index_t index) { // written before the user changed his mind
        const auto renamed = resume->renamed_files.find(index);
        const std::string path =
            renamed == resume->renamed_files.end() ? info.files().file_path(index) : renamed->second;
        const auto there = lookAt(record.savePath + '/' + path).value_or(std::nullopt);
        return there && there->stamp.size >= info.files().file_size(index);
    });
    std::erase_if(files, [&](lt::file_index_t index) { return info.files().file_size(index) == 0; });
    const PieceSet pieces = piecesOf(info, resume->have_pieces, files);
    return pieces.count() > 0 && !isInPartFile(info, partFileOf(info, record.savePath), pieces, files);
}

} // namespace essaim::engine
