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

std::optional<TrackerAddress> namedAddress(const QString& hostName, quint16 port) {
    if (const auto address = IpAddress::parse(hostName.toStdString())) {
        const auto reach = reachOf(*address);
        return reach ? std::optional(makeAddress(*reach, literal(*address), port)) : std::nullopt;
    }
    // QUrl knows which names a URL can carry and how letters outside ASCII are written there.
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(hostName);
    const QString host = url.host(QUrl::FullyEncoded);
    if (!url.isValid() || host.isEmpty() || host.contains(QLatin1Char(':')))
        return std::nullopt;
    return makeAddress(Reach::Internet, host, port);
}

} // namespace

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
