#include "engine/creation_plan.h"

#include "engine/gate/gate_limits.h"
#include "engine/gate/path_rules.h"
#include "engine/piece_length.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <bit>
#include <filesystem>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> refuse(ErrorKind kind, const QString& subject, std::string detail) {
    return failure(kind, Operation::CreateTorrent, subject.toStdString(), std::move(detail));
}

std::string native(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

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

bool areInOneFolder(const QStringList& items) {
    const QString folder = QFileInfo(items.front()).path();
    return std::ranges::all_of(items, [&](const QString& item) { return QFileInfo(item).path() == folder; });
}

/// The deepest folder that all items lie below.
QString commonFolder(const QStringList& items) {
    QString folder = QFileInfo(items.front()).path();
    const auto isAbove = [&folder](const QString& item) {
        return item.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
    };
    while (!std::ranges::all_of(items, isAbove))
        folder = QFileInfo(folder).path();
    return folder;
}

/// Whether the torrent calls a file below the chosen items otherwise than the disk does.
bool isRenamed(const SourceFile& file) {
    return !file.path.empty() && !file.diskPath.ends_with('/' + file.path);
}

Expected<void> checkItems(const QStringList& items, const CreateTorrentRequest& request) {
    if (items.isEmpty())
        return refuse(ErrorKind::InvalidData, {}, "nothing was chosen");
    for (const QString& item : items) {
        std::error_code error;
        const auto status = fs::symlink_status(native(item), error);
        if (error && status.type() != fs::file_type::not_found)
            return std::unexpected(systemError(error, Operation::CreateTorrent, item.toStdString()));
        if (status.type() == fs::file_type::not_found)
            return refuse(ErrorKind::NotFound, item, "it does not exist");
        if (QFileInfo(item).fileName().isEmpty())
            return refuse(ErrorKind::InvalidData, item, "the top of the file system cannot be shared");
    }
    if (!areInOneFolder(items) && request.name.isEmpty())
        return refuse(
            ErrorKind::InvalidData, items.back(), "the items are not in one folder: the torrent needs a name");
    for (const QStringList& globs : {request.filter.include, request.filter.exclude}) {
        for (const QString& glob : globs) {
            if (const auto problem = globProblem(glob))
                return refuse(ErrorKind::InvalidData, {}, problem->toStdString());
        }
    }
    return {};
}

/// What the torrent is called, and where its files are found.
Expected<void> setNames(CreationPlan& plan, const QStringList& items, const CreateTorrentRequest& request) {
    const bool isOneFolder = areInOneFolder(items);
    // One item is shared under its own name; several as a part of the folder that holds them.
    const QString top = items.size() == 1 ? items.front() : QFileInfo(items.front()).path();
    const QString wantedName = request.name.isEmpty() ? request.renames.value(top) : request.name;
    plan.shown.savePath = isOneFolder ? QFileInfo(top).path() : commonFolder(items);
    plan.shown.diskName = isOneFolder ? QFileInfo(top).fileName() : wantedName;
    plan.shown.name = wantedName.isEmpty() ? plan.shown.diskName : wantedName;
    if (plan.shown.diskName.isEmpty() && isOneFolder)
        return refuse(ErrorKind::InvalidData, top, "the top of the file system cannot be shared");
    for (const QString& name : {plan.shown.name, plan.shown.diskName}) {
        if (const auto refusal = refusedName(name.toStdString()))
            return refused(Operation::CreateTorrent, *refusal, top.toStdString());
    }
    return {};
}

/// Walks the items. Those of different folders stand side by side in the torrent.
Expected<bool> gather(CreationPlan& plan, const QStringList& items, const CreateTorrentRequest& request) {
    SourceWalk walk(request);
    const bool isOneFolder = areInOneFolder(items);
    QStringList names;
    for (const QString& item : items) {
        const QString name = QFileInfo(item).fileName();
        if (names.contains(name))
            return refuse(ErrorKind::InvalidData, item, "another item has the same name");
        names.append(name);
        const QString root = isOneFolder && items.size() > 1 ? QFileInfo(item).path() : item;
        walk.addChosen(native(item), items.size() == 1 ? std::string() : native(name), native(root));
    }
    plan.files = std::move(walk.files);
    std::ranges::sort(plan.files, comesBefore);
    plan.shown.leftOut = std::move(walk.leftOut);
    plan.shown.emptyFolders = std::move(walk.emptyFolders);
    using Reason = LeftOutFile::Reason;
    for (const LeftOutFile& file : plan.shown.leftOut) {
        const bool wasWished = file.reason == Reason::Excluded || file.reason == Reason::Unticked ||
                               file.reason == Reason::Junk || file.reason == Reason::Hidden;
        if (!wasWished)
            plan.shown.skipped.append(file.diskPath);
    }
    return walk.wasDenied();
}

void show(CreationPlan& plan, bool needsDiskPaths) {
    plan.shown.files.reserve(qsizetype(plan.files.size()));
    for (const SourceFile& source : plan.files) {
        PlannedFile file;
        file.path =
            source.path.empty() ? plan.shown.name : plan.shown.name + u'/' + QString::fromStdString(source.path);
        file.diskPath = QFile::decodeName(source.diskPath.c_str());
        file.size = source.identity.size;
        file.isExecutable = source.isExecutable;
        file.isLink = source.isLink;
        file.modifiedMs = source.identity.modifiedNs / 1'000'000;
        plan.shown.totalSize += file.size;
        if (needsDiskPaths)
            plan.shown.diskPaths.append(QDir(plan.shown.savePath).relativeFilePath(file.diskPath));
        plan.shown.files.append(std::move(file));
    }
    plan.shown.fileCount = int(plan.files.size());
}

/// What the .torrent will weigh, to within a few per cent.
std::int64_t estimateTorrent(const CreationPlan& plan, const CreateTorrentRequest& request) {
    const bool hasV1 = request.format != TorrentFormat::V2;
    const bool hasV2 = request.format != TorrentFormat::V1;
    constexpr std::int64_t kFrame = 250;
    constexpr std::int64_t kV1File = 30;
    constexpr std::int64_t kPadFile = 70;
    constexpr std::int64_t kV2File = 76;
    std::int64_t size = kFrame + request.comment.size() + request.source.size();
    for (const QStringList& tier : request.trackers) {
        for (const QString& url : tier)
            size += url.size() + 8;
    }
    for (const SourceFile& file : plan.files) {
        const auto path = std::int64_t(file.path.size()) + 4;
        const std::int64_t pieces = (file.identity.size + plan.shown.pieceLength - 1) / plan.shown.pieceLength;
        const auto nameAt = file.path.rfind('/') + 1;
        size += hasV1 ? path + kV1File : 0;
        size += hasV2 ? std::int64_t(file.path.size() - nameAt) + kV2File : 0;
        size += hasV2 && pieces > 1 ? pieces * 32 + 42 : 0;
        const bool isPadded = hasV1 && plan.shown.paddingSize > 0 && file.identity.size % plan.shown.pieceLength != 0;
        size += isPadded ? kPadFile : 0;
    }
    return size + (hasV1 ? std::int64_t{plan.shown.pieceCount} * 20 : 0);
}

Expected<void> cut(CreationPlan& plan, const CreateTorrentRequest& request, const QString& top) {
    const bool isAligned = request.format != TorrentFormat::V1 || request.padFiles;
    int length = request.pieceLength;
    if (length == 0)
        length = automaticPieceLength(plan.files, request.wantedPieces, isAligned);
    if (length < GateLimits::kMinPieceLength || length > GateLimits::kMaxPieceLength ||
        !std::has_single_bit(unsigned(length)))
        return refuse(ErrorKind::InvalidData, {}, "the piece length is not a power of two from 16 KiB to 128 MiB");
    plan.shown.pieceLength = length;
    const PieceCount count = countPieces(plan.files, length, isAligned);
    if (count.pieces > GateLimits::kPieces)
        return refuse(ErrorKind::InvalidData, top, "the pieces are too small: there would be too many");
    plan.shown.isOverpadded = request.format != TorrentFormat::V2 && count.padding > GateLimits::kPadding;
    if (plan.shown.isOverpadded && !request.allowOverpadding)
        return refuse(ErrorKind::InvalidData, top, "the pieces are too large: more than a gibibyte would be padding");
    plan.shown.pieceCount = int(count.pieces);
    plan.shown.paddingSize = request.format == TorrentFormat::V2 || plan.files.size() == 1 ? 0 : count.padding;
    plan.shown.torrentSize = estimateTorrent(plan, request);
    return {};
}

} // namespace

Expected<CreationPlan> planCreation(const CreateTorrentRequest& request) {
    const QStringList items = cleaned(request.paths);
    if (auto checked = checkItems(items, request); !checked)
        return std::unexpected(checked.error());
    CreationPlan plan;
    if (auto named = setNames(plan, items, request); !named)
        return std::unexpected(named.error());
    const auto wasDenied = gather(plan, items, request);
    if (!wasDenied)
        return std::unexpected(wasDenied.error());
    plan.files.shrink_to_fit();
    show(plan, !areInOneFolder(items) || std::ranges::any_of(plan.files, isRenamed));
    if (plan.shown.totalSize == 0)
        return *wasDenied ? refuse(ErrorKind::PermissionDenied, items.front(), "nothing in it can be read")
                          : refuse(ErrorKind::InvalidData, items.front(), "it holds no data");
    if (auto pieces = cut(plan, request, items.front()); !pieces)
        return std::unexpected(pieces.error());
    return plan;
}

Expected<CreateTorrentPlan> planTorrent(const CreateTorrentRequest& request) {
    auto plan = planCreation(request);
    if (!plan)
        return std::unexpected(plan.error());
    return std::move(plan->shown);
}

QList<CreateTorrentRequest> oneTorrentEach(const CreateTorrentRequest& request) {
    QList<CreateTorrentRequest> requests;
    for (const QString& path : cleaned(request.paths)) {
        CreateTorrentRequest single = request;
        single.paths = {path};
        single.name.clear();
        requests.append(std::move(single));
    }
    return requests;
}

} // namespace essaim::engine
