// Sending announces over HTTP and checking their answers.
#pragma once

#include "measure.h"
#include "options.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::load {

/// What a connection is to ask next.
struct HttpTask {
    std::uint32_t torrent = 0;
    std::uint32_t number = 0;
    bool isScrape = false;
    std::string_view event{}; ///< empty = none
};

/// A number of connections that ask without pause, each for itself.
class HttpLoad {
public:
    /// `nextTask` gives nothing when there is nothing to ask now.
    HttpLoad(const Options& options, bool exact, std::function<std::optional<HttpTask>()> nextTask);
    ~HttpLoad();
    HttpLoad(const HttpLoad&) = delete;

    /// Lets connections do what they can; waits for at most `milliseconds` until one can.
    void step(int milliseconds);
    [[nodiscard]] std::size_t busy() const { return m_busy; }
    [[nodiscard]] Measure& measure() { return m_measure; }

private:
    struct Connection {
        int fd = -1;
        bool isWaiting = false; ///< a request was sent or is to be sent
        bool isSent = false;
        std::uint32_t source = 0;
        HttpTask task;
        Time since;
        std::string request;
        std::string answer;
    };

    void begin(Connection& connection);
    bool open(Connection& connection);
    void close(Connection& connection);
    void handle(Connection& connection, std::uint32_t events);
    bool read(Connection& connection);
    void finish(Connection& connection);
    void fail(Connection& connection, std::string_view what);
    void check(const Connection& connection, std::string_view body);
    void makeRequest(Connection& connection);

    Options m_options;
    bool m_exact;
    std::function<std::optional<HttpTask>()> m_nextTask;
    int m_epoll;
    std::vector<Connection> m_connections;
    std::size_t m_busy = 0;
    Measure m_measure;
};

} // namespace essaim::load
