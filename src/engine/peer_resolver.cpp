#include "engine/peer_resolver.h"

#include "core/endpoint.h"

#include <libtorrent/address.hpp>

#include <mutex>
#include <netdb.h>
#include <optional>
#include <sys/socket.h>
#include <thread>

namespace essaim::engine {
namespace {

std::optional<lt::tcp::endpoint> endpointOf(const std::string& address, std::uint16_t port) {
    lt::error_code error;
    const lt::address parsed = lt::make_address(address, error);
    return error ? std::nullopt : std::optional(lt::tcp::endpoint(parsed, port));
}

std::vector<lt::tcp::endpoint> lookUp(const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* first = nullptr;
    std::vector<lt::tcp::endpoint> endpoints;
    if (::getaddrinfo(host.c_str(), nullptr, &hints, &first) != 0)
        return endpoints;
    for (const addrinfo* info = first; info != nullptr; info = info->ai_next) {
        char address[NI_MAXHOST];
        if (::getnameinfo(info->ai_addr, info->ai_addrlen, address, sizeof address, nullptr, 0, NI_NUMERICHOST) != 0)
            continue;
        if (const auto endpoint = endpointOf(address, port))
            endpoints.push_back(*endpoint);
    }
    ::freeaddrinfo(first);
    return endpoints;
}

} // namespace

/// Outlives the resolver as long as a look-up is under way.
struct PeerResolver::Receiver {
    std::mutex mutex;
    std::unique_ptr<QObject> context; ///< guarded by `mutex`; lives where answers are awaited, null if nobody waits
};

PeerResolver::PeerResolver()
    : m_receiver(std::make_shared<Receiver>()) {}

PeerResolver::~PeerResolver() {
    const std::lock_guard lock(m_receiver->mutex);
    m_receiver->context.reset();
}

void PeerResolver::resolve(const QString& hostAndPort, const Found& found) {
    const std::string text = hostAndPort.toStdString();
    if (const auto endpoint = Endpoint::parse(text); endpoint && endpoint->port != 0) {
        if (const auto literal = endpointOf(endpoint->address.toString(), endpoint->port))
            found(*literal);
        return;
    }
    const qsizetype colon = hostAndPort.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = hostAndPort.mid(colon + 1).toUInt(&isNumber);
    if (colon <= 0 || !isNumber || port == 0 || port > 65535)
        return;
    {
        const std::lock_guard lock(m_receiver->mutex);
        if (!m_receiver->context)
            m_receiver->context = std::make_unique<QObject>();
    }
    const std::string host = hostAndPort.left(colon).toStdString();
    std::thread([receiver = m_receiver, host, port, found] {
        const auto endpoints = lookUp(host, std::uint16_t(port));
        const std::lock_guard lock(receiver->mutex);
        if (!receiver->context)
            return;
        const auto deliver = [endpoints, found] {
            for (const auto& endpoint : endpoints)
                found(endpoint);
        };
        QMetaObject::invokeMethod(receiver->context.get(), deliver, Qt::QueuedConnection);
    }).detach();
}

} // namespace essaim::engine
