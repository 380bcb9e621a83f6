#include "hosting/creation_json.h"

#include <QJsonArray>

namespace essaim::hosting {

namespace {

using engine::CreateTorrentRequest;
using engine::SymlinkPolicy;
using engine::TorrentFormat;

QJsonArray tiersToJson(const QList<QStringList>& tiers) {
    QJsonArray result;
    for (const QStringList& tier : tiers)
        result.append(QJsonArray::fromStringList(tier));
    return result;
}

QStringList listOf(const QJsonValue& value) {
    QStringList result;
    for (const QJsonValue& item : value.toArray()) {
        if (item.isString())
            result.append(item.toString());
    }
    return result;
}

QList<QStringList> tiersOf(const QJsonValue& value) {
    QList<QStringList> result;
    for (const QJsonValue& tier : value.toArray())
        result.append(listOf(tier));
    return result;
}

QString formatWord(TorrentFormat format) {
    switch (format) {
    case TorrentFormat::V1:
        return QStringLiteral("v1");
    case TorrentFormat::V2:
        return QStringLiteral("v2");
    case TorrentFormat::Hybrid:
        return QStringLiteral("hybrid");
    }
    return {};
}

TorrentFormat formatOf(const QJsonValue& value) {
    for (const TorrentFormat format : {TorrentFormat::V2, TorrentFormat::Hybrid}) {
        if (value.toString() == formatWord(format))
            return format;
    }
    return TorrentFormat::V1;
}

QJsonObject renamesToJson(const QHash<QString, QString>& renames) {
    QJsonObject result;
    for (auto rename = renames.begin(); rename != renames.end(); ++rename)
        result.insert(rename.key(), rename.value());
    return result;
}

QHash<QString, QString> renamesOf(const QJsonObject& object) {
    QHash<QString, QString> result;
    for (auto rename = object.begin(); rename != object.end(); ++rename)
        result.insert(rename.key(), rename.value().toString());
    return result;
}

QJsonObject filterToJson(const engine::CreationFilter& filter) {
    return {
        {QStringLiteral("include"), QJsonArray::fromStringList(filter.include)},
        {QStringLiteral("exclude"), QJsonArray::fromStringList(filter.exclude)},
        {QStringLiteral("leftOut"), QJsonArray::fromStringList(filter.leftOut)},
        {QStringLiteral("skipJunk"), filter.skipJunk},
        {QStringLiteral("skipHidden"), filter.skipHidden}};
}

engine::CreationFilter filterOf(const QJsonObject& object) {
    engine::CreationFilter filter;
    filter.include = listOf(object.value(QStringLiteral("include")));
    filter.exclude = listOf(object.value(QStringLiteral("exclude")));
    filter.leftOut = listOf(object.value(QStringLiteral("leftOut")));
    filter.skipJunk = object.value(QStringLiteral("skipJunk")).toBool(true);
    filter.skipHidden = object.value(QStringLiteral("skipHidden")).toBool(false);
    return filter;
}

QString visibilityWord(tracker::Visibility visibility) {
    switch (visibility) {
    case tracker::Visibility::Everyone:
        return QStringLiteral("everyone");
    case tracker::Visibility::Friends:
        return QStringLiteral("friends");
    case tracker::Visibility::Chosen:
        break;
    }
    return QStringLiteral("chosen");
}

/// Everyone where nothing is said, as before there was a choice; nobody where it says what this version does not know.
tracker::Visibility visibilityOf(const QJsonValue& value) {
    if (value.isUndefined() || value == QStringLiteral("everyone"))
        return tracker::Visibility::Everyone;
    return value == QStringLiteral("friends") ? tracker::Visibility::Friends : tracker::Visibility::Chosen;
}

QJsonArray idsToJson(const std::vector<std::int64_t>& ids) {
    QJsonArray array;
    for (const std::int64_t id : ids)
        array.append(qint64(id));
    return array;
}

} // namespace

QJsonObject toJson(const PublishRequest& request) {
    const CreateTorrentRequest& create = request.create;
    return {
        {QStringLiteral("paths"), QJsonArray::fromStringList(create.paths)},
        {QStringLiteral("name"), create.name},
        {QStringLiteral("format"), formatWord(create.format)},
        {QStringLiteral("pieceLength"), create.pieceLength},
        {QStringLiteral("wantedPieces"), create.wantedPieces},
        {QStringLiteral("private"), create.isPrivate},
        {QStringLiteral("trackers"), tiersToJson(create.trackers)},
        {QStringLiteral("webSeeds"), QJsonArray::fromStringList(create.webSeeds)},
        {QStringLiteral("comment"), create.comment},
        {QStringLiteral("source"), create.source},
        {QStringLiteral("filter"), filterToJson(create.filter)},
        {QStringLiteral("renames"), renamesToJson(create.renames)},
        {QStringLiteral("followLinks"), create.symlinks == SymlinkPolicy::Follow},
        {QStringLiteral("padFiles"), create.padFiles},
        {QStringLiteral("markPrograms"), create.markPrograms},
        {QStringLiteral("withDate"), create.withDate},
        {QStringLiteral("torrentPath"), request.torrentPath},
        {QStringLiteral("replaces"), request.replaces ? QString::fromStdString(request.replaces->toHex()) : QString()},
        {QStringLiteral("host"), request.host},
        {QStringLiteral("visibility"), visibilityWord(request.visibility)},
        {QStringLiteral("chosen"), idsToJson(request.chosen)},
        {QStringLiteral("seed"), request.seed}};
}

PublishRequest publishRequestOf(const QJsonObject& object) {
    PublishRequest request;
    CreateTorrentRequest& create = request.create;
    create.paths = listOf(object.value(QStringLiteral("paths")));
    create.name = object.value(QStringLiteral("name")).toString();
    create.format = formatOf(object.value(QStringLiteral("format")));
    create.pieceLength = qMax(0, object.value(QStringLiteral("pieceLength")).toInt());
    create.wantedPieces = qMax(0, object.value(QStringLiteral("wantedPieces")).toInt());
    create.isPrivate = object.value(QStringLiteral("private")).toBool();
    create.trackers = tiersOf(object.value(QStringLiteral("trackers")));
    create.webSeeds = listOf(object.value(QStringLiteral("webSeeds")));
    create.comment = object.value(QStringLiteral("comment")).toString();
    create.source = object.value(QStringLiteral("source")).toString();
    create.filter = filterOf(object.value(QStringLiteral("filter")).toObject());
    create.renames = renamesOf(object.value(QStringLiteral("renames")).toObject());
    create.symlinks =
        object.value(QStringLiteral("followLinks")).toBool(true) ? SymlinkPolicy::Follow : SymlinkPolicy::Skip;
    create.padFiles = object.value(QStringLiteral("padFiles")).toBool();
    create.markPrograms = object.value(QStringLiteral("markPrograms")).toBool(true);
    create.withDate = object.value(QStringLiteral("withDate")).toBool(true);
    request.torrentPath = object.value(QStringLiteral("torrentPath")).toString();
    request.replaces = TorrentId::fromHex(object.value(QStringLiteral("replaces")).toString().toStdString());
    request.host = object.value(QStringLiteral("host")).toBool();
    request.visibility = visibilityOf(object.value(QStringLiteral("visibility")));
    for (const QJsonValue& id : object.value(QStringLiteral("chosen")).toArray())
        request.chosen.push_back(id.toInteger());
    request.seed = object.value(QStringLiteral("seed")).toBool(true);
    return request;
}

PublishRequest presetOf(PublishRequest request) {
    request.create.paths.clear();
    request.create.name.clear();
    request.create.filter.leftOut.clear();
    request.create.renames.clear();
    request.torrentPath.clear();
    request.replaces.reset();
    return request;
}

} // namespace essaim::hosting
