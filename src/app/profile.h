// Where one user's settings and state lie.
#pragma once

#include <QString>

namespace essaim::app {

/// Absolute paths of one profile. Two programs with the same `id` are the same instance.
struct Profile {
    QString settingsFile; ///< essaim.ini
    QString stateFolder;  ///< databases
    QString id;           ///< short, safe as a socket name, the same for the same folders

    [[nodiscard]] QString clientDatabase() const;
    [[nodiscard]] QString trackerDatabase() const;
    [[nodiscard]] QString creationsFile() const; ///< torrents that are still to be made
    /// Hashes of files that were read; shared with essaim-cli unless the profile is one of its own. May be lost.
    QString hashesFile;
};

/// `folder`: everything in there; empty: $XDG_CONFIG_HOME/essaim and $XDG_STATE_HOME/essaim.
[[nodiscard]] Profile resolveProfile(const QString& folder);

} // namespace essaim::app
