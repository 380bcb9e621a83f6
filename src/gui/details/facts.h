// What the General tab tells about a torrent, one row each.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QString>

#include <span>

namespace essaim::gui {

struct Fact {
    enum class Group { Transfer, Torrent };
    Group group;
    const char* id;                                  ///< object name of the value's label
    const char* title;                               ///< source text, see translatedTitle()
    bool copyable;                                   ///< with a button that copies the value
    QString (*text)(const engine::TorrentSnapshot&); ///< empty = the row is not shown

    [[nodiscard]] QString translatedTitle() const;
};

/// From top to bottom.
[[nodiscard]] std::span<const Fact> facts();

} // namespace essaim::gui
