// Making a .torrent from files and folders.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace essaim::engine {

enum class TorrentFormat : std::uint8_t {
    V1,     ///< every client
    V2,     ///< BEP 52 clients only
    Hybrid, ///< both
};

struct CreateTorrentRequest {
    QStringList paths; ///< one file, one folder, or several items of the same folder
    QString name;      ///< torrent's name; empty = that of the single item, or of the common folder
    TorrentFormat format = TorrentFormat::V1;
    int pieceLength = 0;         ///< bytes, power of two from 16 KiB to 128 MiB; 0 = automatic
    bool isPrivate = false;      ///< BEP 27
    QList<QStringList> trackers; ///< tiers
    QStringList webSeeds;
    QString comment;
    QString source;
    int threads = 0; ///< hashing; 0 = automatic
};

/// What a set of paths holds before hashing: shown in the dialog and used by the maker.
struct CreateTorrentPlan {
    QString name;
    QString savePath; ///< folder from which the result can be seeded as it lies
    QString diskName; ///< what `name` is called there: see AddTorrentRequest::diskName
    int fileCount = 0;
    qint64 totalSize = 0;
    int pieceLength = 0; ///< chosen
    int pieceCount = 0;
    QStringList skipped; ///< paths left out (unreadable, sockets, links outside), with no meaning attached
};

struct CreatedTorrent {
    QByteArray torrent; ///< the whole .torrent
    InfoHash infoHash;
    QString name;
    QString savePath; ///< see CreateTorrentPlan
    QString diskName; ///< see CreateTorrentPlan
    qint64 totalSize = 0;
    int fileCount = 0;
    int pieceLength = 0;
    int pieceCount = 0;

    bool operator==(const CreatedTorrent&) const = default; ///< Qt compares what signals carry
};

/// Walks the paths and applies the rules of the request. Any thread; reads folders, not files.
/// Errors: NotFound, PermissionDenied, InvalidData (nothing to share, items of different folders).
[[nodiscard]] Expected<CreateTorrentPlan> planTorrent(const CreateTorrentRequest& request);

/// Hashes in the background. Lives on the caller's thread; signals arrive there. One run per object.
class TorrentMaker : public QObject {
    Q_OBJECT
public:
    explicit TorrentMaker(QObject* parent = nullptr);
    /// Cancels and waits for the hasher to let go of its files (at most one piece).
    ~TorrentMaker() override;

    void start(const CreateTorrentRequest& request);
    void cancel(); ///< finished() follows with kind Cancelled

Q_SIGNALS:
    /// Bytes hashed so far; at most ten times a second.
    void progress(qint64 done, qint64 total);
    void finished(const essaim::Expected<essaim::engine::CreatedTorrent>& result);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

/// The same, on the calling thread, for the command line. `progress` may be empty; false from it cancels.
[[nodiscard]] Expected<CreatedTorrent>
createTorrent(const CreateTorrentRequest& request, const std::function<bool(qint64 done, qint64 total)>& progress = {});

} // namespace essaim::engine
