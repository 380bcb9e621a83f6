// The HTTP side of the tracker.
#pragma once

#include "core/clock.h"
#include "tracker/net/connection_limits.h"
#include "tracker/net/file_descriptor.h"
#include "tracker/net/http_connection.h"
#include "tracker/service/http_responder.h"

#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <list>
#include <memory>
#include <thread>
#include <vector>

namespace essaim::tracker {

/// One worker with its thread, its listening sockets and its connections (one coroutine each).
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
    using Acceptor = boost::asio::ip::tcp::acceptor;

    [[nodiscard]] boost::asio::awaitable<void> accept(Acceptor& acceptor);
    [[nodiscard]] boost::asio::awaitable<void> closeLateConnections();
    void take(boost::asio::ip::tcp::socket socket);
    void closeAll();

    boost::asio::io_context m_io{1};
    ConnectionLimits& m_limits;
    const Clock& m_clock;
    AnnounceService m_service;
    HttpResponder m_responder;
    std::list<Acceptor> m_acceptors;
    boost::asio::steady_timer m_tick{m_io};
    std::list<std::shared_ptr<HttpConnection>> m_connections;
    bool m_stopping = false; ///< worker's thread only
    std::thread m_thread;
};

} // namespace essaim::tracker
