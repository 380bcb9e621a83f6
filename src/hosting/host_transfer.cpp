#include "hosting/host_transfer.h"

#include "engine/session.h"
#include "engine/torrent_file.h"
#include "hosting/tracker_host.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
/// The session answers from memory; it stays silent about a torrent without metadata or out of the list.
constexpr auto kPatience = 5s;
constexpr auto kRouterPatience = 6s; ///< most answer within two

} // namespace

struct HostTransfer::Private {
    Private(HostTransfer& owner, engine::Session& wanted, TrackerHost& tracker)
        : q(owner)
        , session(wanted)
        , host(tracker) {}

    void switchOn();
    void onState();
    void fetchWhenReachable();
    void fetch();
    void admit(const QByteArray& bytes);
    void succeed();
    void finish(const Expected<QString>& result);
    [[nodiscard]] TorrentId id() const { return torrent.infoHash.id(); }

    HostTransfer& q;
    engine::Session& session;
    TrackerHost& host;
    tracker::HostedTorrent torrent;
    enum class Step { Idle, StartingTracker, AskingRouter, Fetching, Admitting, Over } step = Step::Idle;
    bool wasHosted = false; ///< before
    QTimer patience;
    QTimer routerPatience;
};

void HostTransfer::Private::switchOn() {
    step = Step::StartingTracker;
    if (host.state() == TrackerHost::State::On)
        return fetchWhenReachable();
    host.setEnabled(true);
}

void HostTransfer::Private::onState() {
    if (step != Step::StartingTracker && step != Step::AskingRouter)
        return;
    if (host.state() == TrackerHost::State::On)
        fetchWhenReachable();
    else if (host.state() == TrackerHost::State::Failed)
        finish(std::unexpected(host.error().value_or(Error{})));
    else if (host.state() == TrackerHost::State::Off)
        finish(std::unexpected(Error{ErrorKind::Cancelled, Operation::None, {}, {}}));
}

/// A link that was made before the router has answered would lead nobody here.
void HostTransfer::Private::fetchWhenReachable() {
    if (host.reachability().verdict != Reachability::Verdict::Asking)
        return fetch();
    step = Step::AskingRouter;
    if (!routerPatience.isActive())
        routerPatience.start(kRouterPatience);
}

void HostTransfer::Private::fetch() {
    step = Step::Fetching;
    routerPatience.stop();
    patience.start(kPatience);
    session.requestTorrentFile(id());
}

void HostTransfer::Private::admit(const QByteArray& bytes) {
    step = Step::Admitting;
    wasHosted = host.isHosted(id());
    patience.stop();
    host.host(torrent, bytes);
}

void HostTransfer::Private::succeed() {
    const bool isForEveryone = torrent.visibility == tracker::Visibility::Everyone;
    QStringList urls{host.ownAnnounceUrl(torrent.visibility)};
    if (isForEveryone)
        urls = host.publicAnnounceUrls() + urls;
    session.addTrackers(id(), urls);
    session.reannounce({id()});
    const bool hasLink = isForEveryone && !torrent.isPrivate; // clients do not hand out the metadata of private ones
    finish(
        hasLink ? engine::makeMagnet(torrent.infoHash, QString::fromStdString(torrent.name), host.publicAnnounceUrls())
                : QString());
}

void HostTransfer::Private::finish(const Expected<QString>& result) {
    if (std::exchange(step, Step::Over) == Step::Over)
        return;
    q.deleteLater();
    Q_EMIT q.finished(result);
}

HostTransfer::HostTransfer(engine::Session& session, TrackerHost& host, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, session, host)) {
    Private& d = *m_private;
    d.patience.setSingleShot(true);
    connect(&d.patience, &QTimer::timeout, this, [&d] {
        d.finish(std::unexpected(Error{ErrorKind::NotFound, Operation::OpenTorrent, d.torrent.name, {}}));
    });
    d.routerPatience.setSingleShot(true);
    connect(&d.routerPatience, &QTimer::timeout, this, [&d] {
        if (d.step == Private::Step::AskingRouter)
            d.fetch();
    });
    connect(&host, &TrackerHost::stateChanged, this, [&d] { d.onState(); });
    connect(&session, &engine::Session::torrentFile, this, [&d](const TorrentId& id, const QByteArray& bytes) {
        if (d.step == Private::Step::Fetching && id == d.id())
            d.admit(bytes);
    });
    connect(&host, &TrackerHost::hosted, this, [&d](const TorrentId& id) {
        if (d.step == Private::Step::Admitting && id == d.id())
            d.succeed();
    });
    connect(&host, &TrackerHost::hostFailed, this, [&d](const TorrentId& id, const Error& error) {
        if (d.step == Private::Step::Admitting && id == d.id())
            d.finish(std::unexpected(error));
    });
}

HostTransfer::~HostTransfer() = default;

void HostTransfer::start(const tracker::HostedTorrent& torrent) {
    m_private->torrent = torrent;
    m_private->switchOn();
}

void HostTransfer::cancel() {
    Private& d = *m_private;
    if (d.step == Private::Step::Admitting && !d.wasHosted)
        d.host.unhost(d.id());
    d.finish(std::unexpected(Error{ErrorKind::Cancelled, Operation::None, {}, {}}));
}

} // namespace essaim::hosting
