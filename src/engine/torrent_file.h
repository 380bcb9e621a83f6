// What a .torrent or a magnet link says, checked, as values.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"
#include "core/torrent_note.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace essaim::engine {

/// Longer ones are not opened. What a hybrid of a hundred thousand files needs; libtorrent's own bound, and so that of
/// many clients, is kCommonTorrentLimit.
inline constexpr qint64 kMaxTorrentFile = 32'000'000;
inline constexpr qint64 kCommonTorrentLimit = 10'000'000;

/// One file of a torrent.
struct TorrentFileEntry {
    QString path;           ///< relative, '/' between parts, starts with the torrent's name for multi-file torrents
    qint64 size = 0;        ///< bytes
    bool isPadding = false; ///< BEP 47 pad file: not shown, not written
};

/// Content of a .torrent.
struct TorrentDescription {
    InfoHash infoHash;
    QString name;
    QList<TorrentFileEntry> files; ///< in the torrent's order, pad files included
    qint64 totalSize = 0;          ///< without padding
    int pieceLength = 0;
    int pieceCount = 0;
    bool isPrivate = false;
    QList<QStringList> trackers; ///< tiers (BEP 12)
    QStringList webSeeds;        ///< BEP 19
    QString comment;
    QString createdBy;
    QString source;
    QDateTime createdAt;      ///< invalid = not stated
    QList<TorrentNote> notes; ///< what is odd about it, though it was accepted
};

/// Content of a magnet link (BEP 9, BEP 52).
struct MagnetDescription {
    InfoHash infoHash;
    QString name;         ///< dn, may be empty
    QStringList trackers; ///< tr
};

/// Decodes and checks a .torrent: size, depth and token limits, hashes, paths that stay inside the save path. The
/// reason of a refusal is in Error::refusal. Any thread; no input or output.
[[nodiscard]] Expected<TorrentDescription> parseTorrent(const QByteArray& bytes);
/// Reads at most kMaxTorrentFile and parses it.
[[nodiscard]] Expected<TorrentDescription> readTorrent(const QString& path);
/// Alphabet and lengths are checked before the library sees the link.
[[nodiscard]] Expected<MagnetDescription> parseMagnet(const QString& link);
/// "magnet:?xt=…&dn=…&tr=…" with every hash that is known.
[[nodiscard]] QString makeMagnet(const InfoHash& infoHash, const QString& name, const QStringList& trackers);

/// The whole file, at most `limit` bytes (InvalidData beyond). Any thread; blocks on the disk.
[[nodiscard]] Expected<QByteArray> readBytes(const QString& path, qint64 limit, Operation operation);

} // namespace essaim::engine
