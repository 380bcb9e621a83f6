// Adds the torrents that appear in watched folders.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/services.h"
#include "gui/watch/watch_folder.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace essaim::engine {
struct AddTorrentOutcome;
}

namespace essaim::gui {

/// Looks every few seconds, on another thread, since watching by the kernel misses network drives. A file is taken when
/// it has not changed between two looks: whoever writes it may not be done. What was refused for a reason that passes,
/// such as a full disk, is tried again every twelve looks, and told of once. GUI thread.
class FolderWatcher : public QObject {
    Q_OBJECT
public:
    /// The services outlive it.
    explicit FolderWatcher(
        const Services& services, std::chrono::milliseconds interval = std::chrono::seconds(5),
        QObject* parent = nullptr);

    /// A file as it was at one look.
    struct Sighting {
        qint64 size = 0;
        QDateTime modified;
        bool operator==(const Sighting&) const = default;
    };
    struct Found {
        WatchFolder folder;
        QString file;
        QByteArray content;
        QString failure;                       ///< why it could not be read; empty = it was
        QList<int> priorities;                 ///< of its files; empty = all are wanted
        engine::TorrentSnapshot expected = {}; ///< as far as it is known
    };
    struct Look {
        QHash<QString, Sighting> seen;
        QList<Found> found;
        QStringList missing; ///< folders that are not there
    };

Q_SIGNALS:
    /// A torrent could not be taken in; a sentence for the user.
    void failed(const QString& sentence);

private:
    void readSettings();
    void look();
    void take(const Look& look);
    void onAdded(const engine::AddTorrentOutcome& outcome);
    void tryLater(const QString& file);
    void tell(const QString& file, const QString& sentence);
    /// As its folder wants it, unless it is not what was taken in any more.
    void putAway(const Found& found, const Sighting& taken);

    Services m_services;
    QList<WatchFolder> m_folders;
    QTimer m_timer;
    bool m_isLooking = false;
    QStringList m_missing;            ///< told of
    QHash<QString, Sighting> m_seen;  ///< at the last look
    QHash<QString, Sighting> m_tried; ///< not to be tried again as they are
    QHash<QString, int> m_later;      ///< of these, to be tried again nevertheless: after so many looks
    QHash<QString, Sighting> m_told;  ///< what was told of these, the user knows
    QHash<quint64, Found> m_sent;     ///< by request
};

} // namespace essaim::gui
