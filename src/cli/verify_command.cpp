// essaim-cli verify: whether the files of a torrent are all there and right.
#include "cli/commands.h"
#include "cli/hash_line.h"
#include "cli/output.h"
#include "engine/verify_torrent.h"
#include "text/text.h"

namespace essaim::cli {
namespace {

struct VerifyOptions {
    std::string torrent;
    std::string savePath;
    int threads = 0;
    bool json = false;
};

using State = engine::VerifiedFile::State;

QString stateName(State state) {
    return state == State::Complete  ? QStringLiteral("complete")
           : state == State::Damaged ? QStringLiteral("damaged")
                                     : QStringLiteral("missing");
}

void print(Output& output, const engine::VerifiedFile& file) {
    output.object(
        {{QStringLiteral("event"), QStringLiteral("file")},
         {QStringLiteral("path"), file.path},
         {QStringLiteral("size"), file.size},
         {QStringLiteral("goodBytes"), file.goodBytes},
         {QStringLiteral("state"), stateName(file.state)}});
    if (file.state == State::Missing)
        output.line(Text::tr("Missing: %1").arg(file.path));
    else if (file.state == State::Damaged)
        output.line(
            Text::tr("Not complete: %1 (%2 of %3)").arg(file.path, text::size(file.goodBytes), text::size(file.size)));
}

int verify(const VerifyOptions& options) {
    Output output(options.json);
    const QString path = absolutePath(options.torrent);
    const auto bytes = engine::readBytes(path, engine::kMaxTorrentFile, Operation::OpenTorrent);
    if (!bytes)
        return output.fail(bytes.error());
    HashLine line(output);
    const auto report = engine::verifyTorrent(
        *bytes, absolutePath(options.savePath),
        [&line](const engine::HashProgress& state) {
            line.show(state);
            return true;
        },
        options.threads);
    if (!report) {
        Error error = report.error();
        error.subject = path.toStdString();
        return output.fail(error);
    }
    for (const engine::VerifiedFile& file : report->files)
        print(output, file);
    output.object(
        {{QStringLiteral("event"), QStringLiteral("verified")},
         {QStringLiteral("complete"), report->isComplete()},
         {QStringLiteral("size"), report->totalSize},
         {QStringLiteral("goodBytes"), report->goodBytes}});
    if (report->isComplete())
        output.line(Text::tr("All %n file(s) are there and right.", nullptr, int(report->files.size())));
    else
        output.line(Text::tr("%1 of %2 are there and right.")
                        .arg(text::size(report->goodBytes), text::size(report->totalSize)));
    return report->isComplete() ? Success : Failure;
}

} // namespace

void addVerifyCommand(CLI::App& app, Action& chosen) {
    const auto options = std::make_shared<VerifyOptions>();
    CLI::App* command =
        app.add_subcommand("verify", Text::tr("Check the files of a torrent, reading only").toStdString());
    command->add_option("FILE", options->torrent, Text::tr("A .torrent").toStdString())->required();
    command
        ->add_option("--save-path", options->savePath, Text::tr("Folder that holds the torrent's files").toStdString())
        ->required();
    command->add_option("--threads", options->threads, Text::tr("Threads that hash; 0 = automatic").toStdString())
        ->check(CLI::Range(0, 64));
    command->add_flag("--json", options->json, Text::tr("One JSON object a line").toStdString());
    command->callback([options, &chosen] { chosen = [options] { return verify(*options); }; });
}

} // namespace essaim::cli
