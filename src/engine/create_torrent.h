// Making a .torrent from files and folders.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"
#include "engine/creation_filter.h"
#include "engine/creation_progress.h"

#include <QByteArray>
#include <QHash>
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

/// What becomes of links to files inside the chosen folders. Those that lead elsewhere, to folders or to nothing are
/// always left out. That a link stays a link (BEP 47) is not offered: it could lead out of the folder of whoever
/// downloads it, so careful clients, this one too, refuse such torrents.
enum class SymlinkPolicy : std::uint8_t {
    Follow, ///< shared as what they point to
    Skip,
};

/// How files are read.
enum class ReadOrder : std::uint8_t {
    Automatic,  ///< Sequential on disks that turn, Parallel elsewhere
    Parallel,   ///< several places at once
    Sequential, ///< one thread reads ahead in the order of the files
};

struct CreateTorrentRequest {
    QStringList paths; ///< one file, one folder, or several items; those of different folders need a `name`
    QString name;      ///< torrent's name; empty = that of the single item, or of the common folder
    TorrentFormat format = TorrentFormat::V1;
    int pieceLength = 0;         ///< bytes, power of two from 16 KiB to 128 MiB; 0 = automatic
    int wantedPieces = 0;        ///< automatic piece length: about so many pieces; 0 = 1,000 to 2,000
    bool isPrivate = false;      ///< BEP 27
    QList<QStringList> trackers; ///< tiers
    QStringList webSeeds;
    QString comment;
    QString source;
    CreationFilter filter;
    /// Absolute path of a file or folder -> what the last part of its path is called in the torrent. On the disk
    /// everything keeps its name. That of the torrent itself gives way to `name`.
    QHash<QString, QString> renames;
    SymlinkPolicy symlinks = SymlinkPolicy::Follow;
    bool padFiles = false;    ///< version 1: each file begins a piece (BEP 47); hybrids are always made so
    bool markPrograms = true; ///< executable files are marked as such (BEP 47)
    /// A version 1 with more padding than this program opens itself is made all the same (see
    /// CreateTorrentPlan::isOverpadded); otherwise it is refused.
    bool allowOverpadding = false;
    bool withDate = true; ///< states when it was made; without, the same content gives the same .torrent
    int threads = 0;      ///< hashing; 0 = as many as there are processors
    ReadOrder readOrder = ReadOrder::Automatic;
    bool isGentle = false; ///< one thread, which gets what others leave of the processor and of the disk
    QString cachePath;     ///< file that remembers hashes of unchanged files (hash_cache.h); empty = none
};

/// One file that would go in.
struct PlannedFile {
    QString path;     ///< as the torrent calls it, the torrent's name first
    QString diskPath; ///< absolute
    qint64 size = 0;
    bool isExecutable = false;
    bool isLink = false;   ///< shared as the file that it points to
    qint64 modifiedMs = 0; ///< since 1970

    bool operator==(const PlannedFile&) const = default;
};

/// A file or folder that stays out, and why.
struct LeftOutFile {
    enum class Reason : std::uint8_t {
        Unreadable,   ///< the system refuses
        Special,      ///< a socket, device or pipe
        Link,         ///< to a folder, to somewhere else, to nothing, or links are left out
        UnusableName, ///< not text, or with characters that no torrent may hold
        Junk,         ///< CreationFilter::skipJunk
        Hidden,       ///< CreationFilter::skipHidden
        Excluded,     ///< by a glob of the user
        Unticked,     ///< CreationFilter::leftOut
    };
    QString diskPath;
    Reason reason = Reason::Special;
    bool isFolder = false;

    bool operator==(const LeftOutFile&) const = default;
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
    qint64 paddingSize = 0; ///< bytes of zeros that pad files stand for in version 1; never on a disk
    /// Padding beyond what this program and other clients with libtorrent before 2.0.11 can open.
    bool isOverpadded = false;
    qint64 torrentSize = 0;   ///< of the .torrent, estimated
    QStringList skipped;      ///< paths of `leftOut` that the user did not ask to leave out
    QList<PlannedFile> files; ///< in the torrent's order
    QList<LeftOutFile> leftOut;
    QStringList emptyFolders; ///< a torrent cannot hold them
    /// Items of different folders, or other names in the torrent than on the disk: where each file lies below
    /// `savePath`, by the order of `files`; else empty. See AddTorrentRequest::diskPaths.
    QStringList diskPaths;
};

struct CreatedTorrent {
    QByteArray torrent; ///< the whole .torrent
    InfoHash infoHash;
    QString name;
    QString savePath;      ///< see CreateTorrentPlan
    QString diskName;      ///< see CreateTorrentPlan
    QStringList diskPaths; ///< see CreateTorrentPlan
    qint64 totalSize = 0;
    int fileCount = 0;
    int pieceLength = 0;
    int pieceCount = 0;
    qint64 reusedSize = 0; ///< bytes that were not read, since their hashes were known ("reused 92 %")

    bool operator==(const CreatedTorrent&) const = default; ///< Qt compares what signals carry
};

/// Walks the paths and applies the rules of the request. Any thread; reads folders, not files.
/// Errors: NotFound, PermissionDenied, InvalidData (nothing to share, items of different folders without a name, two of
/// them with the same name, a glob that is none).
[[nodiscard]] Expected<CreateTorrentPlan> planTorrent(const CreateTorrentRequest& request);

/// How many bytes of the content need not be read, since their hashes are in the cache of the request. Any thread;
/// reads the cache, not the files. Errors: those of planTorrent().
[[nodiscard]] Expected<qint64> knownSize(const CreateTorrentRequest& request);

/// Hashes in the background. Lives on the caller's thread; signals arrive there. One run per object.
class TorrentMaker : public QObject {
    Q_OBJECT
public:
    explicit TorrentMaker(QObject* parent = nullptr);
    /// Cancels and waits for the hasher to let go of its files.
    ~TorrentMaker() override;

    void start(const CreateTorrentRequest& request);
    void pause(); ///< reads no more until resume(); open files stay open
    void resume();
    void cancel(); ///< finished() follows with kind Cancelled, also from a pause, within a tenth of a second

Q_SIGNALS:
    /// Bytes hashed so far; at most ten times a second.
    void progress(qint64 done, qint64 total);
    /// The same with everything that a row of a queue shows.
    void progressed(const essaim::engine::HashProgress& progress);
    void finished(const essaim::Expected<essaim::engine::CreatedTorrent>& result);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

/// The same, on the calling thread, for the command line. `observer` may be empty. Errors: those of planTorrent(), what
/// the system says about a file, Busy (a file changed while it was read), Cancelled.
[[nodiscard]] Expected<CreatedTorrent>
createTorrent(const CreateTorrentRequest& request, const HashObserver& observer = {});

/// One request for each of its paths, under its own name: "one torrent each".
[[nodiscard]] QList<CreateTorrentRequest> oneTorrentEach(const CreateTorrentRequest& request);

} // namespace essaim::engine
