// What the user changes about torrents, together with the way back.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace essaim::engine {
class Session;
}

namespace essaim::gui {
class UndoHistory;

/// GUI thread. Whoever changes one of these things for the user asks here instead of the session. The snapshots are as
/// they are before the change: what they say is what comes back.
class UndoableChanges {
    Q_DECLARE_TR_FUNCTIONS(UndoableChanges)
public:
    /// Both outlive it.
    UndoableChanges(engine::Session& session, UndoHistory& history)
        : m_session(session)
        , m_history(history) {}

    /// Empty = none. Torrents that have it already are left out, as with tags.
    void setCategory(const QList<engine::TorrentSnapshot>& torrents, const QString& category);
    /// They replace the tags of each.
    void setTags(const QList<engine::TorrentSnapshot>& torrents, const QStringList& tags);
    /// Both as one deed; nothing = stays as it is.
    void setLabels(
        const QList<engine::TorrentSnapshot>& torrents, const std::optional<QString>& category,
        const std::optional<QStringList>& tags);
    /// One number a file, as in TorrentDetails::filePriorities.
    void setFilePriorities(const engine::TorrentSnapshot& torrent, const QList<int>& before, const QList<int>& after);

private:
    /// Done; what it changed, and the way back.
    struct Deed {
        int count = 0; ///< of torrents
        QString name;  ///< of the last of them
        std::function<void()> back;
    };
    Deed changeCategory(const QList<engine::TorrentSnapshot>& torrents, const QString& category);
    Deed changeTags(const QList<engine::TorrentSnapshot>& torrents, QStringList tags);

    engine::Session& m_session;
    UndoHistory& m_history;
};

/// A name that fits into a line beside other words.
[[nodiscard]] QString shortened(const QString& name);

} // namespace essaim::gui
