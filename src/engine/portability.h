// What will go wrong with the names and files of a new torrent on somebody else's computer, and what to do about it.
#pragma once

#include "engine/create_torrent.h"

namespace essaim::engine {

/// One finding of checkPortability().
struct PortabilityIssue {
    enum class Kind : std::uint8_t {
        CaseClash,     ///< two names that Windows and macOS take for the same; `other` names the second
        UnicodeClash,  ///< two names that look alike and differ in how accents are encoded; `other` names the second
        ForbiddenName, ///< Windows keeps the name for itself: CON, NUL, COM1…
        ForbiddenCharacter, ///< < > : " | ? * or a control character
        TrailingDotOrSpace, ///< Windows drops it
        LongPath,           ///< more than 200 UTF-16 units: with a folder before it, beyond the 260 of Windows
        LongName,           ///< more than 255 UTF-16 units, or more than 255 bytes
        Unreadable,         ///< stays out
        StillChanging,      ///< modified within the last five seconds: one that is finished will not be next time
        EmptyFile,          ///< some old clients make none
        EmptyFolder,        ///< stays out
        Link,               ///< stays out
        SpecialFile,        ///< stays out
        UnusableName,       ///< stays out
        FormatSupport,      ///< the chosen format is not for every client
        LargeTorrent,       ///< the .torrent exceeds kCommonTorrentLimit
    };
    enum class Severity : std::uint8_t {
        Note,    ///< good to know
        Warning, ///< some people will have trouble
        Problem, ///< some people cannot get the file, or it is not in the torrent
    };
    /// What the program can do about it by itself.
    enum class Fix : std::uint8_t {
        None,
        Rename,       ///< on the disk, to `suggestion`
        LeaveOut,     ///< add `diskPath` to CreationFilter::leftOut
        ChooseHybrid, ///< TorrentFormat::Hybrid
        WaitAndLookAgain,
    };
    Kind kind = Kind::EmptyFile;
    Severity severity = Severity::Note;
    QString path; ///< in the torrent; that of a folder if the folder's name is what is wrong; empty = the whole torrent
    QString diskPath; ///< absolute; empty = none
    QString other;
    Fix fix = Fix::None;
    QString suggestion; ///< Fix::Rename: the new last part of the path

    bool operator==(const PortabilityIssue&) const = default;
};

/// Looks at the plan only: no input or output, any thread. `nowMs` is the time since 1970. Worst first, then by path;
/// each folder is named once, not once for each file below it.
[[nodiscard]] QList<PortabilityIssue>
checkPortability(const CreateTorrentPlan& plan, const CreateTorrentRequest& request, qint64 nowMs);

} // namespace essaim::engine
