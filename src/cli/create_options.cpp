#include "cli/create_options.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "core/units.h"

#include <QDir>
#include <QStandardPaths>

#include <limits>

namespace essaim::cli {
namespace {

/// Nothing if the text is neither "auto" nor a size.
std::optional<int> pieceLength(const std::string& text) {
    if (text == "auto")
        return 0;
    const auto size = parseByteSize(text);
    if (!size || *size <= 0 || *size > std::numeric_limits<int>::max())
        return std::nullopt;
    return int(*size);
}

engine::TorrentFormat formatOf(const std::string& text) {
    return text == "v2"       ? engine::TorrentFormat::V2
           : text == "hybrid" ? engine::TorrentFormat::Hybrid
                              : engine::TorrentFormat::V1;
}

/// Where hashes are remembered; empty if there is no such place.
QString cachePath(const CreateOptions& options) {
    if (options.noCache)
        return {};
    if (!options.cacheFile.empty())
        return absolutePath(options.cacheFile);
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/essaim");
    return QDir().mkpath(folder) ? folder + QStringLiteral("/hashes") : QString();
}

} // namespace

void CreateOptions::describe(CLI::App& command) {
    const auto repeated = [&command](const char* key, std::vector<std::string>& into, const QString& text) {
        command.add_option(key, into, text.toStdString())->allow_extra_args(false);
    };
    const auto flag = [&command](const char* key, bool& into, const QString& text) {
        command.add_flag(key, into, text.toStdString());
    };
    const auto option = [&command](const char* key, auto& into, const QString& text) {
        return command.add_option(key, into, text.toStdString());
    };
    option("PATH", paths, Text::tr("Files and folders; those of different folders need --name"))->required();
    option("-o,--output", output, Text::tr("The .torrent to write, a folder, or a pattern such as out/{name}.torrent"));
    flag("--each", each, Text::tr("A torrent of its own for each PATH"));
    repeated("--tracker", trackers, Text::tr("Announce URL; each repetition is a further tier, commas share one tier"));
    repeated("--web-seed", webSeeds, Text::tr("HTTP source; may be repeated"));
    option("--piece-size", pieceSize, Text::tr("Power of two from 16K to 128M, or auto"));
    option("--pieces", wantedPieces, Text::tr("Automatic piece size: at most so many pieces"))
        ->check(CLI::Range(1, 1 << 19));
    option("--format", format, Text::tr("v1, v2 or hybrid"))->check(CLI::IsMember({"v1", "v2", "hybrid"}));
    flag("--private", isPrivate, Text::tr("Peers from its trackers only"));
    flag("--pad-files", padFiles, Text::tr("Let each file of a v1 torrent begin a piece"));
    flag("--no-attributes", noAttributes, Text::tr("Do not mark programs as executable"));
    flag("--no-date", noDate, Text::tr("Do not state when it was made"));
    option("--name", name, Text::tr("Name of the torrent, if not that of the files"));
    option("--comment", comment, Text::tr("Text for whoever opens it"));
    option("--source", source, Text::tr("Text that makes the info-hash another one"));
    repeated("--exclude", exclude, Text::tr("Leave out what matches, such as *.nfo or extras/**; may be repeated"));
    repeated("--include", include, Text::tr("Take only what matches; may be repeated"));
    flag("--keep-junk", keepJunk, Text::tr("Take .DS_Store, Thumbs.db, *.part and the like, too"));
    flag("--skip-hidden", skipHidden, Text::tr("Leave out names that begin with a dot"));
    flag("--skip-links", skipLinks, Text::tr("Leave out symbolic links"));
    flag("--sequential", sequential, Text::tr("Read in order, as suits disks that turn"));
    flag("--gentle", gentle, Text::tr("Use one processor, and leave it and the disk to other programs"));
    option("--threads", threads, Text::tr("Threads that hash; 0 = automatic"))->check(CLI::Range(0, 64));
    flag("--no-cache", noCache, Text::tr("Read every file, also those whose hashes are known"));
    command.add_option("--cache-file", cacheFile)->group(""); // hidden
    flag("--strict", strict, Text::tr("End with an error if names or files would trouble others"));
    flag("--dry-run", dryRun, Text::tr("Say what would be made, write nothing"));
    flag("--json", json, Text::tr("One JSON object a line"));
}

std::expected<engine::CreateTorrentRequest, QString> CreateOptions::request() const {
    engine::CreateTorrentRequest request;
    const auto length = pieceLength(pieceSize);
    if (!length)
        return std::unexpected(Text::tr("--piece-size wants \"auto\" or a size such as 256K."));
    request.pieceLength = *length;
    request.wantedPieces = wantedPieces;
    request.paths = fromArguments(paths);
    request.name = fromArgument(name);
    request.format = formatOf(format);
    request.isPrivate = isPrivate;
    for (const QString& tier : fromArguments(trackers))
        request.trackers.append(tier.split(u',', Qt::SkipEmptyParts));
    request.webSeeds = fromArguments(webSeeds);
    request.comment = fromArgument(comment);
    request.source = fromArgument(source);
    request.filter.exclude = fromArguments(exclude);
    request.filter.include = fromArguments(include);
    request.filter.skipJunk = !keepJunk;
    request.filter.skipHidden = skipHidden;
    request.symlinks = skipLinks ? engine::SymlinkPolicy::Skip : engine::SymlinkPolicy::Follow;
    request.padFiles = padFiles;
    request.allowOverpadding = true;
    request.markPrograms = !noAttributes;
    request.withDate = !noDate;
    request.threads = threads;
    request.isGentle = gentle;
    request.readOrder = sequential ? engine::ReadOrder::Sequential : engine::ReadOrder::Automatic;
    request.cachePath = cachePath(*this);
    if (each && !name.empty())
        return std::unexpected(Text::tr("--name is for one torrent, --each makes several."));
    return request;
}

} // namespace essaim::cli
