// Why a torrent does not move, in one sentence, and what helps.
#pragma once

#include "engine/details/details_snapshot.h"
#include "engine/torrent_snapshot.h"

#include <QString>

#include <optional>

namespace essaim::gui {

/// What the user can do about it with one click.
enum class Remedy {
    None,
    AskTrackers, ///< at once
    EditTrackers,
    AddPeers,
    Resume,
    RunNow, ///< whatever the queue says
    CheckFiles,
    OpenFolder,
    ChooseFolder, ///< say where the files are now
};

struct Verdict {
    QString sentence;
    Remedy remedy = Remedy::None;
    bool operator==(const Verdict&) const = default;
};

/// Nothing if the torrent does what it should: data comes, or it is complete. `facts`: none have come yet.
[[nodiscard]] std::optional<Verdict>
verdictOf(const engine::TorrentSnapshot& torrent, const std::optional<engine::SwarmFacts>& facts);

/// Label of the button.
[[nodiscard]] QString remedyWords(Remedy remedy);

} // namespace essaim::gui
