// A drive that holds files of torrents, as the window sees it.
#pragma once

#include <QMetaType>
#include <QString>

namespace essaim::engine {

enum class DriveState : std::uint8_t {
    Present,
    Away,         ///< not connected, or another drive is in its place
    ReadOnly,     ///< its torrents can be seeded, not downloaded
    NotAnswering, ///< connected, but whoever asks it something waits for ever
};

struct DriveSnapshot {
    QString name;  ///< of the folder at which it is mounted
    QString point; ///< that folder
    DriveState state = DriveState::Present;
    int waiting = 0; ///< torrents that cannot go on without it

    bool operator==(const DriveSnapshot&) const = default;
};

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::DriveSnapshot)
