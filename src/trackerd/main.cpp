// essaim-tracker: the tracker without a window, for a server.
#include "trackerd/daemon.h"
#include "trackerd/options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace {

constexpr int kWrongUsage = 2;

int wrongUsage(std::string message) {
    message = message.substr(0, message.find('\n'));
    fmt::print(stderr, "essaim-tracker: {}\n", message);
    return kWrongUsage;
}

void describe(CLI::App& app, essaim::trackerd::CommandLine& values) {
    app.set_version_flag("--version", "essaim-tracker " ESSAIM_VERSION);
    app.add_option("--http", values.http, "Address to serve HTTP announces on; may be repeated; port 0 = any")
        ->type_name("ADDR:PORT")
        ->allow_extra_args(false);
    app.add_option("--udp", values.udp, "Address to serve UDP announces on; may be repeated; port 0 = any")
        ->type_name("ADDR:PORT")
        ->allow_extra_args(false);
    app.add_option("--access", values.access, "Who may announce: any torrent, hosted ones, or friends with a key")
        ->type_name("open|hosted|friends");
    app.add_option("--data", values.data, "Folder of tracker.db; without it nothing is kept")->type_name("DIR");
    app.add_option("--threads", values.threads, "Workers per protocol (1)")->type_name("N");
    app.add_option("--config", values.configFile, "Configuration file; options given here win over it")
        ->type_name("FILE.toml");
    app.footer("Without any address it listens on port 6969, HTTP and UDP. SIGTERM and SIGINT end it.");
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("BitTorrent tracker, HTTP and UDP");
    essaim::trackerd::CommandLine values;
    describe(app, values);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : wrongUsage(error.what());
    }
    const auto options = essaim::trackerd::makeOptions(values);
    return options ? essaim::trackerd::serve(values, *options) : wrongUsage(options.error());
}
