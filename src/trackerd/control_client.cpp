#include "trackerd/control_client.h"

#include <fmt/format.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace essaim::trackerd {

namespace {

constexpr int kDeadlineSeconds = 30;

struct Descriptor {
    int fd;
    ~Descriptor() {
        if (fd >= 0)
            ::close(fd);
    }
};

std::string readAll(int fd) {
    std::string text;
    char buffer[4096];
    for (;;) {
        const auto count = ::read(fd, buffer, sizeof buffer);
        if (count <= 0)
            return text;
        text.append(buffer, static_cast<std::size_t>(count));
    }
}

} // namespace

std::filesystem::path controlSocketIn(const std::filesystem::path& dataFolder) {
    return dataFolder / "control.socket";
}

std::string encodeCommand(const std::vector<std::string>& command) {
    std::string bytes;
    for (const auto& word : command)
        bytes.append(word).push_back('\0');
    return bytes;
}

std::vector<std::string> decodeCommand(std::string_view bytes) {
    std::vector<std::string> command;
    while (!bytes.empty()) {
        const auto end = bytes.find('\0');
        if (end == std::string_view::npos)
            return {};
        command.emplace_back(bytes.substr(0, end));
        bytes = bytes.substr(end + 1);
    }
    return command;
}

std::optional<std::expected<std::string, OptionError>>
askRunning(const std::filesystem::path& socket, const std::vector<std::string>& command) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto& path = socket.native();
    if (path.size() >= sizeof address.sun_path)
        return std::nullopt;
    path.copy(address.sun_path, path.size());
    const Descriptor connection{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const timeval deadline{kDeadlineSeconds, 0};
    ::setsockopt(connection.fd, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
    if (::connect(connection.fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        if (errno == ENOENT || errno == ECONNREFUSED)
            return std::nullopt;
        return std::unexpected(fmt::format("cannot reach the tracker at {}: {}", path, std::strerror(errno)));
    }
    const auto bytes = encodeCommand(command);
    if (::send(connection.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
        return std::unexpected("the tracker did not take the command");
    ::shutdown(connection.fd, SHUT_WR);
    const auto answer = readAll(connection.fd);
    if (answer.starts_with("ok\n"))
        return answer.substr(3);
    if (answer.starts_with("error\n"))
        return std::unexpected(answer.substr(6));
    return std::unexpected("the tracker ended before it answered");
}

} // namespace essaim::trackerd
