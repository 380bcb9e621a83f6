// essaim-cli seed: files that are there are offered to others.
#include "cli/commands.h"
#include "cli/hash_line.h"
#include "cli/network_options.h"
#include "cli/transfer.h"
#include "engine/verify_torrent.h"
#include "text/text.h"

namespace essaim::cli {
namespace {

struct SeedOptions {
    std::string torrent;
    std::string savePath;
    NetworkOptions network;
    bool json = false;
};

int seed(const SeedOptions& options) {
    Output output(options.json);
    if (const auto problem = options.network.problem())
        return output.wrongUsage(*problem);
    const QString path = absolutePath(options.torrent);
    const auto bytes = engine::readBytes(path, engine::kMaxTorrentFile, Operation::OpenTorrent);
    if (!bytes)
        return output.fail(bytes.error());
    TransferRequest request;
    request.torrent.torrent = *bytes;
    request.torrent.savePath = absolutePath(options.savePath);
    request.torrent.peers = fromArguments(options.network.peers);
    request.session.settings = options.network.settings();
    request.isSeed = true;

    HashLine line(output);
    const auto report =
        engine::verifyTorrent(*bytes, request.torrent.savePath, [&line](const engine::HashProgress& state) {
            line.show(state);
            return true;
        });
    if (!report)
        return output.fail(report.error());
    if (report->goodBytes == 0)
        return output.fail(
            {ErrorKind::NotFound, Operation::CheckTorrent, request.torrent.savePath.toStdString(),
             "none of the torrent's files is there"});
    request.torrent.seedMode = report->isComplete();
    if (!report->isComplete())
        output.line(Text::tr("Only %1 of %2 are there: the rest is downloaded if somebody has it.")
                        .arg(text::size(report->goodBytes), text::size(report->totalSize)));
    return Transfer(request, output).run();
}

} // namespace

void addSeedCommand(CLI::App& app, Action& chosen) {
    const auto options = std::make_shared<SeedOptions>();
    CLI::App* command = app.add_subcommand("seed", Text::tr("Offer files that are there to others").toStdString());
    command->add_option("FILE", options->torrent, Text::tr("A .torrent").toStdString())->required();
    command
        ->add_option("--save-path", options->savePath, Text::tr("Folder that holds the torrent's files").toStdString())
        ->required();
    options->network.describe(*command);
    command->add_flag("--json", options->json, Text::tr("One JSON object a line").toStdString());
    command->callback([options, &chosen] { chosen = [options] { return seed(*options); }; });
}

} // namespace essaim::cli
