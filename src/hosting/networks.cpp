#include "hosting/networks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace essaim::hosting {

namespace {

Cidr range(const char* text) {
    return *Cidr::parse(text);
}

} // namespace

Expected<std::vector<Cidr>> parseRanges(const QString& text) {
    static const QRegularExpression kBetween(QStringLiteral("[\\s,;]+"));
    std::vector<Cidr> ranges;
    for (const QString& word : text.split(kBetween, Qt::SkipEmptyParts)) {
        const auto parsed = Cidr::parse(word.toStdString());
        if (!parsed)
            return failure(ErrorKind::InvalidData, Operation::None, word.toStdString(), "not a range of addresses");
        if (std::ranges::find(ranges, *parsed) == ranges.end())
            ranges.push_back(*parsed);
    }
    if (ranges.empty())
        return failure(ErrorKind::InvalidData, Operation::None, {}, "no range of addresses");
    return ranges;
}

QString rangesText(const std::vector<Cidr>& ranges) {
    QStringList words;
    for (const Cidr& one : ranges)
        words << QString::fromStdString(one.toString());
    return words.join(QStringLiteral(", "));
}

Entry entryOf(const Networks& networks, const IpAddress& address) {
    if (address.isLoopback())
        return {};
    for (const Network& network : networks.list) {
        if (std::ranges::any_of(network.ranges, [&](const Cidr& one) { return one.contains(address); }))
            return {network.isAllowed, network.name};
    }
    return {networks.elsewhereAllowed, {}};
}

void applyNetworks(const Networks& networks, tracker::TrackerConfig& config) {
    const bool isOpen = networks.elsewhereAllowed &&
                        std::ranges::all_of(networks.list, [](const Network& one) { return one.isAllowed; });
    for (const char* const loopback : {"127.0.0.0/8", "::1/128"}) {
        if (!isOpen)
            config.addressRules.push_back({range(loopback), true});
    }
    for (const Network& network : networks.list) {
        config.networks.push_back({network.name.toStdString(), network.ranges, network.prefersOwn});
        for (const Cidr& one : network.ranges) {
            if (!isOpen)
                config.addressRules.push_back({one, network.isAllowed});
        }
    }
    for (const char* const everywhere : {"0.0.0.0/0", "::/0"}) {
        if (!networks.elsewhereAllowed)
            config.addressRules.push_back({range(everywhere), false});
    }
}

QString toText(const Networks& networks) {
    QJsonArray list;
    for (const Network& network : networks.list)
        list << QJsonObject{
            {QStringLiteral("name"), network.name},
            {QStringLiteral("ranges"), rangesText(network.ranges)},
            {QStringLiteral("allowed"), network.isAllowed},
            {QStringLiteral("prefersOwn"), network.prefersOwn}};
    const QJsonObject all{
        {QStringLiteral("networks"), list}, {QStringLiteral("elsewhereAllowed"), networks.elsewhereAllowed}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

Networks networksFrom(const QString& text) {
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    Networks networks;
    networks.elsewhereAllowed = all.value(QStringLiteral("elsewhereAllowed")).toBool(true);
    for (const QJsonValue& value : all.value(QStringLiteral("networks")).toArray()) {
        const QJsonObject one = value.toObject();
        const auto ranges = parseRanges(one.value(QStringLiteral("ranges")).toString());
        const QString name = one.value(QStringLiteral("name")).toString().simplified();
        if (!ranges || name.isEmpty() || networks.list.size() == kMostNetworks)
            continue;
        networks.list.append(
            {name, *ranges, one.value(QStringLiteral("allowed")).toBool(true),
             one.value(QStringLiteral("prefersOwn")).toBool()});
    }
    return networks;
}

} // namespace essaim::hosting
