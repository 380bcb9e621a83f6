// essaim-tracker: the tracker without a window, for a server.
#include "trackerd/commands.h"
#include "trackerd/daemon.h"
#include "trackerd/options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace {

using essaim::trackerd::CommandLine;

constexpr int kWrongUsage = 2;

constexpr auto kFooter = R"(Without any address it listens on port 6969 of every address, IPv4 and IPv6, HTTP and UDP.

Signals: SIGTERM and SIGINT end it. SIGHUP reads the configuration file again, without losing peers; a file with a
mistake leaves everything as it was, and the log says so.

Friends announce to http://HOST:PORT/announce/KEY or udp://HOST:PORT/announce/KEY. A key is printed once, when it is made;
only a digest of it is kept.

Examples:
  essaim-tracker --access open --data /var/lib/essaim-tracker
  essaim-tracker --config /etc/essaim-tracker.toml --check-config
  essaim-tracker --data /var/lib/essaim-tracker friend add Ben
  essaim-tracker --data /var/lib/essaim-tracker torrent add 0123456789abcdef0123456789abcdef01234567

Commands reach the tracker that runs on this data folder; they work as well while none does.)";

int wrongUsage(std::string message) {
    message = message.substr(0, message.find('\n'));
    fmt::print(stderr, "essaim-tracker: {}\n", message);
    return kWrongUsage;
}

void describeOptions(CLI::App& app, CommandLine& values) {
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
    app.add_flag("--check-config", values.checkConfig, "Read the configuration, say what is wrong with it, and end");
    app.footer(kFooter);
}

/// A command with one text, such as "friend revoke NAME".
CLI::App* addCommand(
    CLI::App& group, CommandLine& values, const std::string& verb, const std::string& help, const char* argument,
    int most = 1) {
    auto* command = group.add_subcommand(verb, help)->fallthrough();
    const auto words = std::make_shared<std::vector<std::string>>();
    if (argument)
        command->add_option(argument, *words)->required()->expected(1, most);
    command->callback([&values, words, verb, name = group.get_name()] {
        std::vector<std::string> all{name, verb};
        all.insert(all.end(), words->begin(), words->end());
        values.command.insert(values.command.begin(), all.begin(), all.end());
    });
    return command;
}

/// An option that travels with the command.
void addWord(CLI::App& command, CommandLine& values, const std::string& name, const std::string& help) {
    command
        .add_option_function<std::string>(
            name,
            [&values, name](const std::string& text) { values.command.insert(values.command.end(), {name, text}); },
            help)
        ->type_name("TEXT");
}

void describeCommands(CLI::App& app, CommandLine& values) {
    auto& friends = *app.add_subcommand("friend", "Who may announce with --access friends")->require_subcommand(1);
    friends.fallthrough();
    auto& add = *addCommand(friends, values, "add", "Print the key of a new friend", "NAME");
    add.add_flag_callback(
        "--seed-only", [&values] { values.command.emplace_back("--seed-only"); }, "May seed but not download");
    addCommand(friends, values, "list", "Everybody, and what each gave and took", nullptr);
    addCommand(friends, values, "renew", "Print another key for a friend; the old one is refused", "NAME");
    addCommand(friends, values, "revoke", "Refuse a friend from now on", "NAME");

    auto& torrents = *app.add_subcommand("torrent", "What is hosted")->require_subcommand(1);
    torrents.fallthrough();
    auto& host = *addCommand(torrents, values, "add", "Host a torrent; a hybrid has two hashes", "HASH", 2);
    addWord(host, values, "--name", "What to call it in lists");
    addCommand(torrents, values, "list", "Everything, with its seeds and leechers", nullptr);
    auto& remove = *addCommand(torrents, values, "remove", "Host it no more and forget its peers", "HASH");
    addWord(remove, values, "--reason", "Refuse it with this reason, which clients show");
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("BitTorrent tracker, HTTP and UDP");
    CommandLine values;
    describeOptions(app, values);
    describeCommands(app, values);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : wrongUsage(error.what());
    }
    const auto options = essaim::trackerd::makeOptions(values);
    if (!options)
        return wrongUsage(options.error());
    if (values.checkConfig) {
        if (const auto checked = essaim::tracker::Tracker::check(options->config); !checked)
            return wrongUsage(essaim::describe(checked.error()));
        fmt::print("the configuration is fine\n");
        return 0;
    }
    if (!values.command.empty())
        return essaim::trackerd::runFromTerminal(*options, values.command);
    return essaim::trackerd::serve(values, *options);
}
