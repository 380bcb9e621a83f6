// Saving the .torrent of a transfer to a file that the user chose.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// Asks where to, with `name` proposed, and writes in the background, what `change` makes of the file if it is given
/// (on another thread). A failure is told in a message over `parent`.
void saveTorrentFile(
    engine::Session& session, const TorrentId& id, const QString& name, QWidget* parent,
    const std::function<Expected<QByteArray>(const QByteArray&)>& change = {});

} // namespace essaim::gui
