// Words for what goes on between us and a peer.
#pragma once

#include "engine/details/details_snapshot.h"

#include <QString>
#include <QStringList>

namespace essaim::gui {

/// A letter for each thing that is worth one, such as "D I E H"; peerFlagWords() explains them.
[[nodiscard]] QString peerFlagLetters(engine::PeerFlags flags);
/// One line for each letter, and for what has none.
[[nodiscard]] QStringList peerFlagWords(engine::PeerFlags flags);
/// "TCP", "uTP", "HTTP", and what else there is to say about the way.
[[nodiscard]] QString peerConnection(engine::PeerFlags flags);

} // namespace essaim::gui
