#include "engine/creation_plan.h"

#include "engine/gate/path_rules.h"
#include "engine/gate/torrent_gate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <bit>
#include <filesystem>
#include <unistd.h>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> refuse(ErrorKind kind, const QString& subject, std::string detail) {
    return failure(kind, Operation::CreateTorrent, subject.toStdString(), std::move(detail));
}

bool isUtf8(const std::string& name) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(QByteArrayView(name.data(), qsizetype(name.size())));
    return !decoder.hasError();
}

/// Walks the chosen items and gathers what can be shared.
class Collector {
public:
    /// `base` is the save path; `root` the chosen folder, the only place that links may lead to.
    Collector(fs::path base, const fs::path& root)
        : m_base(std::move(base)) {
        std::error_code ignored;
        m_root = fs::canonical(root, ignored);
    }

    /// An item that the user chose. If it is a link, what it leads to is meant, wherever that is.
    void addChosen(const fs::path& path) {
        std::error_code error;
        if (fs::is_directory(path, error))
            addFolder(path);
        else if (fs::is_regular_file(path, error) && ::access(path.c_str(), R_OK) == 0)
            addFile(path);
        else
            addItem(path);
    }

    std::vector<SourceFile> files;
    QStringList skipped;
    [[nodiscard]] bool wasDenied() const { return m_denied; }

private:
    void addItem(const fs::path& path) {
        std::error_code error;
        const fs::file_status linkStatus = fs::symlink_status(path, error);
        const fs::file_status status = fs::status(path, error);
        if (!isNameUsable(path) || (fs::is_symlink(linkStatus) && !isLinkInside(path, status)))
            return skip(path);
        if (fs::is_directory(status))
            return addFolder(path);
        if (!fs::is_regular_file(status) || ::access(path.c_str(), R_OK) != 0) {
            m_denied = m_denied || fs::is_regular_file(status);
            return skip(path);
        }
        addFile(path);
    }

    bool isNameUsable(const fs::path& path) const {
        const std::string name = path.filename().string();
        return isUtf8(name) && !refusedName(name);
    }

    /// Links to folders could lead in circles; links to files of the same folder are shared as what they point to.
    bool isLinkInside(const fs::path& path, const fs::file_status& status) const {
        std::error_code error;
        const fs::path target = fs::canonical(path, error);
        if (error || !fs::is_regular_file(status))
            return false;
        return std::ranges::mismatch(m_root, target).in1 == m_root.end();
    }

    void addFolder(const fs::path& folder) {
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        if (error) {
            m_denied = true;
            return skip(folder);
        }
        for (const fs::directory_iterator end; entry != end && !error; entry.increment(error))
            addItem(entry->path());
    }

    void addFile(const fs::path& path) {
        std::error_code error;
        const auto size = std::int64_t(fs::file_size(path, error));
        const auto modified = fs::last_write_time(path, error);
        if (error)
            return skip(path);
        files.push_back({path.lexically_relative(m_base).string(), size, modified.time_since_epoch().count()});
    }

    void skip(const fs::path& path) { skipped.append(QFile::decodeName(path.c_str())); }

    fs::path m_base;
    fs::path m_root;
    bool m_denied = false;
};

/// As a file tree of version 2 is sorted: part by part.
bool comesBefore(const SourceFile& a, const SourceFile& b) {
    return std::ranges::lexicographical_compare(a.path, b.path, [](char x, char y) {
        const auto rank = [](char c) { return c == '/' ? 0 : int(static_cast<unsigned char>(c)); };
        return rank(x) < rank(y);
    });
}

/// Absolute, clean, without repetitions, in a fixed order.
QStringList cleaned(const QStringList& paths) {
    QStringList result;
    for (const QString& path : paths) {
        if (!path.isEmpty())
            result.append(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    }
    result.sort();
    result.removeDuplicates();
    return result;
}

Expected<void> checkItems(const QStringList& items) {
    if (items.isEmpty())
        return refuse(ErrorKind::InvalidData, {}, "nothing was chosen");
    const QString folder = QFileInfo(items.front()).path();
    for (const QString& item : items) {
        std::error_code error;
        const auto status = fs::symlink_status(QFile::encodeName(item).toStdString(), error);
        if (error && status.type() != fs::file_type::not_found)
            return std::unexpected(systemError(error, Operation::CreateTorrent, item.toStdString()));
        if (status.type() == fs::file_type::not_found)
            return refuse(ErrorKind::NotFound, item, "it does not exist");
        if (QFileInfo(item).path() != folder)
            return refuse(ErrorKind::InvalidData, item, "the items are not in one folder");
    }
    if (QFileInfo(items.size() > 1 ? folder : items.front()).fileName().isEmpty())
        return refuse(ErrorKind::InvalidData, folder, "the top of the file system cannot be shared");
    return {};
}

Expected<int> choosePieceLength(const CreateTorrentRequest& request, std::int64_t totalSize) {
    if (request.pieceLength == 0)
        return automaticPieceLength(totalSize);
    if (request.pieceLength < GateLimits::kMinPieceLength || request.pieceLength > GateLimits::kMaxPieceLength ||
        !std::has_single_bit(unsigned(request.pieceLength)))
        return refuse(ErrorKind::InvalidData, {}, "the piece length is not a power of two from 16 KiB to 128 MiB");
    return request.pieceLength;
}

std::int64_t
countPieces(const std::vector<SourceFile>& files, std::int64_t totalSize, int pieceLength, TorrentFormat format) {
    const auto piecesOf = [pieceLength](std::int64_t size) { return (size + pieceLength - 1) / pieceLength; };
    if (format == TorrentFormat::V1)
        return piecesOf(totalSize);
    std::int64_t count = 0;
    for (const SourceFile& file : files)
        count += piecesOf(file.size);
    return count;
}

} // namespace

int automaticPieceLength(std::int64_t totalSize) {
    constexpr std::int64_t kMostPieces = 2000;
    int length = 16 * 1024;
    while (length < 16 * 1024 * 1024 && totalSize > kMostPieces * length)
        length *= 2;
    return length;
}

Expected<CreationPlan> planCreation(const CreateTorrentRequest& request) {
    const QStringList items = cleaned(request.paths);
    if (auto checked = checkItems(items); !checked)
        return std::unexpected(checked.error());

    // One item is shared under its own name; several as a part of the folder that holds them.
    const QString top = items.size() == 1 ? items.front() : QFileInfo(items.front()).path();
    CreationPlan plan;
    plan.shown.savePath = QFileInfo(top).path();
    plan.shown.diskName = QFileInfo(top).fileName();
    plan.shown.name = request.name.isEmpty() ? plan.shown.diskName : request.name;
    for (const QString& name : {plan.shown.name, plan.shown.diskName}) {
        if (const auto refusal = refusedName(name.toStdString()))
            return refused(Operation::CreateTorrent, *refusal, top.toStdString());
    }

    Collector collector(QFile::encodeName(plan.shown.savePath).toStdString(), QFile::encodeName(top).toStdString());
    for (const QString& item : items)
        collector.addChosen(QFile::encodeName(item).toStdString());
    plan.files = std::move(collector.files);
    plan.shown.skipped = std::move(collector.skipped);
    std::ranges::sort(plan.files, comesBefore);
    for (const SourceFile& file : plan.files)
        plan.shown.totalSize += file.size;
    if (plan.shown.totalSize == 0)
        return collector.wasDenied() ? refuse(ErrorKind::PermissionDenied, top, "nothing in it can be read")
                                     : refuse(ErrorKind::InvalidData, top, "it holds no data");

    const auto pieceLength = choosePieceLength(request, plan.shown.totalSize);
    if (!pieceLength)
        return std::unexpected(pieceLength.error());
    plan.shown.pieceLength = *pieceLength;
    plan.shown.fileCount = int(plan.files.size());
    const std::int64_t pieces = countPieces(plan.files, plan.shown.totalSize, *pieceLength, request.format);
    if (pieces > GateLimits::kPieces)
        return refuse(
            ErrorKind::InvalidData, top, "the pieces are too small: there would be " + std::to_string(pieces));
    plan.shown.pieceCount = int(pieces);
    return plan;
}

Expected<CreateTorrentPlan> planTorrent(const CreateTorrentRequest& request) {
    auto plan = planCreation(request);
    if (!plan)
        return std::unexpected(plan.error());
    return std::move(plan->shown);
}

} // namespace essaim::engine
