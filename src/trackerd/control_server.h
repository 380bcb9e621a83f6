// The running tracker's side of commands.
#pragma once

#include "trackerd/options.h"

#include <functional>
#include <memory>
#include <vector>

namespace essaim::trackerd {

/// Listens on a socket that only this user (and root) may open. One command at a time, on a thread of its own; a client
/// that says nothing for five seconds is sent away.
class ControlServer {
public:
    using Handler = std::function<std::expected<std::string, OptionError>(const std::vector<std::string>& command)>;

    /// Replaces a socket that an earlier process left behind: whoever holds the database is the only one.
    [[nodiscard]] static std::expected<std::unique_ptr<ControlServer>, OptionError>
    start(const std::filesystem::path& socket, Handler handler);
    /// Ends the thread and removes the socket.
    ~ControlServer();
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

private:
    ControlServer();
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::trackerd
