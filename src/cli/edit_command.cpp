// essaim-cli edit: what stands around the info dictionary of a .torrent, or, if asked for, its identity.
#include "cli/commands.h"
#include "cli/output.h"
#include "engine/edit_torrent.h"
#include "engine/save_file.h"
#include "engine/torrent_file.h"

namespace essaim::cli {
namespace {

struct EditOptions {
    std::string torrent;
    std::string output;
    std::vector<std::string> trackers;
    std::vector<std::string> webSeeds;
    bool noTrackers = false;
    bool noWebSeeds = false;
    std::optional<std::string> comment;
    std::optional<std::string> source;
    std::optional<std::string> name;
    bool makePrivate = false;
    bool makePublic = false;
    bool newIdentity = false;
    bool json = false;
};

engine::TorrentFileEdit editOf(const EditOptions& options) {
    engine::TorrentFileEdit edit;
    if (options.noTrackers || !options.trackers.empty()) {
        edit.trackers.emplace();
        for (const QString& tier : fromArguments(options.trackers))
            edit.trackers->append(tier.split(u',', Qt::SkipEmptyParts));
    }
    if (options.noWebSeeds || !options.webSeeds.empty())
        edit.webSeeds = fromArguments(options.webSeeds);
    const auto text = [](const std::optional<std::string>& argument) {
        return argument ? std::optional(fromArgument(*argument)) : std::nullopt;
    };
    edit.comment = text(options.comment);
    edit.source = text(options.source);
    edit.name = text(options.name);
    if (options.makePrivate || options.makePublic)
        edit.isPrivate = options.makePrivate;
    return edit;
}

int edit(const EditOptions& options) {
    Output output(options.json);
    const QString path = absolutePath(options.torrent);
    const auto bytes = engine::readBytes(path, engine::kMaxTorrentFile, Operation::OpenTorrent);
    if (!bytes)
        return output.fail(bytes.error());
    const engine::TorrentFileEdit wanted = editOf(options);
    auto edited = engine::editTorrent(*bytes, wanted, options.newIdentity);
    if (!edited && edited.error().kind == ErrorKind::Unsupported)
        return output.wrongUsage(
            Text::tr("Source, private and name are part of the torrent's identity: with them it is another torrent for "
                     "everybody who has it. If that is meant, add --new-identity."));
    if (!edited) {
        edited.error().subject = path.toStdString();
        return output.fail(edited.error());
    }
    const QString target = options.output.empty() ? path : absolutePath(options.output);
    if (const auto saved = engine::saveFile(target, edited->torrent); !saved)
        return output.fail(saved.error());
    QJsonObject object{
        {QStringLiteral("event"), QStringLiteral("edited")},
        {QStringLiteral("path"), target},
        {QStringLiteral("newIdentity"), edited->hasNewIdentity()}};
    if (edited->after.v1)
        object.insert(QStringLiteral("infoHashV1"), QString::fromStdString(edited->after.v1->toHex()));
    if (edited->after.v2)
        object.insert(QStringLiteral("infoHashV2"), QString::fromStdString(edited->after.v2->toHex()));
    output.object(object);
    output.line(Text::tr("Written to %1").arg(target));
    output.line(
        edited->hasNewIdentity()
            ? Text::tr("It is another torrent now: %1").arg(QString::fromStdString(edited->after.id().toHex()))
            : Text::tr("Its info-hash is the same as before."));
    return Success;
}

} // namespace

void addEditCommand(CLI::App& app, Action& chosen) {
    const auto options = std::make_shared<EditOptions>();
    CLI::App* command =
        app.add_subcommand("edit", Text::tr("Change trackers, web seeds and comment of a .torrent").toStdString());
    const auto option = [command](const char* name, auto& into, const QString& text) {
        return command->add_option(name, into, text.toStdString());
    };
    const auto flag = [command](const char* name, bool& into, const QString& text) {
        return command->add_flag(name, into, text.toStdString());
    };
    option("FILE", options->torrent, Text::tr("A .torrent"))->required();
    option("-o,--output", options->output, Text::tr("Write here instead of over FILE"));
    auto* trackers = option(
        "--tracker", options->trackers,
        Text::tr("Announce URL instead of those there; each repetition is a further tier, commas share one tier"));
    trackers->allow_extra_args(false);
    flag("--no-trackers", options->noTrackers, Text::tr("Remove all trackers"))->excludes(trackers);
    auto* seeds =
        option("--web-seed", options->webSeeds, Text::tr("HTTP source instead of those there; may be repeated"));
    seeds->allow_extra_args(false);
    flag("--no-web-seeds", options->noWebSeeds, Text::tr("Remove all web seeds"))->excludes(seeds);
    option("--comment", options->comment, Text::tr("Text for whoever opens it; empty removes it"));
    option("--source", options->source, Text::tr("Part of the identity: needs --new-identity"));
    option("--name", options->name, Text::tr("Part of the identity: needs --new-identity"));
    auto* isPrivate = flag("--private", options->makePrivate, Text::tr("Part of the identity: needs --new-identity"));
    flag("--public", options->makePublic, Text::tr("Part of the identity: needs --new-identity"))->excludes(isPrivate);
    flag("--new-identity", options->newIdentity, Text::tr("Let it become another torrent, with another info-hash"));
    flag("--json", options->json, Text::tr("One JSON object a line"));
    command->callback([options, &chosen] { chosen = [options] { return edit(*options); }; });
}

} // namespace essaim::cli
