#include "tracker/net/udp_server.h"

#include "tracker/net/listen_socket.h"
#include "tracker/net/udp_batch.h"

#include <linux/sock_diag.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#include <array>
#include <chrono>

namespace essaim::tracker {

namespace {

/// Memory of the datagrams that a socket holds for us.
std::uint32_t bytesWaiting(int socket) {
    std::array<std::uint32_t, SK_MEMINFO_VARS> values{};
    socklen_t length = sizeof values;
    ::getsockopt(socket, SOL_SOCKET, SO_MEMINFO, values.data(), &length);
    return values[SK_MEMINFO_RMEM_ALLOC];
}

} // namespace

static_assert(UdpBatch::kMemoryPerAnswer == UdpResponder::kMemoryPerAnswer);

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
    ::prctl(PR_SET_TIMERSLACK, 1UL); // a moment is to be as short as it says
    while (!m_stopping.load(std::memory_order_relaxed)) {
        const auto next = serve();
        if (next != UdpPacing::Next::Read)
            letRequestsGather(next == UdpPacing::Next::Experiment);
    }
}

void UdpWorker::letRequestsGather(bool isExperiment) {
    const auto moment = m_pacing.moment();
    if (!isExperiment)
        return std::this_thread::sleep_for(moment);
    std::this_thread::sleep_for(moment / 2);
    const auto half = bytesWaiting(m_socket.get());
    std::this_thread::sleep_for(moment / 2);
    m_pacing.observe(half, bytesWaiting(m_socket.get()));
}

UdpPacing::Next UdpWorker::serve() {
    const std::size_t count = m_batch->receive(m_socket.get());
    const auto now = m_clock.now();
    const bool isWildcard = m_local.isUnspecified();
    const auto exchanges = std::span(m_batch->exchanges).first(count);
    for (std::size_t i = 0; i < count; ++i)
        exchanges[i] = {m_batch->request(i), m_batch->source(i), isWildcard ? m_batch->destination(i) : m_local};
    m_responder.respond(exchanges, now, m_batch->answerMemory());
    for (std::size_t i = 0; i < count; ++i) {
        if (!exchanges[i].answer.empty())
            m_batch->queueAnswer(i, exchanges[i].answer);
    }
    m_batch->send(m_socket.get());
    return m_pacing.after(count, now);
}

} // namespace essaim::tracker
