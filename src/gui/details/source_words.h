// Words for how it stands with a tracker or another source of peers.
#pragma once

#include "engine/details/details_snapshot.h"
#include "gui/widgets/theme.h"

#include <QString>

namespace essaim::gui {

[[nodiscard]] QString sourceStateWords(engine::SourceState state);
[[nodiscard]] Tint sourceStateTint(engine::SourceState state);
[[nodiscard]] QString peerSourceName(engine::PeerSourceDetails::Kind kind);

/// An address that may be shown to anybody who looks over the user's shoulder: what may be a passkey becomes "…".
[[nodiscard]] QString withoutSecret(const QString& url);
/// Whether something in its path or behind it may be a passkey: whoever has such an address is taken for the user.
[[nodiscard]] bool mayHoldKey(const QString& url);

} // namespace essaim::gui
