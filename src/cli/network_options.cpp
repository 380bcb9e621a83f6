#include "cli/network_options.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "core/endpoint.h"

namespace essaim::cli {
namespace {

bool isHostAndPort(const QString& text) {
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    return colon > 0 && isNumber && port >= 1 && port <= 65535;
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
}

std::optional<QString> NetworkOptions::problem() const {
    if (!bind.empty() && !IpAddress::parse(bind))
        return Text::tr("--bind wants an IPv4 or IPv6 address.");
    for (const QString& peer : fromArguments(peers)) {
        if (!isHostAndPort(peer))
            return Text::tr("--peer wants HOST:PORT.");
    }
    return std::nullopt;
}

engine::SessionSettings NetworkOptions::settings() const {
    engine::SessionSettings settings;
    settings.listenPort = port;
    settings.offline = offline;
    settings.bindAddress = fromArgument(bind);
    return settings;
}

} // namespace essaim::cli
