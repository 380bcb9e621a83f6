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
constexpr qsizetype kMostUrls = 24; ///< the host's own, and those of trackers that stand in
constexpr qsizetype kLongestUrl = 400;

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

QStringList announceUrlsIn(const QJsonObject& essaim) {
    QStringList urls;
    for (const QJsonValue& value : essaim.value(QStringLiteral("announce")).toArray()) {
        const QString text = value.toString();
        const QUrl url(text, QUrl::StrictMode);
        const bool isKnown = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https") ||
                             url.scheme() == QLatin1String("udp");
        if (isKnown && url.isValid() && !url.host().isEmpty() && text.size() <= kLongestUrl && !urls.contains(text) &&
            urls.size() < kMostUrls)
            urls << text;
    }
    return urls;
}

/// Nothing else, lest two hosts that say little have one in common.
QString bondIn(const QJsonObject& essaim) {
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{32}$"));
    return form.match(essaim.value(QStringLiteral("bond")).toString()).captured(0);
}

/// "/announce/" and a passkey.
bool hasKey(const QString& url) {
    static const QRegularExpression form(QStringLiteral("^/announce/[0-9A-Fa-f]{40}$"));
    return form.match(QUrl(url).path()).hasMatch();
}

bool isAtAddressOf(const QString& link, const QString& text) {
    constexpr int kUsualPort = 80;
    const QUrl url(text);
    const QUrl page(link);
    return url.host() == page.host() && url.port(kUsualPort) == page.port(kUsualPort);
}

} // namespace

bool wasTurnedAway(const Error& error) {
    return error.kind == ErrorKind::NotFound && error.detail.starts_with("the server answered");
}

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

QStringList ownAnnounceUrls(const QString& link, const QStringList& urls) {
    QStringList result = urls;
    result.removeIf([&link](const QString& url) { return !hasKey(url) && !isAtAddressOf(link, url); });
    return result;
}

QStringList announceProofs(const QString& link, const QStringList& urls) {
    QStringList result = urls;
    result.removeIf([&link](const QString& url) { return !hasKey(url) || !isAtAddressOf(link, url); });
    return result;
}

Expected<InviteFeed> parseFeed(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject all = document.object();
    if (!all.value(QStringLiteral("version")).toString().startsWith(QLatin1String("https://jsonfeed.org/version/1")))
        return failure(ErrorKind::InvalidData, Operation::FetchTorrent, {}, "not a JSON feed");
    InviteFeed feed;
    feed.title = all.value(QStringLiteral("title")).toString().simplified().left(kLongestName);
    const QJsonObject essaim = all.value(QStringLiteral("_essaim")).toObject();
    feed.announceUrls = announceUrlsIn(essaim);
    feed.bond = bondIn(essaim);
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
