// essaim-cli download: a .torrent or a magnet link becomes files.
#include "cli/commands.h"
#include "cli/network_options.h"
#include "cli/transfer.h"

#include <QDir>

namespace essaim::cli {
namespace {

struct DownloadOptions {
    std::string target;
    std::string savePath;
    std::string profile; ///< keeps resume data between runs
    NetworkOptions network;
    bool exitWhenDone = false;
    bool overwrite = false;
    bool json = false;
};

int download(const DownloadOptions& options) {
    Output output(options.json);
    if (const auto problem = options.network.problem())
        return output.wrongUsage(*problem);
    TransferRequest request;
    const QString target = fromArgument(options.target);
    if (target.startsWith(QStringLiteral("magnet:"), Qt::CaseInsensitive)) {
        request.torrent.magnet = target;
    } else {
        const auto bytes = engine::readBytes(target, engine::kMaxTorrentFile, Operation::OpenTorrent);
        if (!bytes)
            return output.fail(bytes.error());
        request.torrent.torrent = *bytes;
    }
    request.torrent.savePath = absolutePath(options.savePath);
    request.torrent.peers = fromArguments(options.network.peers);
    request.session.settings = options.network.settings();
    if (!options.profile.empty())
        request.session.databasePath = QDir(absolutePath(options.profile)).filePath(QStringLiteral("essaim.db"));
    if (options.overwrite)
        request.torrent.existingFiles = engine::ExistingFiles::Overwrite;
    request.exitWhenDone = options.exitWhenDone;
    return Transfer(request, output).run();
}

} // namespace

void addDownloadCommand(CLI::App& app, Action& chosen) {
    const auto options = std::make_shared<DownloadOptions>();
    CLI::App* command = app.add_subcommand("download", Text::tr("Download a torrent, then seed it").toStdString());
    command->add_option("FILE|MAGNET", options->target, Text::tr("A .torrent or a magnet link").toStdString())
        ->required();
    command->add_option("--save-path", options->savePath, Text::tr("Folder for the torrent's files").toStdString())
        ->required();
    options->network.describe(*command);
    command->add_flag(
        "--exit-when-done", options->exitWhenDone, Text::tr("End when every file is there").toStdString());
    command->add_flag(
        "--overwrite", options->overwrite,
        Text::tr("Complete or overwrite files that are there and differ").toStdString());
    command->add_flag("--json", options->json, Text::tr("One JSON object a line").toStdString());
    command->add_option("--profile", options->profile)->group(""); // hidden
    command->callback([options, &chosen] { chosen = [options] { return download(*options); }; });
}

} // namespace essaim::cli
