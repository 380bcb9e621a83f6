#include "hosting/announced_address.h"

#include "hosting/stable_addresses.h"

#include <QNetworkInterface>
#include <QUrl>

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

namespace essaim::hosting {

namespace {

using Reach = TrackerAddress::Reach;

/// Bridges between this computer and its own virtual machines or containers: nobody else is there.
bool isVirtualInterface(const QString& name) {
    static constexpr std::string_view kPrefixes[] = {"docker",  "br-",   "veth", "virbr",
                                                     "vboxnet", "vmnet", "lxc",  "podman"};
    return std::ranges::any_of(kPrefixes, [&name](std::string_view prefix) {
        return name.startsWith(QLatin1String(prefix.data(), int(prefix.size())));
    });
}

std::optional<Reach> reachOf(const IpAddress& address) {
    if (address.isLoopback())
        return Reach::ThisComputer;
    if (address.isPrivate())
        return Reach::LocalNetwork;
    if (address.isGlobal())
        return Reach::Internet;
    return std::nullopt;
}

TrackerAddress makeAddress(Reach reach, const QString& host, quint16 port) {
    const QString rest = QStringLiteral("://%1:%2/announce").arg(host).arg(port);
    return {reach, host, QStringLiteral("http") + rest, QStringLiteral("udp") + rest};
}

QString literal(const IpAddress& address) {
    const QString text = QString::fromStdString(address.toString());
    return address.isV6() ? QStringLiteral("[%1]").arg(text) : text;
}

/// As it stands in URLs; empty if it cannot. QUrl knows how letters outside ASCII are written there.
QString encoded(const QString& hostName) {
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(hostName);
    const QString host = url.host(QUrl::FullyEncoded);
    return url.isValid() && !host.contains(QLatin1Char(':')) ? host : QString();
}

Reach reachOfName(const QString& host) {
    static const QStringList kInside{
        QStringLiteral(".local"), QStringLiteral(".lan"), QStringLiteral(".internal"), QStringLiteral(".home.arpa")};
    QString name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")))
        return Reach::ThisComputer;
    const bool isInside = !name.contains(u'.') || std::ranges::any_of(kInside, [&name](const QString& suffix) {
        return name.endsWith(suffix);
    });
    return isInside ? Reach::LocalNetwork : Reach::Internet;
}

std::optional<TrackerAddress> namedAddress(const QString& hostName, quint16 port) {
    const auto reach = reachOfHost(hostName);
    if (!reach || *reach == Reach::ThisComputer)
        return std::nullopt;
    const auto address = IpAddress::parse(hostName.toStdString());
    return makeAddress(*reach, address ? literal(*address) : encoded(hostName), port);
}

} // namespace

std::optional<Reach> reachOfHost(const QString& hostName) {
    if (const auto address = IpAddress::parse(hostName.toStdString()))
        return reachOf(*address);
    const QString host = encoded(hostName);
    return host.isEmpty() ? std::nullopt : std::optional(reachOfName(host));
}

QList<TrackerAddress> announcedAddresses(
    const QList<InterfaceAddress>& interfaces, quint16 port, const QString& hostName,
    const std::optional<Endpoint>& router) {
    using Rank = std::tuple<Reach, bool, bool>; // reach, virtual, IPv6: lower is better
    std::vector<std::pair<Rank, IpAddress>> ranked;
    for (const InterfaceAddress& candidate : interfaces) {
        const auto reach = reachOf(candidate.address);
        if (reach && *reach != Reach::ThisComputer)
            ranked.emplace_back(
                Rank(*reach, isVirtualInterface(candidate.interfaceName), candidate.address.isV6()), candidate.address);
    }
    std::ranges::stable_sort(ranked, {}, [](const auto& entry) { return entry.first; });
    ranked.emplace_back(Rank(Reach::ThisComputer, false, false), IpAddress::v4(127, 0, 0, 1));

    QList<TrackerAddress> result;
    if (const auto named = namedAddress(hostName.trimmed(), router ? router->port : port))
        result.append(*named);
    if (router)
        result.append(makeAddress(Reach::Internet, literal(router->address), router->port));
    for (const auto& [rank, address] : ranked) {
        const TrackerAddress entry = makeAddress(std::get<Reach>(rank), literal(address), port);
        if (!result.contains(entry))
            result.append(entry);
    }
    return result;
}

QList<InterfaceAddress> interfaceAddresses() {
    QList<InterfaceAddress> result;
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        if (!interface.flags().testFlag(QNetworkInterface::IsUp))
            continue;
        for (const QNetworkAddressEntry& entry : stableAddresses(interface.addressEntries())) {
            QHostAddress address = entry.ip();
            address.setScopeId({});
            if (const auto parsed = IpAddress::parse(address.toString().toStdString()))
                result.append({*parsed, interface.name()});
        }
    }
    return result;
}

} // namespace essaim::hosting
