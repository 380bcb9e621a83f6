#include "gui/details/peer_bans.h"

#include "core/cidr.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace essaim::gui {

namespace {

class PeerBans {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::PeerBans)
};

QString faultSentence(const QString& word, AddressRange::Fault fault) {
    switch (fault) {
    case AddressRange::Fault::Backwards:
        return PeerBans::tr("“%1” ends before it begins: write the smaller address first.").arg(word);
    case AddressRange::Fault::TwoFamilies:
        return PeerBans::tr("“%1” goes from an IPv4 to an IPv6 address: write two ranges.").arg(word);
    case AddressRange::Fault::NotARange:
        break;
    }
    return PeerBans::tr("“%1” is no address (192.0.2.7), network (192.0.2.0/24) or range (192.0.2.7-192.0.2.20).")
        .arg(word);
}

} // namespace

std::expected<QStringList, WrongBan> readBans(const QString& text) {
    static const QRegularExpression kDash(QStringLiteral("\\s*[-–]\\s*"));
    static const QRegularExpression kBetween(QStringLiteral("[\\s,;]+"));
    QStringList bans;
    QString plain = text;
    plain.replace(kDash, QStringLiteral("-"));
    for (const QString& word : plain.split(kBetween, Qt::SkipEmptyParts)) {
        const auto range = AddressRange::parse(word.toStdString());
        if (!range)
            return std::unexpected(WrongBan{word, faultSentence(word, range.error())});
        if (const QString ban = QString::fromStdString(range->toString()); !bans.contains(ban))
            bans.append(ban);
    }
    return bans;
}

std::vector<AddressRange> bannedRanges(const QStringList& bans) {
    std::vector<AddressRange> ranges;
    for (const QString& ban : bans) {
        if (const auto range = AddressRange::parse(ban.toStdString()))
            ranges.push_back(*range);
    }
    return ranges;
}

bool isBanned(const QString& address, const std::vector<AddressRange>& ranges) {
    const auto parsed = IpAddress::parse(address.toStdString());
    return parsed && !parsed->isLoopback() &&
           std::ranges::any_of(ranges, [&](const AddressRange& range) { return range.contains(*parsed); });
}

QString networkOf(const QString& address) {
    constexpr unsigned kV4Length = 24;
    constexpr unsigned kV6Length = 64;
    const auto parsed = IpAddress::parse(address.toStdString());
    if (!parsed || parsed->isLoopback())
        return {};
    const auto network = Cidr::make(*parsed, parsed->isV4() ? kV4Length : kV6Length);
    return network ? QString::fromStdString(network->toString()) : QString();
}

} // namespace essaim::gui
