// The subcommands of essaim-cli: one function each, one file each.
#pragma once

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <functional>

namespace essaim::cli {

/// What the command line asked for; returns the exit code of the program.
using Action = std::function<int()>;

// Each describes its options to `app` and sets `chosen` if it is the one that the user named.
void addCreateCommand(CLI::App& app, Action& chosen);
void addEditCommand(CLI::App& app, Action& chosen);
void addShowCommand(CLI::App& app, Action& chosen);
void addVerifyCommand(CLI::App& app, Action& chosen);
void addDownloadCommand(CLI::App& app, Action& chosen);
void addSeedCommand(CLI::App& app, Action& chosen);

/// Sentences of the command line in the user's language.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace essaim::cli
