// What a torrent is doing, in words that say why, and in which groups.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/widgets/theme.h"

#include <QString>

namespace essaim::gui {

/// Rows of the sidebar. Every torrent is in All and in one of those up to Attention, and in Complete, too, while it
/// seeds; the others are views across them.
enum class StatusFilter {
    All,
    Downloading,
    Seeding,
    Complete,
    Paused,
    Attention,
    Active, ///< data moves, either way
    Inactive,
    Stalled,
    Waiting, ///< for its turn
    Checking,
    Moving,
};
inline constexpr int kStatusFilterCount = 12;
inline constexpr int kStatusGroupCount = 6; ///< up to Attention

[[nodiscard]] StatusFilter statusGroup(engine::TorrentState state);

[[nodiscard]] bool isIn(StatusFilter filter, const engine::TorrentSnapshot& torrent);

/// "Downloading", "Looking for peers", "The disk is full": state and reason, short enough for a cell.
[[nodiscard]] QString transferStatus(const engine::TorrentSnapshot& torrent);

/// The same at length, with what to do about an error.
[[nodiscard]] QString transferStatusSentence(const engine::TorrentSnapshot& torrent);

/// "“Backup”", "the system disk".
[[nodiscard]] QString diskName(const QString& volume);

/// What to tell the user when a disk takes no more.
[[nodiscard]] QString volumeSentence(const engine::VolumeNotice& notice);

/// Colour of the dot before the words and of the bar.
[[nodiscard]] Tint transferTint(engine::TorrentState state);

} // namespace essaim::gui
