// The UDP side of the tracker: batches of datagrams in, batches of answers out.
#pragma once

#include "core/clock.h"
#include "tracker/net/file_descriptor.h"
#include "tracker/net/udp_pacing.h"
#include "tracker/service/udp_responder.h"

#include <atomic>
#include <memory>
#include <thread>

namespace essaim::tracker {

/// One worker with its thread and its socket. It waits in the call that reads up to 64 datagrams, answers each into
/// memory that was allocated once, and sends the answers with one more call. Under load it lets requests gather, see
/// UdpPacing. Answers leave from the address that was asked.
class UdpWorker {
public:
    /// The clock must outlive the worker; so must all that the service and the ids refer to.
    UdpWorker(
        FileDescriptor socket, const ServiceParts& parts, const ConnectionIds& ids, const Clock& clock,
        std::uint64_t seed);
    /// Stops the thread and waits for it.
    ~UdpWorker();
    UdpWorker(const UdpWorker&) = delete;
    UdpWorker& operator=(const UdpWorker&) = delete;

    void start();
    [[nodiscard]] const WorkerCounters& counters() const { return m_service.counters(); }

private:
    struct Batch;

    void run();
    /// One batch; returns what to do then.
    UdpPacing::Next serve();
    void letRequestsGather(bool isExperiment);

    FileDescriptor m_socket;
    IpAddress m_local; ///< unspecified = every address; the datagram says which
    std::atomic<bool> m_stopping = false;
    const Clock& m_clock;
    AnnounceService m_service;
    UdpResponder m_responder;
    UdpPacing m_pacing;
    std::unique_ptr<Batch> m_batch;
    std::thread m_thread;
};

} // namespace essaim::tracker
