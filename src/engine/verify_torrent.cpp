#include "engine/verify_torrent.h"

#include "engine/lt_convert.h"
#include "engine/torrent_loader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <libtorrent/torrent_info.hpp>

#include <algorithm>

namespace essaim::engine {
namespace {

constexpr qint64 kLeaf = 16 * 1024; ///< BEP 52: the tree of a file is made of blocks of this size

using Hash = QCryptographicHash;
using State = VerifiedFile::State;

/// Reads the files of one torrent one after the other as if they were one.
class Verifier {
public:
    Verifier(const lt::torrent_info& info, const QDir& folder, const std::function<bool(qint64, qint64)>& progress)
        : m_info(info)
        , m_storage(info.files())
        , m_folder(folder)
        , m_progress(progress) {
        for (const lt::file_index_t index : m_storage.file_range()) {
            VerifiedFile file;
            file.path = toQString(m_storage.file_path(index));
            file.size = m_storage.file_size(index);
            const QFileInfo onDisk(m_folder.filePath(file.path));
            const bool isThere = m_storage.pad_file_at(index) || onDisk.isFile();
            file.state = isThere ? State::Damaged : State::Missing;
            if (isThere && file.size == 0)
                file.state = State::Complete;
            m_files.append(std::move(file));
        }
    }

    Expected<VerifyReport> run() {
        const bool isDone = m_info.info_hashes().has_v2() ? checkFiles() : checkPieces();
        if (!isDone)
            return failure(ErrorKind::Cancelled, Operation::CheckTorrent, m_info.name());
        VerifyReport report;
        for (const lt::file_index_t index : m_storage.file_range()) {
            VerifiedFile& file = fileAt(index);
            if (m_storage.pad_file_at(index))
                continue;
            if (file.goodBytes == file.size && file.state != State::Missing)
                file.state = State::Complete;
            report.totalSize += file.size;
            report.goodBytes += file.goodBytes;
            report.files.append(file);
        }
        return report;
    }

private:
    VerifiedFile& fileAt(lt::file_index_t index) { return m_files[static_cast<int>(index)]; }

    bool reportProgress(qint64 bytes) {
        m_done += bytes;
        return !m_progress || m_progress(std::min(m_done, qint64(m_info.total_size())), m_info.total_size());
    }

    /// Nothing if the file is shorter than that or cannot be read.
    QByteArray read(lt::file_index_t index, qint64 offset, qint64 size) {
        if (m_storage.pad_file_at(index))
            return QByteArray(size, '\0');
        if (m_open.fileName() != m_folder.filePath(fileAt(index).path)) {
            m_open.close();
            m_open.setFileName(m_folder.filePath(fileAt(index).path));
            if (fileAt(index).state == State::Missing || !m_open.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                return {};
        }
        if (!m_open.isOpen() || !m_open.seek(offset))
            return {};
        const QByteArray bytes = m_open.read(size);
        return bytes.size() == size ? bytes : QByteArray();
    }

    /// Version 1: pieces run across files; a file is right where its pieces are.
    bool checkPieces() {
        for (const lt::piece_index_t piece : m_info.piece_range()) {
            const int size = m_info.piece_size(piece);
            const auto slices = m_storage.map_block(piece, 0, size);
            Hash hash(Hash::Sha1);
            bool isReadable = true;
            for (const lt::file_slice& slice : slices) {
                const QByteArray bytes = read(slice.file_index, slice.offset, slice.size);
                isReadable = isReadable && bytes.size() == slice.size;
                hash.addData(bytes);
            }
            const lt::sha1_hash expected = m_info.hash_for_piece(piece);
            if (isReadable && hash.result() == QByteArray::fromRawData(expected.data(), 20)) {
                for (const lt::file_slice& slice : slices)
                    fileAt(slice.file_index).goodBytes += slice.size;
            }
            if (!reportProgress(size))
                return false;
        }
        return true;
    }

    /// Version 2: every file has a hash tree of its own.
    bool checkFiles() {
        for (const lt::file_index_t index : m_storage.file_range()) {
            VerifiedFile& file = fileAt(index);
            if (m_storage.pad_file_at(index) || file.size == 0)
                continue;
            bool isCancelled = false;
            const QByteArray root = treeRoot(index, isCancelled);
            if (isCancelled)
                return false;
            const lt::sha256_hash expected = m_storage.root(index);
            if (root == QByteArray::fromRawData(expected.data(), 32))
                file.goodBytes = file.size;
        }
        return true;
    }

    /// Empty if the file cannot be read to its end.
    QByteArray treeRoot(lt::file_index_t index, bool& isCancelled) {
        const qint64 size = fileAt(index).size;
        QList<QByteArray> layer;
        for (qint64 offset = 0; offset < size; offset += kLeaf) {
            const qint64 count = std::min(kLeaf, size - offset);
            const QByteArray bytes = read(index, offset, count);
            if (!reportProgress(count)) {
                isCancelled = true;
                return {};
            }
            if (bytes.isEmpty())
                return {};
            layer.append(Hash::hash(bytes, Hash::Sha256));
        }
        return rootOf(std::move(layer));
    }

    /// The layer is filled up with zero hashes to a power of two; what pads a higher layer follows from that.
    static QByteArray rootOf(QList<QByteArray> layer) {
        QByteArray padding(32, '\0');
        while (layer.size() > 1) {
            if (layer.size() % 2 != 0)
                layer.append(padding);
            QList<QByteArray> parents;
            for (qsizetype i = 0; i < layer.size(); i += 2)
                parents.append(Hash::hash(layer[i] + layer[i + 1], Hash::Sha256));
            padding = Hash::hash(padding + padding, Hash::Sha256);
            layer = std::move(parents);
        }
        return layer.value(0);
    }

    const lt::torrent_info& m_info;
    const lt::file_storage& m_storage;
    QDir m_folder;
    const std::function<bool(qint64, qint64)>& m_progress;
    QList<VerifiedFile> m_files;
    QFile m_open; ///< the file that was read last
    qint64 m_done = 0;
};

} // namespace

bool VerifyReport::isComplete() const {
    return std::ranges::all_of(files, [](const VerifiedFile& file) { return file.state == State::Complete; });
}

Expected<VerifyReport> verifyTorrent(
    const QByteArray& torrent, const QString& savePath,
    const std::function<bool(qint64 done, qint64 total)>& progress) {
    const auto loaded = loadTorrent(viewOf(torrent));
    if (!loaded)
        return std::unexpected(loaded.error());
    return Verifier(*loaded->params.ti, QDir(savePath), progress).run();
}

} // namespace essaim::engine
