#include "engine/own_network.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <memory>
#include <sstream>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace essaim::engine {

namespace {

constexpr std::uint16_t kAnyPort = 9;
const IpAddress kNobody = IpAddress::v4(192, 0, 2, 1); ///< for documentation (RFC 5737): as far away as anybody

/// Of all interfaces; null if the system does not tell.
std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> interfaces() {
    ifaddrs* first = nullptr;
    return {getifaddrs(&first) == 0 ? first : nullptr, &freeifaddrs};
}

std::optional<IpAddress> addressOf(const sockaddr* address) {
    if (address != nullptr && address->sa_family == AF_INET)
        return IpAddress::v4(ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr));
    if (address == nullptr || address->sa_family != AF_INET6)
        return std::nullopt;
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, bytes.size());
    return IpAddress::v6(bytes);
}

/// Interfaces of VPNs: two ends, no network between them. (So has that of a modem, but then there is no other one.)
std::set<std::string> pointToPoint() {
    std::set<std::string> result;
    const auto all = interfaces();
    for (const ifaddrs* one = all.get(); one != nullptr; one = one->ifa_next) {
        if ((one->ifa_flags & IFF_POINTOPOINT) != 0U)
            result.insert(one->ifa_name);
    }
    return result;
}

/// The kernel writes numbers as hexadecimal ones, addresses in the byte order of the processor.
std::optional<std::uint32_t> numberIn(const std::string& hex) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
    return error == std::errc() && end == hex.data() + hex.size() ? std::optional(number) : std::nullopt;
}

/// A VPN that catches everything leaves the way to the router as it is, or hides it only while it is there.
std::vector<DefaultRoute> routesInUse() {
    std::ifstream table("/proc/net/route"); // Linux; elsewhere there is no such file
    auto routes = defaultRoutesIn(table);
    const auto tunnels = pointToPoint();
    const auto isTunnel = [&tunnels](const DefaultRoute& route) { return tunnels.contains(route.interface); };
    if (!std::ranges::all_of(routes, isTunnel))
        std::erase_if(routes, isTunnel);
    const auto best = std::ranges::min_element(routes, {}, &DefaultRoute::metric);
    if (best != routes.end())
        std::erase_if(routes, [metric = best->metric](const DefaultRoute& route) { return route.metric != metric; });
    return routes;
}

} // namespace

OwnNetwork ownNetwork() {
    OwnNetwork result;
    for (const DefaultRoute& route : routesInUse()) {
        const bool hasGateway = !route.gateway.isUnspecified();
        if (hasGateway)
            result.gateways.insert(route.gateway);
        if (const auto address = localAddressTowards(hasGateway ? route.gateway : kNobody))
            result.addresses.insert(*address);
    }
    return result;
}

std::set<IpAddress> interfaceAddresses() {
    std::set<IpAddress> result;
    const auto all = interfaces();
    for (const ifaddrs* one = all.get(); one != nullptr; one = one->ifa_next) {
        const auto address = addressOf(one->ifa_addr);
        if (address && (one->ifa_flags & IFF_UP) != 0U)
            result.insert(*address);
    }
    return result;
}

std::optional<IpAddress> localAddressTowards(const IpAddress& destination) {
    const int file = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (file < 0 || !destination.isV4())
        return std::nullopt;
    const auto closing = [](const int* open) { close(*open); };
    const std::unique_ptr<const int, decltype(closing)> guard(&file, closing);
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(kAnyPort);
    there.sin_addr.s_addr = htonl(destination.toV4());
    sockaddr_in here{};
    socklen_t size = sizeof here;
    if (connect(file, reinterpret_cast<const sockaddr*>(&there), sizeof there) != 0 ||
        getsockname(file, reinterpret_cast<sockaddr*>(&here), &size) != 0)
        return std::nullopt;
    return addressOf(reinterpret_cast<const sockaddr*>(&here));
}

std::vector<DefaultRoute> defaultRoutesIn(std::istream& table) {
    std::vector<DefaultRoute> result;
    std::string line;
    std::getline(table, line); // names of the columns
    while (std::getline(table, line)) {
        std::istringstream words(line);
        std::string interface;
        std::string destination;
        std::string gateway;
        std::string flags;
        int ignored = 0;
        int metric = 0;
        std::string mask;
        if (!(words >> interface >> destination >> gateway >> flags >> ignored >> ignored >> metric >> mask))
            continue;
        const auto address = numberIn(gateway);
        constexpr std::uint32_t kReject = 0x200;
        const bool isRoute = (numberIn(flags).value_or(kReject) & kReject) == 0;
        // Half of the Internet (0.0.0.0/1) is what VPNs take.
        if (isRoute && address && numberIn(destination) == 0U && numberIn(mask) == 0U)
            result.push_back({interface, IpAddress::v4(ntohl(*address)), metric});
    }
    return result;
}

} // namespace essaim::engine
