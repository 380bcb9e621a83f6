// What can be done with the list from a terminal, without a window: backups, restoring, exporting, verifying.
#pragma once

#include "app/profile.h"

#include <QString>

namespace essaim::app {

struct StoreCommand {
    enum class Kind { ListBackups, Restore, Export, Verify };
    Kind kind = Kind::ListBackups;
    QString argument;     ///< Restore: "latest", a date, the name or the path of a backup; Export: a folder
    bool exactly = false; ///< Restore: newer torrents leave the list
};

struct CommandLine;

/// Carries it out and says on standard output what was found or done. Returns the exit status: 0 = done, and nothing is
/// damaged; 1 = not, with a sentence on standard error. Waits for the disk; needs QCoreApplication only. Listing,
/// exporting and verifying write nothing to the profile.
[[nodiscard]] int runStoreCommand(const StoreCommand& command, const Profile& profile);

/// The same for the whole process, in the user's language.
[[nodiscard]] int runWithoutWindow(const CommandLine& commandLine, int& argc, char** argv);

} // namespace essaim::app
