#include "hosting/free_port.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QUdpSocket>

namespace essaim::hosting {

namespace {

constexpr int kNeighbours = 50;
constexpr int kLastPort = 65535;

/// `port`, or the one that the system chose for 0, if both protocols can have it.
std::optional<quint16> tryPort(quint16 port, const QHostAddress& address) {
    QTcpServer tcp;
    if (!tcp.listen(address, port))
        return std::nullopt;
    QUdpSocket udp;
    if (!udp.bind(address, tcp.serverPort(), QAbstractSocket::DontShareAddress))
        return std::nullopt;
    return tcp.serverPort();
}

QHostAddress listenAddress(bool loopbackOnly) {
    return QHostAddress(loopbackOnly ? QHostAddress::LocalHost : QHostAddress::AnyIPv4);
}

} // namespace

bool isPortFree(quint16 port, bool loopbackOnly) {
    return tryPort(port, listenAddress(loopbackOnly)).has_value();
}

std::optional<quint16> freePortNear(quint16 port, bool loopbackOnly) {
    const QHostAddress address = listenAddress(loopbackOnly);
    for (int candidate = port + 1; candidate <= qMin(port + kNeighbours, kLastPort); ++candidate) {
        if (const auto found = tryPort(quint16(candidate), address))
            return found;
    }
    for (int attempt = 0; attempt < kNeighbours; ++attempt) {
        if (const auto found = tryPort(0, address))
            return found;
    }
    return std::nullopt;
}

} // namespace essaim::hosting
