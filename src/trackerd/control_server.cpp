#include "trackerd/control_server.h"

#include "trackerd/control_client.h"

#include <fmt/format.h>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

namespace essaim::trackerd {

namespace {

constexpr std::size_t kLongestCommand = 64 * 1024;
constexpr int kDeadlineSeconds = 5;

std::string receiveCommand(int fd) {
    std::string bytes;
    char buffer[4096];
    while (bytes.size() <= kLongestCommand) {
        const auto count = ::read(fd, buffer, sizeof buffer);
        if (count <= 0)
            return count == 0 ? bytes : std::string();
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
    return {};
}

void sendAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

} // namespace

struct ControlServer::Private {
    ~Private() {
        if (thread.joinable()) {
            const std::uint64_t one = 1;
            [[maybe_unused]] const auto written = ::write(wakeUp, &one, sizeof one);
            thread.join();
            ::unlink(path.c_str());
        }
        for (const int fd : {listener, wakeUp}) {
            if (fd >= 0)
                ::close(fd);
        }
    }

    bool listen() {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.native().size() >= sizeof address.sun_path) {
            errno = ENAMETOOLONG;
            return false;
        }
        path.native().copy(address.sun_path, path.native().size());
        ::unlink(path.c_str());
        listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto before = ::umask(0177);
        const bool bound = ::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        const int error = errno;
        ::umask(before);
        errno = error;
        wakeUp = ::eventfd(0, EFD_CLOEXEC);
        return bound && wakeUp >= 0 && ::listen(listener, 8) == 0;
    }

    void run() {
        pollfd watched[] = {{listener, POLLIN, 0}, {wakeUp, POLLIN, 0}};
        for (;;) {
            if (::poll(watched, 2, -1) < 0)
                continue;
            if (watched[1].revents != 0)
                return;
            const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (fd < 0)
                continue;
            answer(fd);
            ::close(fd);
        }
    }

    void answer(int fd) const {
        const timeval deadline{kDeadlineSeconds, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
        ::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &deadline, sizeof deadline);
        const auto output = handler(decodeCommand(receiveCommand(fd)));
        sendAll(fd, output ? "ok\n" + *output : "error\n" + output.error());
    }

    std::filesystem::path path;
    Handler handler;
    int listener = -1;
    int wakeUp = -1;
    std::thread thread;
};

ControlServer::ControlServer()
    : m_private(std::make_unique<Private>()) {}
ControlServer::~ControlServer() = default;

std::expected<std::unique_ptr<ControlServer>, OptionError>
ControlServer::start(const std::filesystem::path& socket, Handler handler) {
    std::unique_ptr<ControlServer> server(new ControlServer);
    auto& d = *server->m_private;
    d.path = socket;
    d.handler = std::move(handler);
    if (!d.listen())
        return std::unexpected(fmt::format("cannot listen on {}: {}", socket.string(), std::strerror(errno)));
    d.thread = std::thread([&d] { d.run(); });
    return server;
}

} // namespace essaim::trackerd
