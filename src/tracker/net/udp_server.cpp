#include "tracker/net/udp_server.h"

#include "tracker/net/listen_socket.h"
#include "tracker/net/udp_batch.h"

#include <sys/socket.h>

namespace essaim::tracker {

struct UdpWorker::Batch : UdpBatch {
    using UdpBatch::UdpBatch;
    std::array<UdpExchange, kSize> exchanges;
};

UdpWorker::UdpWorker(
    FileDescriptor socket, const ServiceParts& parts, const ConnectionIds& ids, const Clock& clock, std::uint64_t seed)
    : m_socket(std::move(socket))
    , m_local(boundEndpoint(m_socket.get()).address)
    , m_clock(clock)
    , m_service(parts, seed)
    , m_responder(m_service, ids)
    , m_batch(std::make_unique<Batch>(m_local.isUnspecified())) {}

UdpWorker::~UdpWorker() {
    if (!m_thread.joinable())
        return;
    m_stopping = true;
    ::shutdown(m_socket.get(), SHUT_RDWR); // says ENOTCONN, and wakes the thread all the same
    m_thread.join();
}

void UdpWorker::start() {
    m_thread = std::thread([this] { run(); });
}

void UdpWorker::run() {
    while (!m_stopping.load(std::memory_order_relaxed))
        serve();
}

void UdpWorker::serve() {
    const std::size_t count = m_batch->receive(m_socket.get());
    const auto now = m_clock.now();
    const bool isWildcard = m_local.isUnspecified();
    const auto exchanges = std::span(m_batch->exchanges).first(count);
    for (std::size_t i = 0; i < count; ++i)
        exchanges[i] = {
            m_batch->request(i), m_batch->source(i), isWildcard ? m_batch->destination(i) : m_local,
            m_batch->answerSpace(i)};
    m_responder.respond(exchanges, now);
    for (std::size_t i = 0; i < count; ++i) {
        if (exchanges[i].size > 0)
            m_batch->queueAnswer(i, exchanges[i].size);
    }
    m_batch->send(m_socket.get());
}

} // namespace essaim::tracker
