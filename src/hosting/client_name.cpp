#include "hosting/client_name.h"

#include <QStringList>

#include <algorithm>
#include <cctype>
#include <iterator>

namespace essaim::hosting {

namespace {

struct Known {
    std::string_view code;
    const char* name;
};

constexpr Known kKnown[] = {
    {"A2", "aria2"},
    {"AZ", "Vuze"},
    {"BI", "BiglyBT"},
    {"BT", "BitTorrent"},
    {"DE", "Deluge"},
    {"EM", "Essaim"},
    {"FD", "FDM"},
    {"FL", "Flud"},
    {"FW", "FrostWire"},
    {"KT", "KTorrent"},
    {"LT", "libtorrent"},
    {"lt", "rTorrent"},
    {"PI", "PicoTorrent"},
    {"qB", "qBittorrent"},
    {"RQ", "rqbit"},
    {"TL", "Tribler"},
    {"TR", "Transmission"},
    {"TX", "Tixati"},
    {"UT", "µTorrent"},
    {"UM", "µTorrent"},
    {"UW", "µTorrent Web"},
    {"WW", "WebTorrent"},
    {"WD", "WebTorrent Desktop"},
    {"XL", "Xunlei"},
};

/// One character is one part: digits, then letters for ten and more. At least two parts, no zeros at the end.
QString version(std::string_view digits) {
    QStringList parts;
    for (const char c : digits) {
        if (c >= '0' && c <= '9')
            parts << QString::number(c - '0');
        else if (c >= 'A' && c <= 'Z')
            parts << QString::number(c - 'A' + 10);
        else
            break;
    }
    while (parts.size() > 2 && parts.last() == QLatin1String("0"))
        parts.removeLast();
    return parts.join(QLatin1Char('.'));
}

/// aria2 writes "A2-1-36-0-"; empty for others. What is shown may be cut off.
QString ariaName(std::string_view peerId) {
    if (!peerId.starts_with("A2-"))
        return {};
    const auto text = QString::fromLatin1(peerId.data(), qsizetype(peerId.size()));
    QStringList parts = text.section(u'-', 1, 3).split(u'-', Qt::SkipEmptyParts);
    while (parts.size() > 2 && parts.last() == QLatin1String("0"))
        parts.removeLast();
    return (QStringLiteral("aria2 ") + parts.join(u'.')).trimmed();
}

} // namespace

QString clientName(std::string_view peerId) {
    if (const QString aria = ariaName(peerId); !aria.isEmpty())
        return aria;
    const QString plain = QString::fromLatin1(peerId.data(), qsizetype(peerId.size())).remove(QLatin1Char('-'));
    if (peerId.size() < 7 || peerId.front() != '-')
        return plain;
    const auto found = std::ranges::find(kKnown, peerId.substr(1, 2), &Known::code);
    if (found == std::end(kKnown))
        return plain;
    return QStringLiteral("%1 %2").arg(QString::fromUtf8(found->name), version(peerId.substr(3, 4))).trimmed();
}

} // namespace essaim::hosting
