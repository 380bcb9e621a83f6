#include "gui/labels/label_rules.h"

#include "gui/transfers/search_query.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace essaim::gui {

namespace {

const QString kSearch = QStringLiteral("search");
const QString kCategory = QStringLiteral("category");
const QString kTags = QStringLiteral("tags");

QStringList hostsOf(const QStringList& trackers) {
    QStringList hosts;
    for (const QString& tracker : trackers)
        hosts.append(QUrl(tracker).host());
    hosts.removeDuplicates();
    return hosts;
}

} // namespace

QByteArray encodeLabelRules(const QList<LabelRule>& rules) {
    QJsonArray array;
    for (const LabelRule& rule : rules)
        array.append(QJsonObject{
            {kSearch, rule.search}, {kCategory, rule.category}, {kTags, QJsonArray::fromStringList(rule.tags)}});
    return array.isEmpty() ? QByteArray() : QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<LabelRule> decodeLabelRules(const QByteArray& stored) {
    QList<LabelRule> rules;
    for (const QJsonValue& value : QJsonDocument::fromJson(stored).array()) {
        const QJsonObject object = value.toObject();
        LabelRule rule{object[kSearch].toString(), object[kCategory].toString(), {}};
        for (const QJsonValue& tag : object[kTags].toArray())
            rule.tags.append(tag.toString());
        if (!rule.search.isEmpty())
            rules.append(rule);
    }
    return rules;
}

GivenLabels givenLabels(const settings::SettingsStore& settings, const engine::TorrentSnapshot& torrent) {
    GivenLabels given;
    for (const LabelRule& rule : decodeLabelRules(settings.value(settings::kLabelRules))) {
        const SearchQuery query(rule.search);
        if (query.isEmpty() || !query.matches(torrent))
            continue;
        if (given.category.isEmpty())
            given.category = rule.category;
        given.tags += rule.tags;
    }
    given.tags.removeDuplicates();
    return given;
}

engine::TorrentSnapshot expectedTorrent(const engine::TorrentDescription& torrent) {
    engine::TorrentSnapshot expected;
    expected.infoHash = torrent.infoHash;
    expected.name = torrent.name;
    expected.totalSize = expected.wantedSize = torrent.totalSize;
    expected.comment = torrent.comment;
    expected.createdBy = torrent.createdBy;
    expected.isPrivate = torrent.isPrivate;
    for (const engine::TorrentFileEntry& file : torrent.files)
        expected.fileCount += file.isPadding ? 0 : 1;
    QStringList trackers;
    for (const QStringList& tier : torrent.trackers)
        trackers += tier;
    expected.trackerHosts = hostsOf(trackers);
    return expected;
}

engine::TorrentSnapshot expectedTorrent(const engine::MagnetDescription& magnet) {
    engine::TorrentSnapshot expected;
    expected.infoHash = magnet.infoHash;
    expected.name = magnet.name;
    expected.trackerHosts = hostsOf(magnet.trackers);
    return expected;
}

QStringList readTags(const QString& text) {
    QStringList tags;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

} // namespace essaim::gui
