// Listening beside the main HTTP side: HTTPS, and the numbers for machines.
#pragma once

#include "core/clock.h"
#include "tracker/access/address_map.h"
#include "tracker/net/connection_limits.h"
#include "tracker/net/file_descriptor.h"
#include "tracker/net/tls_context.h"
#include "tracker/service/http_responder.h"

#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <list>
#include <memory>
#include <thread>
#include <vector>

namespace essaim::tracker {

/// One worker with its thread, its listening sockets and one coroutine per connection; what happens on a connection is
/// up to the classes below. They must call stop() in their destructors.
class SideServer {
public:
    virtual ~SideServer() = default;
    SideServer(const SideServer&) = delete;
    SideServer& operator=(const SideServer&) = delete;

    void start();

protected:
    using Socket = boost::asio::ip::tcp::socket;
    /// A connection that can be closed when it is late.
    struct Connection {
        virtual ~Connection() = default;
        [[nodiscard]] virtual bool isLate(std::chrono::steady_clock::time_point now) = 0;
        virtual void close() = 0;
        [[nodiscard]] virtual boost::asio::awaitable<void> serve(std::shared_ptr<Connection> self) = 0;
    };

    explicit SideServer(std::vector<FileDescriptor> sockets);
    /// Closes every connection, ends the thread and waits for it.
    void stop();
    /// Null = turn the client away.
    [[nodiscard]] virtual std::shared_ptr<Connection> take(Socket socket) = 0;

private:
    using Acceptor = boost::asio::ip::tcp::acceptor;

    [[nodiscard]] boost::asio::awaitable<void> accept(Acceptor& acceptor);
    [[nodiscard]] boost::asio::awaitable<void> closeLateConnections();
    void closeAll();

    boost::asio::io_context m_io{1};
    std::list<Acceptor> m_acceptors;
    boost::asio::steady_timer m_tick{m_io};
    std::list<std::shared_ptr<Connection>> m_connections;
    bool m_stopping = false; ///< worker's thread only
    std::thread m_thread;
};

/// Announces and scrapes over TLS.
class TlsWorker : public SideServer {
public:
    /// Everything referred to must outlive the worker.
    TlsWorker(
        std::vector<FileDescriptor> sockets, const TlsContext& context, const ServiceParts& parts,
        ConnectionLimits& limits, const Clock& clock, std::uint64_t seed);
    ~TlsWorker() override { stop(); }
    [[nodiscard]] const WorkerCounters& counters() const { return m_service.counters(); }

protected:
    [[nodiscard]] std::shared_ptr<Connection> take(Socket socket) override;

private:
    struct TlsConnection;

    const TlsContext& m_context;
    ConnectionLimits& m_limits;
    const Clock& m_clock;
    AnnounceService m_service;
    HttpResponder m_responder;
};

/// Pages for the operator's machines, such as /metrics, on an address of their own.
class PageServer : public SideServer {
public:
    struct Page {
        int status = 404;
        std::string text;
    };
    using Pages = std::function<Page(std::string_view path)>;

    /// `pages` is called on the server's thread.
    PageServer(std::vector<FileDescriptor> sockets, Pages pages);
    ~PageServer() override { stop(); }

protected:
    [[nodiscard]] std::shared_ptr<Connection> take(Socket socket) override;

private:
    struct PageConnection;
    static constexpr std::size_t kMaxConnections = 64;

    Pages m_pages;
    ConnectionLimits m_limits{kMaxConnections, kMaxConnections, true};
};

} // namespace essaim::tracker
