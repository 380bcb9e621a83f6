// What the desktop program was asked to do on its command line.
#pragma once

#include "app/store_command.h"
#include "engine/backups.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace essaim::app {

struct CommandLine {
    QStringList items;      ///< .torrent files, other files and folders, magnet links, URLs; paths are absolute
    bool create = false;    ///< `items` are what a new torrent is to be made of, .torrent files too
    QString profile;        ///< folder that holds settings and state; empty = the user's usual places
    QString language;       ///< overrides the setting; empty = not given
    QString theme;          ///< overrides the setting; empty = not given
    QString geometry;       ///< "WxH+X+Y"; empty = as remembered
    bool offline = false;   ///< loopback only: no DHT, LSD, PEX, port mapping
    bool demo = false;      ///< run the demonstration
    QString demoOutput;     ///< folder for the pictures of the demonstration; empty = a temporary one
    bool demoCrash = false; ///< kill both programs of the demonstration in mid-download
    std::optional<StoreCommand> store; ///< done without a window
    engine::RestoreRequest restore; ///< a backup whose list is put back before the window opens; the window asks for it
    bool pilot = false;             ///< steered by the demonstration through standard input
};

/// The program ends before it opens a window: help, version, or an option that is wrong.
struct EarlyExit {
    int status = 0;
    QString text; ///< for standard output if status is 0, else for standard error
};

/// Relative paths are resolved against the working directory.
[[nodiscard]] std::expected<CommandLine, EarlyExit> parseCommandLine(const QStringList& arguments);

} // namespace essaim::app
