// essaim-cli create: files and folders become a .torrent.
#include "cli/commands.h"
#include "cli/output.h"
#include "core/units.h"
#include "engine/create_torrent.h"
#include "engine/torrent_file.h"
#include "text/text.h"

#include <QSaveFile>

#include <limits>

namespace essaim::cli {
namespace {

struct CreateOptions {
    std::vector<std::string> paths;
    std::string output;
    std::vector<std::string> trackers;
    std::vector<std::string> webSeeds;
    std::string pieceSize = "auto";
    std::string format = "v1";
    bool isPrivate = false;
    std::string name;
    std::string comment;
    std::string source;
    int threads = 0;
    bool json = false;
};

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

engine::CreateTorrentRequest requestOf(const CreateOptions& options) {
    engine::CreateTorrentRequest request;
    request.paths = fromArguments(options.paths);
    request.name = fromArgument(options.name);
    request.format = formatOf(options.format);
    request.isPrivate = options.isPrivate;
    for (const QString& tracker : fromArguments(options.trackers))
        request.trackers.append(QStringList{tracker}); // a tier each, in the order given
    request.webSeeds = fromArguments(options.webSeeds);
    request.comment = fromArgument(options.comment);
    request.source = fromArgument(options.source);
    request.threads = options.threads;
    return request;
}

Expected<void> save(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const ErrorKind kind = file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError
                               ? ErrorKind::PermissionDenied
                           : file.error() == QFileDevice::ResourceError ? ErrorKind::DiskFull
                                                                        : ErrorKind::Internal;
    return failure(kind, Operation::WriteFile, path.toStdString(), file.errorString().toStdString());
}

void report(Output& output, const engine::CreatedTorrent& created, const QString& path) {
    const QString magnet = engine::makeMagnet(created.infoHash, created.name, {});
    QJsonObject object{
        {QStringLiteral("event"), QStringLiteral("created")},
        {QStringLiteral("path"), path},
        {QStringLiteral("name"), created.name},
        {QStringLiteral("size"), created.totalSize},
        {QStringLiteral("files"), created.fileCount},
        {QStringLiteral("pieceLength"), created.pieceLength},
        {QStringLiteral("pieces"), created.pieceCount},
        {QStringLiteral("magnet"), magnet}};
    if (created.infoHash.v1)
        object.insert(QStringLiteral("infoHashV1"), QString::fromStdString(created.infoHash.v1->toHex()));
    if (created.infoHash.v2)
        object.insert(QStringLiteral("infoHashV2"), QString::fromStdString(created.infoHash.v2->toHex()));
    output.object(object);
    output.line(Text::tr("%1: %n file(s), %2, %3 pieces of %4", nullptr, created.fileCount)
                    .arg(
                        created.name, text::size(created.totalSize), QString::number(created.pieceCount),
                        pieceLengthText(created.pieceLength)));
    output.line(Text::tr("Written to %1").arg(path));
    output.line(magnet);
}

int create(const CreateOptions& options) {
    Output output(options.json);
    const auto length = pieceLength(options.pieceSize);
    if (!length)
        return output.wrongUsage(Text::tr("--piece-size wants \"auto\" or a size such as 256K."));
    engine::CreateTorrentRequest request = requestOf(options);
    request.pieceLength = *length;

    const auto plan = engine::planTorrent(request);
    if (!plan)
        return output.fail(plan.error());
    for (const QString& skipped : plan->skipped)
        output.line(Text::tr("Left out: %1").arg(skipped));
    const auto created = engine::createTorrent(request, [&output](const engine::HashProgress& state) {
        output.progress(Text::tr("Hashing: %1").arg(text::percent(double(state.done) / double(state.total))), false);
        return true;
    });
    if (!created)
        return output.fail(created.error());
    const QString path = absolutePath(options.output);
    if (const auto saved = save(path, created->torrent); !saved)
        return output.fail(saved.error());
    report(output, *created, path);
    return Success;
}

} // namespace

void addCreateCommand(CLI::App& app, Action& chosen) {
    const auto options = std::make_shared<CreateOptions>();
    CLI::App* command = app.add_subcommand("create", Text::tr("Make a .torrent of files and folders").toStdString());
    command
        ->add_option(
            "PATH", options->paths, Text::tr("One file, one folder, or several items of one folder").toStdString())
        ->required();
    command->add_option("-o,--output", options->output, Text::tr("The .torrent to write").toStdString())->required();
    command->add_option("--tracker", options->trackers, Text::tr("Announce URL; may be repeated").toStdString())
        ->allow_extra_args(false);
    command->add_option("--web-seed", options->webSeeds, Text::tr("HTTP source; may be repeated").toStdString())
        ->allow_extra_args(false);
    command->add_option(
        "--piece-size", options->pieceSize, Text::tr("Power of two from 16K to 128M, or auto").toStdString());
    command->add_option("--format", options->format, Text::tr("v1, v2 or hybrid").toStdString())
        ->check(CLI::IsMember({"v1", "v2", "hybrid"}));
    command->add_flag("--private", options->isPrivate, Text::tr("Peers from its trackers only").toStdString());
    command->add_option(
        "--name", options->name, Text::tr("Name of the torrent, if not that of the files").toStdString());
    command->add_option("--comment", options->comment, Text::tr("Text for whoever opens it").toStdString());
    command->add_option(
        "--source", options->source, Text::tr("Text that makes the info-hash another one").toStdString());
    command->add_option("--threads", options->threads, Text::tr("Threads that hash; 0 = automatic").toStdString())
        ->check(CLI::Range(0, 64));
    command->add_flag("--json", options->json, Text::tr("One JSON object a line").toStdString());
    command->callback([options, &chosen] { chosen = [options] { return create(*options); }; });
}

} // namespace essaim::cli
