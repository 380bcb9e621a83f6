// One torrent as the store knows it.
#pragma once

#include "core/info_hash.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace essaim::storage {

/// How far a torrent goes before it waits for the user, who is asked nothing twice: once there, it is Nothing again.
enum class StopAt : std::uint8_t { Nothing, Metadata, Checked };

/// How the files of a magnet are to lie once they are known; AsStated again from then on.
enum class Layout : std::uint8_t { AsStated, OwnFolder, NoFolder };

/// How the user wants a torrent to be treated.
struct TorrentFlags {
    bool sequential = false;
    bool firstLastFirst = false; ///< the first and the last piece of each file before the others
    bool superSeeding = false;   ///< BEP 16
    bool autoManaged = true;     ///< takes its turn in the queue; false = runs whatever the queue says
    StopAt stopAt = StopAt::Nothing;
    Layout layout = Layout::AsStated;

    bool operator==(const TorrentFlags&) const = default;
};

/// When and where resume data was written. All zero and empty for data of a version that did not say.
struct ResumeOrigin {
    std::int64_t run = 0;      ///< RunStart::runId of the program that wrote it
    std::string bootId;        ///< of the system at that time
    std::int64_t sequence = 0; ///< grows with each saving of this torrent

    bool operator==(const ResumeOrigin&) const = default;
};

/// Of a list of addresses: the user took the last one away.
inline constexpr const char* kNoAddress = "-";

/// What the user knows and chose about a torrent. Lives in columns, never only inside resume data.
struct TorrentRecord {
    InfoHash infoHash; ///< infoHash.id() when added is the key; see `id`
    TorrentId id;
    std::string name;          ///< of the torrent; until metadata is known, the display name of the magnet
    std::string chosenName;    ///< shown instead of `name`; empty = none was chosen
    std::string savePath;      ///< absolute, UTF-8
    std::string finalPath;     ///< absolute: the files go there once the torrent is complete; empty = they stay
    std::string source;        ///< magnet link if it was added by one, else empty
    std::string extraTrackers; ///< announce URLs that the user added, one a line
    /// The trackers as the user edited them, "tier URL" a line, or kNoAddress for none at all; empty = as the torrent
    /// or the link says, and extraTrackers. Once they are edited, they are all there are: extraTrackers is empty.
    std::string trackers;
    /// The HTTP sources (BEP 19) as the user edited them, one URL a line, or kNoAddress; empty = as the torrent says.
    std::string webSeeds;
    std::string metadata;       ///< the whole .torrent, byte for byte; empty while a magnet has none yet
    std::string filePriorities; ///< one byte a file, 0 = do not download, 1..7; empty = all normal (4)
    /// By file index: path on the disk, relative to savePath, of files that lie under another one than the torrent
    /// says.
    std::map<int, std::string> renamedFiles;
    std::string category;          ///< empty = none
    std::vector<std::string> tags; ///< sorted, each once, without line breaks
    TorrentFlags flags;
    /// The row comes from a version that kept sequential and super-seeding in the resume data only.
    bool areFlagsInResumeData = false;
    int queuePosition = -1;         ///< from 0; -1 = at the end
    std::int64_t downloadLimit = 0; ///< bytes a second, 0 = none of its own
    std::int64_t uploadLimit = 0;
    bool paused = false;
    std::int64_t addedAt = 0;     ///< Unix seconds
    std::int64_t completedAt = 0; ///< Unix seconds, 0 = not yet
    std::int64_t uploaded = 0;    ///< payload bytes in all sessions
    std::int64_t downloaded = 0;
    std::int64_t lastActivity = 0; ///< Unix seconds of the last payload byte either way, 0 = never
    std::int64_t activeSeconds = 0;
    std::int64_t seedingSeconds = 0;
    std::string resumeData;    ///< bencoded by the engine; empty = check the files
    ResumeOrigin resumeOrigin; ///< of resumeData; filled by the store

    bool operator==(const TorrentRecord&) const = default;
};

/// Resume data and totals of one torrent, saved often.
struct ResumeRecord {
    TorrentId id;
    std::string resumeData;
    std::int64_t uploaded = 0;
    std::int64_t downloaded = 0;
    std::int64_t completedAt = 0;
    std::int64_t lastActivity = 0;
    std::int64_t activeSeconds = 0;
    std::int64_t seedingSeconds = 0;
};

/// How long a torrent has run, of which nothing else has changed.
struct RunTimes {
    TorrentId id;
    std::int64_t activeSeconds = 0;
    std::int64_t seedingSeconds = 0;
};

/// Sorted, each once, without empty ones, white space at the ends and line breaks: as TorrentRecord::tags wants them.
[[nodiscard]] std::vector<std::string> normalizedTags(std::vector<std::string> tags);

} // namespace essaim::storage
