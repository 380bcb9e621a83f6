#include "tracker/net/udp_server.h"

#include "tracker/net/udp_batch.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <cstdint>

namespace essaim::tracker {

struct UdpWorker::Batch : UdpBatch {};

UdpWorker::UdpWorker(
    std::vector<FileDescriptor> sockets, const ServiceParts& parts, const ConnectionIds& ids, const Clock& clock,
    std::uint64_t seed)
    : m_sockets(std::move(sockets))
    , m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_clock(clock)
    , m_service(parts, seed)
    , m_responder(m_service, ids)
    , m_batch(std::make_unique<Batch>()) {}

UdpWorker::~UdpWorker() {
    if (!m_thread.joinable())
        return;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wakeUp.get(), &one, sizeof one);
    m_thread.join();
}

void UdpWorker::start() {
    m_thread = std::thread([this] { run(); });
}

void UdpWorker::run() {
    std::vector<pollfd> watched;
    for (const auto& socket : m_sockets)
        watched.push_back({socket.get(), POLLIN, 0});
    watched.push_back({m_wakeUp.get(), POLLIN, 0});
    while (watched.back().revents == 0) {
        if (::poll(watched.data(), watched.size(), -1) <= 0)
            continue;
        for (std::size_t i = 0; i < m_sockets.size(); ++i) {
            if (watched[i].revents != 0)
                serve(watched[i].fd);
        }
    }
}

void UdpWorker::serve(int socket) {
    const std::size_t count = m_batch->receive(socket);
    const auto now = m_clock.now();
    for (std::size_t i = 0; i < count; ++i) {
        const auto size = m_responder.respond(
            m_batch->request(i), m_batch->source(i), m_batch->destination(i), now, m_batch->answerSpace(i));
        if (size > 0)
            m_batch->queueAnswer(i, size);
    }
    m_batch->send(socket);
}

} // namespace essaim::tracker
