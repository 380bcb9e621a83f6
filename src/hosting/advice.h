// What a host should know about its swarms, as facts that a sentence can be made of.
#pragma once

#include "tracker/tracker.h"

#include <QList>
#include <QString>
#include <QtGlobal>

namespace essaim::hosting {

struct Advice {
    enum class Kind : std::uint8_t {
        KeyShared,    ///< `who`'s key is in use at `count` places at once
        OnlyCopy,     ///< nobody but the host has all of `torrent`, though friends want it
        Stuck,        ///< `who` lacks `percent` of `torrent` and was away for `days`
        MayLeave,     ///< `count` friends have all of `torrent` and are here: the host is not needed
        EverybodyHas, ///< every friend for whom `torrent` is has all of it
    };
    Kind kind = Kind::OnlyCopy;
    QString torrent = {};
    QString who = {};
    int count = 0;
    int percent = 0; ///< that is there
    int days = 0;

    bool operator==(const Advice&) const = default;
};

/// The gravest first; at most `most`. `now`: Unix seconds.
[[nodiscard]] QList<Advice> adviceFor(const tracker::TrackerSnapshot& snapshot, qint64 now, qsizetype most = 3);

/// From so many places at once a key seems to have been given on: a phone, home and work make two or three.
inline constexpr std::size_t kPlacesOfASharedKey = 4;

} // namespace essaim::hosting
