#include "cli/network_options.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "core/endpoint.h"
#include "core/units.h"

#include <limits>

namespace essaim::cli {
namespace {

bool isHostAndPort(const QString& text) {
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    return colon > 0 && isNumber && port >= 1 && port <= 65535;
}

/// Bytes a second; nothing for what is not a size or more than the session can count.
std::optional<int> rate(const std::string& text) {
    const std::optional<std::int64_t> bytes = text.empty() ? 0 : parseByteSize(text);
    if (!bytes || *bytes > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(*bytes);
}

} // namespace

void NetworkOptions::describe(CLI::App& command) {
    command.add_option("--port", port, Text::tr("Port to listen on; 0 = any free one").toStdString())
        ->check(CLI::Range(0, 65535));
    command.add_flag(
        "--offline", offline,
        Text::tr("No DHT, no local discovery, no port mapping; this computer only unless --bind says otherwise")
            .toStdString());
    command.add_option("--bind", bind, Text::tr("Address to listen on and to connect from").toStdString());
    command.add_option("--peer", peers, Text::tr("HOST:PORT to connect to; may be repeated").toStdString())
        ->allow_extra_args(false);
    command.add_option("--download-limit", downloadLimit, Text::tr("Bytes a second, such as 500K or 2M").toStdString());
    command.add_option("--upload-limit", uploadLimit, Text::tr("Bytes a second, such as 500K or 2M").toStdString());
}

std::optional<QString> NetworkOptions::problem() const {
    if (!bind.empty() && !IpAddress::parse(bind))
        return Text::tr("--bind wants an IPv4 or IPv6 address.");
    for (const QString& peer : fromArguments(peers)) {
        if (!isHostAndPort(peer))
            return Text::tr("--peer wants HOST:PORT.");
    }
    if (!rate(downloadLimit) || !rate(uploadLimit))
        return Text::tr("A limit is a number of bytes a second, such as 500K or 2M.");
    return std::nullopt;
}

engine::SessionSettings NetworkOptions::settings() const {
    engine::SessionSettings settings;
    settings.listenPort = port;
    settings.offline = offline;
    settings.bindAddress = fromArgument(bind);
    settings.downloadLimit = rate(downloadLimit).value_or(0);
    settings.uploadLimit = rate(uploadLimit).value_or(0);
    return settings;
}

} // namespace essaim::cli
