// Saving the .torrent of a transfer to a file that the user chose.
#pragma once

#include "core/info_hash.h"

#include <QString>

class QWidget;

namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// Asks where to, with `name` proposed, and writes in the background. A failure is told in a message over `parent`.
void saveTorrentFile(engine::Session& session, const TorrentId& id, const QString& name, QWidget* parent);

} // namespace essaim::gui
