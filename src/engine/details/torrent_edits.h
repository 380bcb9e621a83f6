// What the user changes about a torrent in its details: values that cross threads, one type each.
#pragma once

#include "core/endpoint.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <variant>

namespace essaim::engine {

/// These and no others, in these tiers (BEP 12). Malformed URLs are left out.
struct SetTrackers {
    QList<QStringList> tiers;
};
/// In tiers of their own after the others; known ones are skipped.
struct AddTrackers {
    QStringList urls;
};
/// `urls`: what is no URL is the name of a host, as in TorrentSnapshot::trackerHosts, and stands for all trackers
/// there. `deed`: a number under which RestoreTrackers finds what was there; 0 = nobody will ask.
struct RemoveTrackers {
    QStringList urls;
    quint64 deed = 0;
};
/// The addresses at which somebody can be announced to are others now: a torrent that has one of `known` or `urls` gets
/// `urls`, and none of `known` besides; other torrents, and other trackers, stay as they are.
struct RefreshTrackers {
    QStringList known;
    QStringList urls;
    QStringList proof = {}; ///< not empty: a torrent without one of these stays as it is
    QStringList bases = {}; ///< announce URLs that are known as they are and with whatever key follows
};
/// Each torrent gets back what that deed took from it, where it was; what was added since stays. Once for each deed,
/// and only of the last few.
struct RestoreTrackers {
    quint64 deed = 0;
};
/// Asks this tracker now, whatever it said about when. Empty = all.
struct AskTracker {
    QString url;
};
/// These HTTP sources and no others (BEP 19).
struct SetWebSeeds {
    QStringList urls;
};
/// "host:port" or "address:port", with brackets around IPv6.
struct AddPeers {
    QStringList peers;
};
/// New relative paths by file index. Nothing that is there is replaced; a problem() says what could not be renamed.
struct RenameFiles {
    std::map<int, QString> paths;
};
/// What is set is changed.
struct SetOptions {
    std::optional<bool> sequential = std::nullopt;
    std::optional<bool> firstLastFirst = std::nullopt; ///< the first and the last pieces of each file
    std::optional<bool> superSeeding = std::nullopt;
    std::optional<bool> ignoreQueue = std::nullopt;     ///< runs at once, whatever the queue says
    std::optional<qint64> downloadLimit = std::nullopt; ///< bytes a second, 0 = none of its own
    std::optional<qint64> uploadLimit = std::nullopt;
};
/// Absolute folder into which the files move once the torrent is complete; empty = they stay.
struct SetFinalFolder {
    QString folder;
};
/// Nobody may exchange anything with a peer at one of these addresses from now on; replaces what was said before of the
/// torrent, empty = everybody is welcome. A loopback address stands for this computer. Not remembered.
struct TurnAway {
    QList<IpAddress> addresses;
};
enum class QueueStep : std::uint8_t { Top, Up, Down, Bottom };

using TorrentEdit = std::variant<
    SetTrackers, AddTrackers, RemoveTrackers, RefreshTrackers, RestoreTrackers, AskTracker, SetWebSeeds, AddPeers,
    RenameFiles, SetOptions, SetFinalFolder, TurnAway, QueueStep>;

} // namespace essaim::engine
