// How far this computer is with torrents that others share.
#pragma once

#include "core/info_hash.h"
#include "engine/torrent_snapshot.h"

#include <QList>
#include <QObject>

#include <optional>
#include <unordered_map>

namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// Listens to the session from its creation on, which is before the session starts. GUI thread.
class LocalProgress : public QObject {
    Q_OBJECT
public:
    explicit LocalProgress(engine::Session& session, QObject* parent = nullptr);

    /// 0 to 1; 1 = whole. Nothing if the torrent is not in the list.
    [[nodiscard]] std::optional<double> of(const TorrentId& id) const;
    void note(const QList<engine::TorrentSnapshot>& torrents);
    void forget(const QList<TorrentId>& ids);

Q_SIGNALS:
    void changed();

private:
    std::unordered_map<TorrentId, double> m_progress;
};

} // namespace essaim::gui
