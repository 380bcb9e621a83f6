#include "engine/durability/start_decision.h"

#include "engine/durability/piece_bits.h"
#include "engine/resume_saver.h"
#include "engine/torrent_loader.h"

#include <libtorrent/hasher.hpp>
#include <libtorrent/read_resume_data.hpp>
#include <libtorrent/torrent_info.hpp>

#include <fcntl.h>
#include <map>
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

std::optional<lt::add_torrent_params> readResume(const std::string& bytes) {
    lt::error_code error;
    auto params = lt::read_resume_data({bytes.data(), std::ptrdiff_t(bytes.size())}, error);
    return error ? std::nullopt : std::optional(std::move(params));
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

} // namespace

bool isDoubtful(const storage::TorrentRecord& record, const storage::DurableRecord* durable) {
    if (record.resumeData.empty() || record.metadata.empty())
        return false; // it is checked from end to end anyway
    const auto resume = readResume(record.resumeData);
    return resume && (!resume->unfinished_pieces.empty() || doubtfulPieces(resume->have_pieces, durable).count() > 0);
}

std::string believable(const storage::TorrentRecord& record, const storage::DurableRecord* durable) {
    auto resume = readResume(record.resumeData);
    const auto loaded = loadTorrent(record.metadata);
    if (!resume || !loaded || !loaded->params.ti->info_hashes().has_v1() ||
        resume->have_pieces.size() > loaded->params.ti->num_pieces())
        return {};
    PieceReader reader(*loaded->params.ti, *resume, record.savePath);
    const PieceSet doubtful = doubtfulPieces(resume->have_pieces, durable);
    for (const lt::piece_index_t piece : doubtful.range()) {
        if (doubtful.get_bit(piece) && !reader.isRight(piece))
            resume->have_pieces.clear_bit(piece);
    }
    resume->unfinished_pieces.clear();
    resume->flags &= ~lt::torrent_flags::seed_mode;
    return encodeResume(*resume);
}

} // namespace essaim::engine
