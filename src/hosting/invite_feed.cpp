#include "hosting/invite_feed.h"

#include "core/info_hash.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <limits>

namespace essaim::hosting {

namespace {

constexpr qsizetype kMostTorrents = 10'000;
constexpr qsizetype kLongestName = 500;

const QRegularExpression& linkForm() {
    static const QRegularExpression form(
        QStringLiteral("^(https?://[^/?#\\s]+/i/[0-9A-Za-z_-]{32})/?$"), QRegularExpression::CaseInsensitiveOption);
    return form;
}

qint64 sizeOf(const QJsonValue& value) {
    constexpr double kMost = double(qint64{1} << 53);
    const double size = value.toDouble(0);
    return size > 0 && size < kMost ? qint64(size) : 0;
}

} // namespace

bool isInviteLink(const QString& text) {
    return linkForm().match(text.trimmed()).hasMatch() && QUrl(text.trimmed()).isValid();
}

QString cleanInviteLink(const QString& text) {
    return linkForm().match(text.trimmed()).captured(1);
}

QUrl feedUrl(const QString& link) {
    return QUrl(link + QStringLiteral("/feed.json"));
}

QUrl torrentUrl(const QString& link, const QString& id) {
    return QUrl(link + QLatin1Char('/') + id + QStringLiteral(".torrent"));
}

Expected<InviteFeed> parseFeed(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject all = document.object();
    if (!all.value(QStringLiteral("version")).toString().startsWith(QLatin1String("https://jsonfeed.org/version/1")))
        return failure(ErrorKind::InvalidData, Operation::FetchTorrent, {}, "not a JSON feed");
    InviteFeed feed;
    feed.title = all.value(QStringLiteral("title")).toString().simplified().left(kLongestName);
    for (const QJsonValue& value : all.value(QStringLiteral("items")).toArray()) {
        const QJsonObject item = value.toObject();
        const auto id = Sha1Hash::fromHex(item.value(QStringLiteral("id")).toString().toStdString());
        const QString name = item.value(QStringLiteral("title")).toString().simplified().left(kLongestName);
        if (!id || name.isEmpty() || feed.torrents.size() == kMostTorrents)
            continue;
        const auto at = QDateTime::fromString(item.value(QStringLiteral("date_published")).toString(), Qt::ISODate);
        feed.torrents.append(
            {QString::fromStdString(id->toHex()), name,
             sizeOf(item.value(QStringLiteral("_essaim")).toObject().value(QStringLiteral("size"))),
             at.isValid() ? at.toSecsSinceEpoch() : 0});
    }
    return feed;
}

} // namespace essaim::hosting
