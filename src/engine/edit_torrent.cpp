#include "engine/edit_torrent.h"

#include "core/bencode_reader.h"
#include "core/bencode_writer.h"
#include "engine/gate/gate_limits.h"
#include "engine/gate/path_rules.h"
#include "engine/gate/url_rules.h"
#include "engine/lt_convert.h"
#include "engine/torrent_file.h"

#include <algorithm>

namespace essaim::engine {
namespace {

using Dictionary = BencodeValue::Dictionary;
using List = BencodeValue::List;
using Value = BencodeDocument::Value;

std::unexpected<Error> refuse(ErrorKind kind, std::string detail) {
    return failure(kind, Operation::OpenTorrent, {}, std::move(detail));
}

Expected<void> check(const TorrentFileEdit& edit) {
    for (const QStringList& tier : edit.trackers.value_or(QList<QStringList>())) {
        for (const QString& url : tier) {
            if (!isTrackerUrl(url.toStdString()))
                return refuse(ErrorKind::InvalidData, "a tracker is not an http, https or udp URL");
        }
    }
    for (const QString& url : edit.webSeeds.value_or(QStringList())) {
        if (!isWebSeedUrl(url.toStdString()))
            return refuse(ErrorKind::InvalidData, "a web seed is not an http or https URL");
    }
    if (edit.name) {
        if (const auto refusal = refusedName(edit.name->toStdString()))
            return refused(Operation::OpenTorrent, *refusal);
    }
    return {};
}

/// The entries of a dictionary, each value as it stands there.
Dictionary entriesOf(const Value& dictionary) {
    Dictionary entries;
    dictionary.forEachEntry([&entries](std::string_view key, const Value& value) {
        entries.insert_or_assign(std::string(key), BencodeValue::encoded(std::string(value.encoded())));
    });
    return entries;
}

void setText(Dictionary& entries, const char* key, const std::optional<QString>& text) {
    if (!text)
        return;
    entries.erase(key);
    // What older programs wrote beside it, in another encoding, would go on saying what was before.
    entries.erase(std::string(key) + ".utf-8");
    if (!text->isEmpty())
        entries.emplace(key, text->toStdString());
}

void setTrackers(Dictionary& torrent, const QList<QStringList>& wanted) {
    torrent.erase("announce");
    torrent.erase("announce-list");
    List tiers;
    for (const QStringList& urls : wanted) {
        List tier;
        for (const QString& url : urls)
            tier.emplace_back(url.toStdString());
        if (!tier.empty())
            tiers.emplace_back(std::move(tier));
    }
    if (tiers.empty())
        return;
    const auto first = std::ranges::find_if(wanted, [](const QStringList& urls) { return !urls.isEmpty(); });
    torrent.emplace("announce", first->front().toStdString());
    if (tiers.size() > 1 || first->size() > 1)
        torrent.emplace("announce-list", std::move(tiers));
}

void setWebSeeds(Dictionary& torrent, const QStringList& wanted) {
    torrent.erase("url-list");
    torrent.erase("httpseeds");
    List urls;
    for (const QString& url : wanted)
        urls.emplace_back(url.toStdString());
    if (!urls.empty())
        torrent.emplace("url-list", std::move(urls));
}

/// A torrent of one file calls it in version 2 as it calls itself.
void renameSingleFile(Dictionary& info, const Value& before, const std::string& name) {
    const Value tree = before["file tree"];
    const auto old = before["name"].string();
    if (!tree || !old || tree.size() != 1 || before["files"] || !tree[*old] || !tree[*old][""])
        return;
    Dictionary renamed;
    renamed.emplace(name, BencodeValue::encoded(std::string(tree[*old].encoded())));
    info.insert_or_assign("file tree", std::move(renamed));
}

/// The info dictionary as the edit wants it; the bytes that are there if it says so already.
std::string editedInfo(const Value& info, const TorrentFileEdit& edit) {
    Dictionary entries = entriesOf(info);
    const std::string source(info["source"].string().value_or(""));
    if (edit.source && edit.source->toStdString() != source)
        setText(entries, "source", edit.source);
    if (edit.isPrivate && *edit.isPrivate != (info["private"].integer().value_or(0) == 1)) {
        entries.erase("private");
        if (*edit.isPrivate)
            entries.emplace("private", 1);
    }
    if (edit.name && edit.name->toStdString() != info["name"].string().value_or("")) {
        setText(entries, "name", edit.name);
        renameSingleFile(entries, info, edit.name->toStdString());
    }
    // Keys out of order or twice, as in some old torrents, must stay so: the bytes are the identity.
    if (entries == entriesOf(info))
        return std::string(info.encoded());
    return BencodeValue(std::move(entries)).encode();
}

} // namespace

Expected<EditedTorrent> editTorrent(const QByteArray& torrent, const TorrentFileEdit& edit, bool allowNewIdentity) {
    if (auto checked = check(edit); !checked)
        return std::unexpected(checked.error());
    const auto before = parseTorrent(torrent);
    if (!before)
        return std::unexpected(before.error());
    const auto document = BencodeDocument::parse(viewOf(torrent), {GateLimits::kDepth, GateLimits::kTokens});
    if (!document)
        return std::unexpected(document.error());
    Dictionary entries = entriesOf(document->root());
    if (edit.trackers)
        setTrackers(entries, *edit.trackers);
    if (edit.webSeeds)
        setWebSeeds(entries, *edit.webSeeds);
    setText(entries, "comment", edit.comment);
    const Value info = document->root()["info"];
    const std::string newInfo = editedInfo(info, edit);
    if (newInfo != info.encoded() && !allowNewIdentity)
        return refuse(
            ErrorKind::Unsupported, "source, private and name are part of the torrent's identity: it would be another "
                                    "torrent for everybody who has it");
    entries.insert_or_assign("info", BencodeValue::encoded(newInfo));

    EditedTorrent edited;
    const std::string bytes = BencodeValue(std::move(entries)).encode();
    edited.torrent = QByteArray(bytes.data(), qsizetype(bytes.size()));
    const auto after = parseTorrent(edited.torrent);
    if (!after)
        return std::unexpected(after.error());
    edited.before = before->infoHash;
    edited.after = after->infoHash;
    return edited;
}

} // namespace essaim::engine
