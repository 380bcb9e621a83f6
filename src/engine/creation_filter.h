// Which files of the chosen folders go into a new torrent.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace essaim::engine {

/// Globs know `*` (inside one name), `**` (across folders), `?`, `[abc]`, and ignore case. One without '/' is compared
/// with each name on the way ("*.nfo", "Sample"), one with '/' with the path below the chosen item ("*/subs/*.idx");
/// what matches a folder is true for all below it.
struct CreationFilter {
    QStringList include;     ///< not empty: only files that match one of these
    QStringList exclude;     ///< beats `include`
    QStringList leftOut;     ///< absolute paths of files and folders that the user unticked
    bool skipJunk = true;    ///< what systems and programs leave behind: see junkPatterns()
    bool skipHidden = false; ///< names that begin with a dot

    bool operator==(const CreationFilter&) const = default;
};

/// The globs behind CreationFilter::skipJunk, for people to read: ".DS_Store", "Thumbs.db", "*.part" and so on.
[[nodiscard]] const QStringList& junkPatterns();

/// Why a glob cannot be used, in English; nothing if it can.
[[nodiscard]] std::optional<QString> globProblem(const QString& glob);

} // namespace essaim::engine
