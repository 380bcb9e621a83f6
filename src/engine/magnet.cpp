// Magnet links (BEP 9, BEP 52): read and made without the library, whose own parser trusts its input too much.
#include "engine/gate/url_rules.h"
#include "engine/torrent_file.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace essaim::engine {
namespace {

constexpr qsizetype kMaxLinkLength = 100'000;
constexpr qsizetype kMaxTrackers = 64;

std::unexpected<Error> refuse(Fault fault, std::int64_t found = 0, std::int64_t limit = 0) {
    return refused(Operation::OpenMagnet, {fault, {}, found, limit});
}

/// RFC 4648 base32 of a SHA-1, as old links have it.
std::optional<Sha1Hash> fromBase32(std::string_view text) {
    if (text.size() != 32)
        return std::nullopt;
    Sha1Hash hash;
    std::uint32_t bits = 0;
    int bitCount = 0;
    std::size_t next = 0;
    for (const char c : text) {
        std::uint32_t value = 0;
        if (c >= 'A' && c <= 'Z')
            value = std::uint32_t(c - 'A');
        else if (c >= 'a' && c <= 'z')
            value = std::uint32_t(c - 'a');
        else if (c >= '2' && c <= '7')
            value = std::uint32_t(c - '2') + 26;
        else
            return std::nullopt;
        bits = (bits << 5 | value) & 0xffffu;
        bitCount += 5;
        if (bitCount >= 8) {
            bitCount -= 8;
            hash.bytes[next++] = std::uint8_t(bits >> bitCount);
        }
    }
    return hash;
}

/// Reads one "xt" value. False if it names a torrent in a way that cannot be right; other topics are ignored.
bool readTopic(const std::string& topic, InfoHash& infoHash) {
    constexpr std::string_view kV1 = "urn:btih:";
    constexpr std::string_view kV2 = "urn:btmh:1220"; // multihash: SHA-256, 32 bytes
    const std::string_view view = topic;
    if (view.starts_with(kV1)) {
        const std::string_view text = view.substr(kV1.size());
        infoHash.v1 = text.size() == 40 ? Sha1Hash::fromHex(text) : fromBase32(text);
        return infoHash.v1.has_value();
    }
    if (view.starts_with("urn:btmh:")) {
        infoHash.v2 = view.starts_with(kV2) ? Sha256Hash::fromHex(view.substr(kV2.size())) : std::nullopt;
        return infoHash.v2.has_value();
    }
    return true;
}

QString withoutControls(QString text) {
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c == u'/' || c == u'\\'; });
    return text.left(255).trimmed();
}

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

Expected<MagnetDescription> parseMagnet(const QString& link) {
    const QString trimmed = link.trimmed();
    if (trimmed.size() > kMaxLinkLength)
        return refuse(Fault::LinkTooLong, trimmed.size(), kMaxLinkLength);
    if (!trimmed.startsWith(QLatin1String("magnet:?"), Qt::CaseInsensitive))
        return refuse(Fault::NoMagnet);
    MagnetDescription magnet;
    const QUrlQuery query(trimmed.mid(8));
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto& [key, value] : items) {
        const bool isTopic = key == QLatin1String("xt") || key.startsWith(QLatin1String("xt."));
        const bool isTracker = key == QLatin1String("tr") || key.startsWith(QLatin1String("tr."));
        if (isTopic && !readTopic(value.toStdString(), magnet.infoHash))
            return refuse(Fault::BrokenHash);
        if (isTracker && magnet.trackers.size() < kMaxTrackers && isTrackerUrl(value.toStdString()) &&
            mayStrangersName(value.toStdString()) && !magnet.trackers.contains(value))
            magnet.trackers.append(value);
    }
    if (!magnet.infoHash.isValid())
        return refuse(Fault::NoTopic);
    // Blanks of a name may have been encoded as forms do it.
    const QString name = query.queryItemValue(QStringLiteral("dn"), QUrl::FullyEncoded);
    magnet.name = withoutControls(QUrl::fromPercentEncoding(QString(name).replace(u'+', u' ').toUtf8()));
    return magnet;
}

QString makeMagnet(const InfoHash& infoHash, const QString& name, const QStringList& trackers) {
    QStringList parts;
    if (infoHash.v1)
        parts.append(QLatin1String("xt=urn:btih:") + QString::fromStdString(infoHash.v1->toHex()));
    if (infoHash.v2)
        parts.append(QLatin1String("xt=urn:btmh:1220") + QString::fromStdString(infoHash.v2->toHex()));
    if (!name.isEmpty())
        parts.append(QLatin1String("dn=") + encoded(name));
    for (const QString& tracker : trackers)
        parts.append(QLatin1String("tr=") + encoded(tracker));
    return QLatin1String("magnet:?") + parts.join(u'&');
}

} // namespace essaim::engine
