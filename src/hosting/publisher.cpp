#include "hosting/publisher.h"

#include "engine/background.h"
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "hosting/torrent_writer.h"
#include "hosting/tracker_host.h"

#include <QFile>
#include <QTimer>

#include <chrono>
#include <mutex>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kRouterPatience = 6s; ///< most answer within two

/// One step; a cancel means something else in each.
enum class Step {
    Idle,
    StartingTracker,
    Hashing,
    Writing,
    Admitting,
    Adding,
    Finished,
};

Error cancelled() {
    return {ErrorKind::Cancelled, Operation::CreateTorrent, {}, {}};
}

/// Several publishers may wait for the same session; 0 is what requests without a number carry.
quint64 nextRequestId() {
    static quint64 last = 0;
    return (quint64(1) << 32) + ++last;
}

/// A .torrent that is being written. Its writer outlives the Publisher if that goes away meanwhile.
struct Writing {
    std::mutex mutex;
    bool isWanted = true; ///< guarded by `mutex`
    bool isNew = false;   ///< guarded by `mutex`: it is there, and was not before
};

Expected<TorrentFileWritten> writeWhileWanted(Writing& writing, const QString& path, const QByteArray& bytes) {
    auto result = writeTorrentFile(path, bytes);
    const std::lock_guard lock(writing.mutex);
    writing.isNew = result && *result == TorrentFileWritten::New;
    if (writing.isNew && !writing.isWanted)
        QFile::remove(path);
    return result;
}

/// What a publication has left in the world so far, and how to take it back.
struct Traces {
    engine::Session& session;
    TrackerHost& trackerHost;
    TorrentId id;
    QString newFile; ///< empty = none
    bool inSession = false;
    bool inTracker = false;

    void remove() const {
        if (inSession)
            session.remove({id}, engine::FilesFate::Keep);
        if (inTracker)
            trackerHost.unhost(id);
        if (!newFile.isEmpty())
            QFile::remove(newFile);
    }
};

/// Takes everything back once the session has said whether the torrent is its newest or was there before.
void removeWhenAdded(const Traces& traces, quint64 requestId) {
    auto* waiting = new QObject(&traces.trackerHost); // ends with the first service that ends
    QObject::connect(
        &traces.session, &engine::Session::addFinished, waiting,
        [waiting, requestId, all = traces](const engine::AddTorrentOutcome& outcome) mutable {
            if (outcome.requestId != requestId)
                return;
            all.inSession = !outcome.error;
            all.remove();
            waiting->deleteLater();
        });
}

} // namespace

struct Publisher::Private {
    Private(Publisher& owner, engine::Session& wantedSession, TrackerHost& host)
        : q(owner)
        , session(wantedSession)
        , trackerHost(host)
        , traces{wantedSession, host, {}, {}} {}

    void trackerChanged();
    void hashWhenReachable();
    void hash();
    void hashed(const Expected<engine::CreatedTorrent>& result);
    void written(const Expected<TorrentFileWritten>& result);
    void admit();
    void admitted();
    void add();
    void added(const engine::AddTorrentOutcome& outcome);
    void succeed();
    void fail(const Error& error);
    void abandon();
    [[nodiscard]] bool isForEveryone() const { return request.visibility == tracker::Visibility::Everyone; }
    [[nodiscard]] TorrentId id() const { return published.torrent.infoHash.id(); }

    Publisher& q;
    engine::Session& session;
    TrackerHost& trackerHost;
    engine::TorrentMaker maker;
    PublishRequest request;
    PublishedTorrent published;
    QStringList announceUrls;
    quint64 requestId = 0;
    Step step = Step::Idle;
    bool cancelRequested = false; ///< the running step cannot be stopped: undo when it ends
    Traces traces;
    const std::shared_ptr<Writing> writing = std::make_shared<Writing>();
    QTimer routerPatience;
};

void Publisher::Private::trackerChanged() {
    if (step != Step::StartingTracker)
        return;
    switch (trackerHost.state()) {
    case TrackerHost::State::On:
        hashWhenReachable();
        break;
    case TrackerHost::State::Failed:
        fail(trackerHost.error().value_or(Error{}));
        break;
    case TrackerHost::State::Off: // somebody switched it off while it started
        fail(cancelled());
        break;
    case TrackerHost::State::Starting:
        break;
    }
}

/// Links that were made before the router has answered would lead nobody here.
void Publisher::Private::hashWhenReachable() {
    if (trackerHost.reachability().verdict != Reachability::Verdict::Asking)
        return hash();
    if (!routerPatience.isActive())
        routerPatience.start(kRouterPatience);
}

void Publisher::Private::hash() {
    if (request.host && !isForEveryone()) {
        request.create.isPrivate = true;
        request.create.trackers.clear(); // only friends' own URLs are served, and others would tell strangers
    } else if (request.host) {
        announceUrls = trackerHost.publicAnnounceUrls();
        // A tier each, because BEP 12 shuffles inside a tier: HTTP is asked first (it passes more networks and
        // carries readable refusals), UDP when HTTP does not answer. Ours come before those that the user typed.
        for (qsizetype i = announceUrls.size() - 1; i >= 0; --i)
            request.create.trackers.prepend({announceUrls[i]});
    }
    step = Step::Hashing;
    maker.start(request.create);
}

void Publisher::Private::hashed(const Expected<engine::CreatedTorrent>& result) {
    if (step != Step::Hashing)
        return;
    if (!result || cancelRequested) {
        fail(result ? cancelled() : result.error());
        return;
    }
    published.torrent = *result;
    traces.id = id();
    if (request.torrentPath.isEmpty()) {
        admit();
        return;
    }
    step = Step::Writing;
    engine::runInBackground(
        &q,
        [state = writing, path = request.torrentPath, bytes = result->torrent] {
            return writeWhileWanted(*state, path, bytes);
        },
        [this](const Expected<TorrentFileWritten>& outcome) { written(outcome); });
}

void Publisher::Private::written(const Expected<TorrentFileWritten>& result) {
    if (result && *result == TorrentFileWritten::New)
        traces.newFile = request.torrentPath;
    if (!result || cancelRequested) {
        fail(result ? cancelled() : result.error());
        return;
    }
    published.torrentPath = request.torrentPath;
    admit();
}

void Publisher::Private::admit() {
    if (!request.host) {
        add();
        return;
    }
    step = Step::Admitting;
    traces.inTracker = !trackerHost.isHosted(id());
    tracker::HostedTorrent hosted;
    hosted.infoHash = published.torrent.infoHash;
    hosted.name = published.torrent.name.toStdString();
    hosted.size = published.torrent.totalSize;
    hosted.visibility = request.visibility;
    hosted.chosen = request.chosen;
    trackerHost.host(hosted, published.torrent.torrent);
}

void Publisher::Private::admitted() {
    if (cancelRequested) {
        fail(cancelled());
        return;
    }
    if (!request.create.isPrivate)
        published.inviteLink = engine::makeMagnet(published.torrent.infoHash, published.torrent.name, announceUrls);
    add();
}

void Publisher::Private::add() {
    if (!request.seed) {
        succeed();
        return;
    }
    step = Step::Adding;
    requestId = nextRequestId();
    engine::AddTorrentRequest wanted;
    wanted.requestId = requestId;
    wanted.torrent = published.torrent.torrent;
    wanted.savePath = published.torrent.savePath;
    wanted.diskName = published.torrent.diskName;
    wanted.diskPaths = published.torrent.diskPaths;
    wanted.seedMode = true;
    // Many routers do not let a computer reach itself under its public address.
    if (const QString own = trackerHost.ownAnnounceUrl(request.visibility); request.host && !announceUrls.contains(own))
        wanted.extraTrackers = {own};
    session.add(wanted);
}

void Publisher::Private::added(const engine::AddTorrentOutcome& outcome) {
    if (step != Step::Adding || outcome.requestId != requestId)
        return;
    const bool alreadyThere = outcome.isListedAlready();
    traces.inSession = !outcome.error;
    if (cancelRequested || (outcome.error && !alreadyThere)) {
        fail(cancelRequested ? cancelled() : *outcome.error);
        return;
    }
    if (alreadyThere && request.host)
        session.addTrackers(id(), announceUrls + QStringList{trackerHost.ownAnnounceUrl(request.visibility)});
    succeed();
}

void Publisher::Private::succeed() {
    step = Step::Finished;
    if (request.replaces && *request.replaces != id()) {
        session.remove({*request.replaces}, engine::FilesFate::Keep);
        if (request.host && trackerHost.isHosted(*request.replaces))
            trackerHost.unhost(*request.replaces);
    }
    Q_EMIT q.finished(published);
}

void Publisher::Private::fail(const Error& error) {
    traces.remove();
    step = Step::Finished;
    Q_EMIT q.finished(std::unexpected(error));
}

/// The Publisher goes away, whatever it is doing.
void Publisher::Private::abandon() {
    if (step == Step::Finished)
        return;
    if (step == Step::Adding)
        return removeWhenAdded(traces, requestId);
    {
        const std::lock_guard lock(writing->mutex);
        writing->isWanted = false;
        if (writing->isNew)
            traces.newFile = request.torrentPath;
    }
    traces.remove();
}

Publisher::Publisher(engine::Session& session, TrackerHost& trackerHost, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, session, trackerHost)) {
    Private& d = *m_private;
    connect(&d.maker, &engine::TorrentMaker::progressed, this, &Publisher::progressed);
    connect(&d.maker, &engine::TorrentMaker::finished, this, [&d](const auto& result) { d.hashed(result); });
    d.routerPatience.setSingleShot(true);
    connect(&d.routerPatience, &QTimer::timeout, this, [&d] {
        if (d.step == Step::StartingTracker && d.trackerHost.state() == TrackerHost::State::On)
            d.hash();
    });
    connect(&trackerHost, &TrackerHost::stateChanged, this, [&d] { d.trackerChanged(); });
    connect(&trackerHost, &TrackerHost::hosted, this, [&d](const TorrentId& id) {
        if (d.step == Step::Admitting && id == d.id())
            d.admitted();
    });
    connect(&trackerHost, &TrackerHost::hostFailed, this, [&d](const TorrentId& id, const Error& error) {
        if (d.step == Step::Admitting && id == d.id()) {
            d.traces.inTracker = false;
            d.fail(error);
        }
    });
    connect(&session, &engine::Session::addFinished, this, [&d](const auto& outcome) { d.added(outcome); });
}

Publisher::~Publisher() {
    m_private->abandon();
}

void Publisher::start(const PublishRequest& request) {
    Private& d = *m_private;
    Q_ASSERT(d.step == Step::Idle);
    d.request = request;
    if (!request.host) {
        d.hash();
        return;
    }
    d.step = Step::StartingTracker;
    if (d.trackerHost.state() == TrackerHost::State::On) {
        d.hashWhenReachable();
        return;
    }
    d.trackerHost.setEnabled(true);
}

void Publisher::pause() {
    m_private->maker.pause();
}

void Publisher::resume() {
    m_private->maker.resume();
}

void Publisher::cancel() {
    Private& d = *m_private;
    if (d.step == Step::Idle || d.step == Step::Finished)
        return;
    d.cancelRequested = true;
    if (d.step == Step::StartingTracker)
        QTimer::singleShot(0, this, [&d] {
            if (d.step == Step::StartingTracker)
                d.fail(cancelled());
        });
    else if (d.step == Step::Hashing)
        d.maker.cancel();
}

} // namespace essaim::hosting
