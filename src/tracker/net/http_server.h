// The HTTP side of the tracker.
#pragma once

#include "core/clock.h"
#include "tracker/net/connection_limits.h"
#include "tracker/net/file_descriptor.h"
#include "tracker/net/http_connection.h"
#include "tracker/service/http_responder.h"

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace essaim::tracker {

/// One worker with its thread, its listening sockets and its connections. It waits in epoll; a client whose request
/// came with it, as nearly all do, is answered without ever being watched.
class HttpWorker {
public:
    /// `limits`, `clock` and all that the service refers to must outlive the worker.
    HttpWorker(
        std::vector<FileDescriptor> sockets, const ServiceParts& parts, ConnectionLimits& limits, const Clock& clock,
        std::uint64_t seed);
    /// Closes every connection, stops the thread and waits for it.
    ~HttpWorker();
    HttpWorker(const HttpWorker&) = delete;
    HttpWorker& operator=(const HttpWorker&) = delete;

    void start();
    [[nodiscard]] const WorkerCounters& counters() const { return m_service.counters(); }

private:
    struct Listener {
        FileDescriptor socket;
        IpAddress local; ///< unspecified = every address; the connection says which
    };

    void run();
    void accept(const Listener& listener, const HttpConnection::Now& now);
    void take(FileDescriptor socket, const Listener& listener, const IpAddress& client, const HttpConnection::Now& now);
    [[nodiscard]] std::optional<ConnectionLimits::Slot> acquire(const IpAddress& client);
    void drive(HttpConnection& connection, const HttpConnection::Now& now);
    /// False if the system does not let us watch it.
    bool watch(HttpConnection& connection, HttpConnection::Wants wants);
    void close(HttpConnection& connection);
    void closeLateConnections(HttpConnection::Time now);
    /// Makes room for a newcomer: of a few clients that say nothing, the one that did so for longest. False = none.
    bool closeIdleConnection();
    /// Lets new clients wait, or no longer.
    void setAccepting(bool accepting);
    [[nodiscard]] std::unique_ptr<HttpConnection> freshConnection();

    ConnectionLimits& m_limits;
    const Clock& m_clock;
    Random m_random;
    AnnounceService m_service;
    HttpResponder m_responder;
    FileDescriptor m_epoll;
    FileDescriptor m_wakeUp;
    std::vector<Listener> m_listeners;
    std::vector<std::unique_ptr<HttpConnection>> m_connections;
    std::vector<std::unique_ptr<HttpConnection>> m_spare; ///< ended ones, to be used again
    bool m_isAccepting = true;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace essaim::tracker
