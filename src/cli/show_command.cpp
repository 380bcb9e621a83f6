// essaim-cli show: what a .torrent or a magnet link says.
#include "cli/commands.h"
#include "cli/output.h"
#include "engine/torrent_file.h"
#include "text/refusal_sentence.h"
#include "text/text.h"

#include <QJsonArray>
#include <QLocale>

namespace essaim::cli {
namespace {

struct ShowOptions {
    std::string target;
    bool json = false;
};

void addHashes(QJsonObject& object, const InfoHash& infoHash) {
    if (infoHash.v1)
        object.insert(QStringLiteral("infoHashV1"), QString::fromStdString(infoHash.v1->toHex()));
    if (infoHash.v2)
        object.insert(QStringLiteral("infoHashV2"), QString::fromStdString(infoHash.v2->toHex()));
}

void printHashes(Output& output, const InfoHash& infoHash) {
    if (infoHash.v1)
        output.line(Text::tr("Info-hash v1: %1").arg(QString::fromStdString(infoHash.v1->toHex())));
    if (infoHash.v2)
        output.line(Text::tr("Info-hash v2: %1").arg(QString::fromStdString(infoHash.v2->toHex())));
}

QStringList notesOf(const engine::TorrentDescription& torrent) {
    QStringList notes;
    for (const TorrentNote& note : torrent.notes)
        notes.append(text::noteSentence(note));
    return notes;
}

QJsonObject toJson(const engine::TorrentDescription& torrent) {
    QJsonArray files;
    for (const engine::TorrentFileEntry& file : torrent.files) {
        if (!file.isPadding)
            files.append(QJsonObject{{QStringLiteral("path"), file.path}, {QStringLiteral("size"), file.size}});
    }
    QJsonArray tiers;
    for (const QStringList& tier : torrent.trackers)
        tiers.append(QJsonArray::fromStringList(tier));
    QJsonObject object{
        {QStringLiteral("type"), QStringLiteral("torrent")},
        {QStringLiteral("name"), torrent.name},
        {QStringLiteral("size"), torrent.totalSize},
        {QStringLiteral("pieceLength"), torrent.pieceLength},
        {QStringLiteral("pieces"), torrent.pieceCount},
        {QStringLiteral("private"), torrent.isPrivate},
        {QStringLiteral("comment"), torrent.comment},
        {QStringLiteral("createdBy"), torrent.createdBy},
        {QStringLiteral("source"), torrent.source},
        {QStringLiteral("files"), files},
        {QStringLiteral("trackers"), tiers},
        {QStringLiteral("webSeeds"), QJsonArray::fromStringList(torrent.webSeeds)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(notesOf(torrent))}};
    if (torrent.createdAt.isValid())
        object.insert(QStringLiteral("createdAt"), torrent.createdAt.toSecsSinceEpoch());
    addHashes(object, torrent.infoHash);
    return object;
}

void printUrls(Output& output, const engine::TorrentDescription& torrent) {
    for (qsizetype tier = 0; tier < torrent.trackers.size(); ++tier) {
        for (const QString& url : torrent.trackers[tier])
            output.line(Text::tr("Tracker, tier %1: %2").arg(QString::number(tier + 1), url));
    }
    for (const QString& url : torrent.webSeeds)
        output.line(Text::tr("Web seed: %1").arg(url));
}

void print(Output& output, const engine::TorrentDescription& torrent) {
    output.line(Text::tr("Name: %1").arg(torrent.name));
    printHashes(output, torrent.infoHash);
    output.line(Text::tr("Size: %1").arg(text::size(torrent.totalSize)));
    output.line(
        Text::tr("Pieces: %1 of %2").arg(QString::number(torrent.pieceCount), pieceLengthText(torrent.pieceLength)));
    if (torrent.isPrivate)
        output.line(Text::tr("Private: peers from its trackers only"));
    if (!torrent.comment.isEmpty())
        output.line(Text::tr("Comment: %1").arg(torrent.comment));
    if (!torrent.source.isEmpty())
        output.line(Text::tr("Source: %1").arg(torrent.source));
    if (!torrent.createdBy.isEmpty())
        output.line(Text::tr("Made with: %1").arg(torrent.createdBy));
    if (torrent.createdAt.isValid())
        output.line(Text::tr("Made on: %1").arg(QLocale().toString(torrent.createdAt, QLocale::ShortFormat)));
    printUrls(output, torrent);
    for (const QString& note : notesOf(torrent))
        output.line(Text::tr("Note: %1").arg(note));
    for (const engine::TorrentFileEntry& file : torrent.files) {
        if (!file.isPadding)
            output.line(QStringLiteral("%1  %2").arg(text::size(file.size), 10).arg(file.path));
    }
}

int showMagnet(Output& output, const QString& link) {
    const auto magnet = engine::parseMagnet(link);
    if (!magnet)
        return output.fail(magnet.error());
    QJsonObject object{
        {QStringLiteral("type"), QStringLiteral("magnet")},
        {QStringLiteral("name"), magnet->name},
        {QStringLiteral("trackers"), QJsonArray::fromStringList(magnet->trackers)}};
    addHashes(object, magnet->infoHash);
    output.object(object);
    if (!magnet->name.isEmpty())
        output.line(Text::tr("Name: %1").arg(magnet->name));
    printHashes(output, magnet->infoHash);
    for (const QString& url : magnet->trackers)
        output.line(Text::tr("Tracker: %1").arg(url));
    return Success;
}

int show(const ShowOptions& options) {
    Output output(options.json);
    const QString target = fromArgument(options.target);
    if (target.startsWith(QStringLiteral("magnet:"), Qt::CaseInsensitive))
        return showMagnet(output, target);
    const auto torrent = engine::readTorrent(target);
    if (!torrent)
        return output.fail(torrent.error());
    output.object(toJson(*torrent));
    print(output, *torrent);
    return Success;
}

} // namespace

void addShowCommand(CLI::App& app, Action& chosen) {
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* command = app.add_subcommand("show", Text::tr("Say what a .torrent or magnet link holds").toStdString());
    command->add_option("FILE|MAGNET", options->target, Text::tr("A .torrent or a magnet link").toStdString())
        ->required();
    command->add_flag("--json", options->json, Text::tr("One JSON object a line").toStdString());
    command->callback([options, &chosen] { chosen = [options] { return show(*options); }; });
}

} // namespace essaim::cli
