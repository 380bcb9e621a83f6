// What is odd about a torrent that was accepted all the same: things that a user may want to know before adding it.
#pragma once

#include <cstdint>
#include <string>

namespace essaim {

struct TorrentNote {
    enum class Kind : std::uint8_t {
        TwinNames,        ///< differ in capitals or accents only; one of them is stored under another name
        NotPortable,      ///< names that Windows, or a drive made for it, cannot store
        HiddenCharacters, ///< names that show otherwise than they are; the characters are left out
        BrokenText,       ///< names that are not UTF-8; '_' stands for what cannot be read
        TrackersLeftOut,  ///< addresses that are not well-formed, lead to this computer or are too many
        LocalTrackers,    ///< in a private network: reachable by its members only
        WebSeedsLeftOut,  ///< addresses that no torrent has a reason to name
        WebSeedsUnused,   ///< well-formed, but this version of the library cannot use them safely
        NodesLeftOut,     ///< computers that the torrent wants the DHT to contact
        UnsortedKeys,     ///< not written as the format demands
        Version2,         ///< of the format, where this version of the library has faults that peers can reach
    };

    Kind kind = Kind::UnsortedKeys;
    int count = 0;
    std::string example = {}; ///< the first one, as the torrent has it; hosts only for addresses

    bool operator==(const TorrentNote&) const = default;
};

} // namespace essaim
