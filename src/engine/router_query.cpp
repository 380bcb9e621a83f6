#include "engine/router_query.h"

#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <charconv>
#include <chrono>
#include <memory>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 3s;
constexpr std::size_t kLongestAnswer = 64 * 1024;
constexpr std::uint16_t kNatPmpPort = 5351;
constexpr int kNatPmpTries = 3;
constexpr suseconds_t kNatPmpPatienceUs = 500'000;

std::string envelope(const RouterControl& control, std::string_view action, std::string_view arguments) {
    std::string body = "<?xml version=\"1.0\"?>\r\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
                       "s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body><u:";
    body.append(action).append(" xmlns:u=\"").append(control.service).append("\">").append(arguments);
    return body.append("</u:").append(action).append("></s:Body></s:Envelope>\r\n");
}

/// The answer with its head; empty if there was none.
std::string ask(const RouterControl& control, std::string_view action, std::string_view arguments = {}) {
    const std::string body = envelope(control, action, arguments);
    boost::asio::ip::tcp::iostream stream;
    stream.expires_after(kPatience);
    stream.connect(control.host.toString(), std::to_string(control.port));
    stream << "POST " << control.path << " HTTP/1.1\r\nHost: " << Endpoint{control.host, control.port}.toString()
           << "\r\nContent-Type: text/xml; charset=\"utf-8\"\r\nContent-Length: " << body.size() << "\r\nSoapaction: \""
           << control.service << '#' << action << "\"\r\nConnection: close\r\n\r\n"
           << body << std::flush;
    std::string answer;
    for (char c = 0; answer.size() < kLongestAnswer && stream.get(c);) {
        answer += c;
        if (c == '>' && answer.ends_with("Envelope>") && answer.find("</") != std::string::npos)
            break; // not every router closes the connection then
    }
    return answer;
}

bool isGood(std::string_view answer) {
    return answer.starts_with("HTTP/1.") && answer.substr(8, 5).starts_with(" 200");
}

/// 0 if it is none.
std::uint16_t numberIn(std::string_view text) {
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : std::uint16_t{0};
}

std::optional<IpAddress> usableV4(std::string_view text) {
    const auto address = IpAddress::parse(text);
    return address && address->isV4() && !address->isUnspecified() ? address : std::nullopt;
}

RouterAnswer request(const RouterControl& control, std::string_view action, std::string_view arguments) {
    RouterAnswer answer;
    answer.text = ask(control, action, arguments);
    if (answer.text.empty())
        return answer;
    answer.kind = isGood(answer.text) ? RouterAnswer::Kind::Done : RouterAnswer::Kind::Refused;
    answer.error = int(numberIn(elementIn(answer.text, "errorCode")));
    return answer;
}

std::string argument(std::string_view name, std::string_view value) {
    const auto text = std::string(name);
    return "<" + text + ">" + std::string(value) + "</" + text + ">";
}

std::string nameOf(RouterPort port) {
    return argument("NewRemoteHost", {}) + argument("NewExternalPort", std::to_string(port.port)) +
           argument("NewProtocol", port.isTcp ? "TCP" : "UDP");
}

/// Twelve bytes: version 0, operation 128, two bytes of result, four of the router's age, the address.
std::optional<IpAddress> natPmpAddressIn(const std::array<std::uint8_t, 16>& answer, ssize_t size) {
    if (size != 12 || answer[0] != 0 || answer[1] != 128 || answer[2] != 0 || answer[3] != 0)
        return std::nullopt;
    const auto address = IpAddress::v4(answer[8], answer[9], answer[10], answer[11]);
    return address.isUnspecified() ? std::nullopt : std::optional(address);
}

std::optional<IpAddress> askByNatPmp(const IpAddress& gateway) {
    const int file = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (file < 0)
        return std::nullopt;
    const auto closing = [](const int* open) { close(*open); };
    const std::unique_ptr<const int, decltype(closing)> guard(&file, closing);
    sockaddr_in router{};
    router.sin_family = AF_INET;
    router.sin_port = htons(kNatPmpPort);
    router.sin_addr.s_addr = htonl(gateway.toV4());
    const timeval patience{0, kNatPmpPatienceUs};
    // Connected: what others send is not delivered.
    if (connect(file, reinterpret_cast<const sockaddr*>(&router), sizeof router) != 0 ||
        setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0)
        return std::nullopt;
    const std::array<std::uint8_t, 2> question{0, 0};
    for (int i = 0; i < kNatPmpTries; ++i) {
        std::array<std::uint8_t, 16> answer{};
        if (send(file, question.data(), question.size(), MSG_NOSIGNAL) != ssize_t(question.size()))
            return std::nullopt;
        if (const auto address = natPmpAddressIn(answer, recv(file, answer.data(), answer.size(), 0)))
            return address;
    }
    return std::nullopt;
}

} // namespace

std::optional<RouterControl> routerControlIn(std::string_view logLine) {
    constexpr std::string_view kFound = "found control URL: http://";
    constexpr std::string_view kService = " namespace ";
    if (!logLine.starts_with(kFound))
        return std::nullopt;
    logLine.remove_prefix(kFound.size());
    const auto end = logLine.find(kService);
    const auto slash = logLine.find('/');
    if (end == std::string_view::npos || slash >= end)
        return std::nullopt;
    auto authority = std::string(logLine.substr(0, slash));
    if (!authority.contains(':'))
        authority += ":80";
    const auto endpoint = Endpoint::parse(authority);
    if (!endpoint || !endpoint->address.isV4() || !endpoint->address.isPrivate())
        return std::nullopt;
    const auto rest = logLine.substr(end + kService.size());
    RouterControl control{
        endpoint->address, endpoint->port, std::string(logLine.substr(slash, end - slash)),
        std::string(rest.substr(0, rest.find(' ')))};
    constexpr std::string_view kUnsafe = " \r\n\"<>";
    const bool isPlain = control.path.find_first_of(kUnsafe) == std::string::npos &&
                         control.service.find_first_of(kUnsafe) == std::string::npos;
    return isPlain && !control.service.empty() ? std::optional(control) : std::nullopt;
}

std::optional<IpAddress>
askAddressOutside(const std::optional<RouterControl>& control, const std::set<IpAddress>& gateways) {
    if (control) {
        const std::string answer = ask(*control, "GetExternalIPAddress");
        const auto address = usableV4(elementIn(answer, "NewExternalIPAddress"));
        if (address && isGood(answer))
            return address;
    }
    for (const IpAddress& gateway : gateways) {
        if (const auto address = askByNatPmp(gateway))
            return address;
    }
    return std::nullopt;
}

RouterEntry entryOf(const RouterControl& control, RouterPort port) {
    const auto answer = request(control, "GetSpecificPortMappingEntry", nameOf(port));
    RouterEntry entry;
    entry.isKnown = answer.kind != RouterAnswer::Kind::Silent;
    if (answer.kind == RouterAnswer::Kind::Done) {
        entry.client = usableV4(elementIn(answer.text, "NewInternalClient"));
        entry.clientPort = numberIn(elementIn(answer.text, "NewInternalPort"));
    }
    return entry;
}

RouterAnswer addEntry(const RouterControl& control, RouterPort port, const IpAddress& client, unsigned seconds) {
    return request(
        control, "AddPortMapping",
        nameOf(port) + argument("NewInternalPort", std::to_string(port.port)) +
            argument("NewInternalClient", client.toString()) + argument("NewEnabled", "1") +
            argument("NewPortMappingDescription", "Essaim/" ESSAIM_VERSION) +
            argument("NewLeaseDuration", std::to_string(seconds)));
}

RouterAnswer deleteEntry(const RouterControl& control, RouterPort port) {
    return request(control, "DeletePortMapping", nameOf(port));
}

std::string_view elementIn(std::string_view xml, std::string_view name) {
    for (auto at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
        const auto tag = xml.substr(at + 1);
        if (!tag.starts_with(name) || tag.size() == name.size() || (tag[name.size()] != '>' && tag[name.size()] != ' '))
            continue;
        const auto text = tag.substr(std::min(tag.find('>'), tag.size() - 1) + 1);
        return text.substr(0, text.find('<'));
    }
    return {};
}

} // namespace essaim::engine
