// What is known about the one torrent whose details are on the screen: values that cross threads.
#pragma once

#include "core/info_hash.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>

namespace essaim::engine {

/// What of a torrent's details is to be fetched: what costs something is asked for only while it is shown.
enum class DetailsPart : std::uint8_t { Facts, Trackers, Peers, Content, Pieces, WebSeeds };

/// How it stands between us and a tracker, or between us and another source of peers.
enum class SourceState : std::uint8_t { Off, NotAsked, Asking, Working, Failing };

/// One announce of a tracker: over one of our addresses, about one info-hash. -1 = unknown.
struct TrackerAnnounce {
    QString from;      ///< our address, without the port
    bool isV2 = false; ///< about the info-hash of version 2
    SourceState state = SourceState::NotAsked;
    QString message; ///< what the tracker said, or why it could not be asked; one line
    int failures = 0;
    int seeds = -1;
    int leechers = -1;
    int downloads = -1; ///< how often it was downloaded, as the tracker counts
    qint64 nextSeconds = -1;
    qint64 minSeconds = -1; ///< the tracker wants to be left alone that long
    bool operator==(const TrackerAnnounce&) const = default;
};

struct TrackerDetails {
    QString url; ///< whole: it may hold a passkey, show hostOf() of it
    int tier = 0;
    SourceState state = SourceState::NotAsked; ///< the best of its announces
    QString message;                           ///< of that one
    QList<TrackerAnnounce> announces;
    bool operator==(const TrackerDetails&) const = default;
};

/// Where peers come from besides trackers.
struct PeerSourceDetails {
    enum class Kind : std::uint8_t { Dht, PeerExchange, LocalDiscovery } kind = Kind::Dht;
    SourceState state = SourceState::Off;
    bool isForbidden = false; ///< the torrent is private
    int peers = 0;            ///< connected ones that it named
    bool operator==(const PeerSourceDetails&) const = default;
};

struct TrackersDetails {
    QList<PeerSourceDetails> sources;
    QList<TrackerDetails> trackers; ///< by tier, as they are asked
    bool operator==(const TrackersDetails&) const = default;
};

/// What goes on between us and a peer; together they are PeerDetails::flags.
enum class PeerFlag : quint32 {
    Interesting = 1,        ///< it has what we want
    ChokesUs = 2,           ///< it does not send to us now
    WantsOurs = 4,          ///< we have what it wants
    ChokedByUs = 8,         ///< we do not send to it now
    Optimistic = 0x10,      ///< it gets something for a try
    Snubbed = 0x20,         ///< it promised data and has not sent any for a while
    Incoming = 0x40,        ///< it connected to us
    Utp = 0x80,             ///< over uTP, not TCP
    Encrypted = 0x100,      ///< all of the connection
    EncryptedStart = 0x200, ///< only the greeting
    FromTracker = 0x400,
    FromDht = 0x800,
    FromExchange = 0x1000,
    FromLocal = 0x2000,
    FromMemory = 0x4000, ///< known from an earlier session
    Connecting = 0x8000,
    Greeting = 0x10000, ///< connected, and has not said yet what it has
    Seed = 0x20000,
    UploadsOnly = 0x40000, ///< wants nothing
    HolePunched = 0x80000, ///< connected with another peer's help
    Suspect = 0x100000,    ///< sent a piece that turned out wrong, or shared in it
    WebSeed = 0x200000,    ///< a server (BEP 19)
};
Q_DECLARE_FLAGS(PeerFlags, PeerFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(PeerFlags)

struct PeerDetails {
    QString address; ///< without the port
    int port = 0;
    QString client; ///< as it calls itself; empty = not known yet
    QString peerId; ///< printable start of it, such as "-qB4520-"
    PeerFlags flags;
    double progress = 0;     ///< 0 to 1
    double relevance = 0;    ///< 0 to 1: how much of what we lack it has
    qint64 downloadRate = 0; ///< payload, bytes a second, from it to us
    qint64 uploadRate = 0;
    qint64 downloaded = 0; ///< from it, in this connection
    qint64 uploaded = 0;
    QString file; ///< that it sends a piece of now; empty = none
    bool operator==(const PeerDetails&) const = default;
};

struct PeersDetails {
    QList<PeerDetails> peers;
    bool operator==(const PeersDetails&) const = default;
};

/// A file as it lies below the save path, but for the suffix that it may carry there until it is complete.
struct ContentFile {
    QString path; ///< relative, '/' between parts
    qint64 size = 0;
    bool isPadding = false; ///< not shown, not written (BEP 47)
    bool operator==(const ContentFile&) const = default;
};

struct ContentDetails {
    /// The same object for as long as the user renamed nothing; null while metadata is missing.
    std::shared_ptr<const QList<ContentFile>> files;
    /// Numbers of the files whose names end in kIncompleteSuffix on the disk, in order.
    QList<int> marked;
    // By file index:
    QList<qint64> done;         ///< bytes present and checked
    QByteArray priorities;      ///< 0 = not wanted, 1 to 7
    QList<double> availability; ///< copies among the connected peers; empty = unknown
};

struct PiecesDetails {
    enum State : char { Missing, Unwanted, Started, Whole };
    QByteArray states;       ///< a State for each piece; empty while metadata is missing
    QByteArray availability; ///< connected peers that have it, at most 127; empty = unknown
    int pieceLength = 0;
    struct Partial {
        int piece = 0;
        int blocks = 0;
        int written = 0;   ///< of them, on the disk
        int received = 0;  ///< on the way to the disk
        int requested = 0; ///< asked for
        bool operator==(const Partial&) const = default;
    };
    QList<Partial> partial;
    bool operator==(const PiecesDetails&) const = default;
};

struct WebSeedDetails {
    QString url;
    bool isConnected = false;
    qint64 downloadRate = 0;
    qint64 downloaded = 0;
    bool operator==(const WebSeedDetails&) const = default;
};

struct WebSeedsDetails {
    QList<WebSeedDetails> seeds;
    bool operator==(const WebSeedsDetails&) const = default;
};

/// What explains why a torrent does not move.
struct SwarmFacts {
    int trackers = 0;
    int trackersWorking = 0;
    int trackersFailing = 0;
    int trackersAsking = 0;
    QString failingHost;  ///< of a tracker that failed; host name only
    QString failure;      ///< what it said
    int knownPeers = 0;   ///< connected or not
    int untriedPeers = 0; ///< that we could still connect to
    int connected = 0;    ///< whose greeting is over
    int greeting = 0;     ///< connections on their way
    int seeds = 0;
    int haveSomething = 0; ///< of the connected ones, have what we want
    int choking = 0;       ///< of those, do not send to us
    bool isDhtOn = false;  ///< and may be used for this torrent
    int dhtNodes = 0;
    int queuedBefore = 0;     ///< downloads that are running or stand before this one
    qint64 downloadLimit = 0; ///< of the torrent or the session, bytes a second; 0 = none
    bool hasIncoming = false; ///< somebody from outside reached us since the start
    bool operator==(const SwarmFacts&) const = default;
};

/// Immutable; shared between threads.
struct DetailsSnapshot {
    TorrentId id;
    SwarmFacts facts;
    std::variant<std::monostate, TrackersDetails, PeersDetails, ContentDetails, PiecesDetails, WebSeedsDetails> part;
};

using DetailsPointer = std::shared_ptr<const essaim::engine::DetailsSnapshot>;

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::DetailsPointer)
