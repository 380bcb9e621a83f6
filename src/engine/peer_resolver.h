// Peers that the user names by hand. Private to the engine.
#pragma once

#include <QObject>
#include <QString>

#include <libtorrent/socket.hpp>

#include <functional>
#include <memory>

namespace essaim::engine {

/// Engine thread. Names are looked up on threads of their own, because the system's resolver may take its time; an
/// answer that comes after the resolver has gone is dropped.
class PeerResolver {
public:
    using Found = std::function<void(const lt::tcp::endpoint&)>;

    PeerResolver();
    ~PeerResolver();
    PeerResolver(const PeerResolver&) = delete;
    PeerResolver& operator=(const PeerResolver&) = delete;

    /// Calls `found` for every address of "host:port" (name, IPv4 or bracketed IPv6); never if there is none.
    void resolve(const QString& hostAndPort, const Found& found);

private:
    struct Receiver;
    std::shared_ptr<Receiver> m_receiver;
};

} // namespace essaim::engine
