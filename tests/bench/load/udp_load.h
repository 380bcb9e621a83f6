// Sending announces over UDP and checking their answers.
#pragma once

#include "measure.h"
#include "options.h"
#include "udp_socket.h"

#include <functional>
#include <memory>

namespace essaim::load {

/// The sockets of a load, what is under way, and what came back.
class UdpLoad {
public:
    /// Binds the addresses and fetches a connection id for each.
    explicit UdpLoad(const Options& options);

    /// From now on every answer must tell exactly the numbers of the population.
    void expectExactCounts() { m_exact = true; }
    void onLost(std::function<void(const Pending&)> callback) { m_onLost = std::move(callback); }

    void send(Kind kind, std::uint32_t torrent, std::uint32_t number, Time since);
    void flush();
    std::size_t receive();
    /// What was not answered for half a second is lost.
    void giveUp();
    /// Waits for what is under way.
    void finish();
    [[nodiscard]] std::size_t underWay() const { return m_underWay; }
    [[nodiscard]] Measure& measure() { return m_measure; }

private:
    void connectAll();
    std::size_t receiveFrom(UdpSocket& socket);
    void check(UdpSocket& socket, const Pending& pending, std::span<const std::uint8_t> bytes);
    void checkAnnounce(const Pending& pending, std::span<const std::uint8_t> bytes);
    void checkScrape(std::span<const std::uint8_t> bytes);
    void checkPeers(std::uint32_t torrent, std::span<const std::uint8_t> peers);

    Options m_options;
    Population m_population;
    std::vector<std::unique_ptr<UdpSocket>> m_sockets;
    std::size_t m_underWay = 0;
    bool m_exact = false;
    std::function<void(const Pending&)> m_onLost;
    std::vector<std::uint64_t> m_seen;
    Measure m_measure;
};

} // namespace essaim::load
