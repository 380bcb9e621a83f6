#include "hosting/tracker_host.h"

#include "hosting/announce_urls.h"
#include "hosting/free_port.h"
#include "hosting/host_configuration.h"
#include "hosting/tracker_policy.h"
#include "hosting/tracker_thread.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDateTime>
#include <QTcpServer>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kSnapshotInterval = 1s;
constexpr auto kAddressInterval = 10s;
constexpr auto kAgainInterval = 5s; ///< between looks at a port that was taken
constexpr qint64 kProofStep = 60;   ///< seconds: a proof is told by the minute, not at every announce

/// Does this computer know IPv6 at all?
bool hasIpv6() {
    QTcpServer probe;
    return probe.listen(QHostAddress::AnyIPv6, 0);
}

Error trackerIsOff() {
    return {ErrorKind::Unsupported, Operation::None, {}, "the embedded tracker is switched off"};
}

} // namespace

struct TrackerHost::Private {
    Private(TrackerHost& owner, settings::SettingsStore& store, const QString& database, bool loopback)
        : q(owner)
        , settings(store)
        , databasePath(database)
        , loopbackOnly(loopback)
        , port(quint16(store.value(settings::kTrackerPort))) {}

    void start();
    void stop();
    void restart();
    /// With the host's own key.
    void started(quint64 forRun, const Expected<std::string>& result);
    void setState(State next);
    void requestSnapshot();
    /// Takes it out of its owner: a copy of thousands of torrents would take the GUI thread milliseconds.
    void takeSnapshot(quint64 forRun, const std::shared_ptr<tracker::TrackerSnapshot>& next);
    /// By the minute, and 0 for a proof that came under another public address.
    [[nodiscard]] qint64 provedAt(std::int64_t outsiderAt) const {
        return outsiderAt < movedAt ? 0 : qint64(outsiderAt) / kProofStep * kProofStep;
    }
    [[nodiscard]] ReachFacts facts() const;
    bool refreshAddresses();
    void followAddresses();
    void applySetting(const QString& key);
    void launch();
    void tryAgain();
    void apply(); ///< hands the running tracker the configuration as it is now
    [[nodiscard]] tracker::TrackerConfig config() const;
    /// Runs `change` on the tracker; `done` gets its result, followed by what the tracker then holds.
    void
    change(std::function<Expected<void>(tracker::Tracker&)> change, std::function<void(const Expected<void>&)> done);

    TrackerHost& q;
    settings::SettingsStore& settings;
    QString databasePath;
    bool loopbackOnly;
    State state = State::Off;
    std::optional<Error> error;
    quint16 port;
    QString ownPasskey; ///< secret
    quint64 run = 0;    ///< counts starts and stops: answers of an earlier run are dropped
    bool snapshotPending = false;
    Reachability reach;
    engine::PortMapping mapping;
    bool listensOnIpv6 = false;
    qint64 movedAt = 0; ///< proofs of an earlier public address count no more; Unix seconds
    tracker::TrackerSnapshot snapshot;
    tracker::TrackerSnapshot snapshotBefore;
    QList<QByteArray> standInLists;
    QTimer snapshotTimer;
    QTimer addressTimer;
    QTimer againTimer;
    TrackerThread thread; ///< last: ends first, nothing it queues can miss the members above
};

void TrackerHost::Private::start() {
    launch();
    setState(State::Starting);
}

/// Leaves the state as it is until the answer comes.
void TrackerHost::Private::launch() {
    port = quint16(settings.value(settings::kTrackerPort));
    ++run;
    listensOnIpv6 = !loopbackOnly && hasIpv6();
    refreshAddresses(); // the configuration names the public address
    thread.post([this, forRun = run, wanted = config()](std::unique_ptr<tracker::Tracker>& tracker) {
        tracker.reset();
        auto result = tracker::Tracker::start(wanted);
        if (result)
            tracker = std::move(*result);
        auto outcome = tracker ? Expected<std::string>(tracker->ownPasskey()) : std::unexpected(result.error());
        return [this, forRun, outcome = std::move(outcome)] { started(forRun, outcome); };
    });
}

void TrackerHost::Private::started(quint64 forRun, const Expected<std::string>& result) {
    if (forRun != run)
        return;
    if (!result) {
        const bool isNews = state != State::Failed || error != result.error();
        error = result.error();
        if (isNews)
            setState(State::Failed);
        return;
    }
    ownPasskey = QString::fromStdString(*result);
    setState(State::On);
    snapshotPending = false;
    requestSnapshot();
    snapshotTimer.start(kSnapshotInterval);
    addressTimer.start(kAddressInterval);
}

void TrackerHost::Private::stop() {
    ++run;
    thread.post([](std::unique_ptr<tracker::Tracker>& tracker) -> TrackerThread::Reply {
        tracker.reset();
        return {};
    });
    setState(State::Off);
}

void TrackerHost::Private::restart() {
    if (state != State::Off)
        start();
}

/// The program that had the port may have ended.
void TrackerHost::Private::tryAgain() {
    if (state == State::Failed && error && error->kind == ErrorKind::AddressInUse && isPortFree(port, loopbackOnly))
        launch(); // either way, setState() follows
    else if (state == State::Failed)
        againTimer.start(kAgainInterval);
}

void TrackerHost::Private::setState(State next) {
    state = next;
    if (next != State::Failed) {
        error.reset();
        againTimer.stop();
    } else {
        againTimer.start(kAgainInterval);
    }
    if (next != State::On) {
        snapshotTimer.stop();
        addressTimer.stop();
        snapshot = {};
        snapshotBefore = {};
        Q_EMIT q.snapshotChanged();
    }
    Q_EMIT q.stateChanged();
}

void TrackerHost::Private::requestSnapshot() {
    if (snapshotPending)
        return;
    snapshotPending = true;
    thread.post([this, forRun = run](std::unique_ptr<tracker::Tracker>& tracker) -> TrackerThread::Reply {
        if (!tracker)
            return {};
        auto taken = std::make_shared<tracker::TrackerSnapshot>(tracker->snapshot());
        return [this, forRun, taken = std::move(taken)] { takeSnapshot(forRun, taken); };
    });
}

void TrackerHost::Private::takeSnapshot(quint64 forRun, const std::shared_ptr<tracker::TrackerSnapshot>& next) {
    if (forRun != run)
        return;
    snapshotPending = false;
    const bool isNews = next->repair && next->repair != snapshot.repair;
    std::swap(snapshot, snapshotBefore);
    std::swap(snapshot, *next);
    thread.post(
        [before = next](std::unique_ptr<tracker::Tracker>&) -> TrackerThread::Reply { return {}; }); // it ends there
    withoutBanned(snapshot.networks);
    Q_EMIT q.snapshotChanged();
    if (isNews)
        Q_EMIT q.databaseMended(*snapshot.repair);
    if (state == State::On && std::max(provedAt(snapshot.outsiderAt), provedAt(snapshot.outsiderAt6)) != reach.provedAt)
        followAddresses();
}

ReachFacts TrackerHost::Private::facts() const {
    ReachFacts result;
    result.port = port;
    if (loopbackOnly)
        return result;
    result.interfaces = interfaceAddresses();
    result.mapping = mapping;
    result.hostName = settings.value(settings::kTrackerHostName);
    result.outsiderAt = provedAt(snapshot.outsiderAt);
    result.outsiderAt6 = provedAt(snapshot.outsiderAt6);
    result.hasIpv6 = listensOnIpv6;
    return result;
}

bool TrackerHost::Private::refreshAddresses() {
    auto next = reachabilityOf(facts());
    if (next.publicV4 != reach.publicV4 && reach.publicV4) {
        movedAt = QDateTime::currentSecsSinceEpoch();
        next = reachabilityOf(facts());
    }
    if (next == reach)
        return false;
    reach = std::move(next);
    return true;
}

/// Links, the tracker's answers and the window follow what changed.
void TrackerHost::Private::followAddresses() {
    const Reachability before = reach;
    if (!refreshAddresses())
        return;
    if (!tellsTheSame(before, reach)) // whoever stands in asks again after each change
        apply();
    if (state == State::On)
        Q_EMIT q.stateChanged();
}

tracker::TrackerConfig TrackerHost::Private::config() const {
    return configurationOf(
        settings, {port, loopbackOnly, listensOnIpv6, databasePath, reach.addresses, reach.publicV4, standInLists});
}

void TrackerHost::Private::apply() {
    thread.post([wanted = config()](std::unique_ptr<tracker::Tracker>& tracker) -> TrackerThread::Reply {
        if (tracker)
            tracker->apply(wanted);
        return {};
    });
}

void TrackerHost::Private::applySetting(const QString& key) {
    const auto is = [&key](const auto& setting) { return key == QLatin1String(setting.key); };
    if (is(settings::kTrackerPort)) {
        if (port != settings.value(settings::kTrackerPort))
            restart();
        return;
    }
    if (is(settings::kTrackerHostName))
        followAddresses();
    else if (is(settings::kTrackerOpen) || is(settings::kTrackerTitle) || isPolicy(key))
        apply();
}

void TrackerHost::Private::change(
    std::function<Expected<void>(tracker::Tracker&)> change, std::function<void(const Expected<void>&)> done) {
    thread.post([this, forRun = run, change = std::move(change),
                 done = std::move(done)](std::unique_ptr<tracker::Tracker>& tracker) {
        const Expected<void> result = tracker ? change(*tracker) : std::unexpected(trackerIsOff());
        auto after = std::make_shared<tracker::TrackerSnapshot>();
        if (tracker)
            *after = tracker->snapshot();
        return [this, forRun, done, result, after = std::move(after)] {
            takeSnapshot(forRun, after);
            done(result);
        };
    });
}

TrackerHost::TrackerHost(
    settings::SettingsStore& settings, const QString& databasePath, bool loopbackOnly, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, settings, databasePath, loopbackOnly)) {
    connect(&m_private->snapshotTimer, &QTimer::timeout, this, [this] { m_private->requestSnapshot(); });
    connect(&m_private->addressTimer, &QTimer::timeout, this, [this] { m_private->followAddresses(); });
    m_private->againTimer.setSingleShot(true);
    connect(&m_private->againTimer, &QTimer::timeout, this, [this] { m_private->tryAgain(); });
    connect(&settings, &settings::SettingsStore::changed, this, [this](const QString& key) {
        m_private->applySetting(key);
    });
}

TrackerHost::~TrackerHost() = default;

void TrackerHost::restore() {
    if (m_private->settings.value(settings::kTrackerEnabled))
        setEnabled(true);
}

void TrackerHost::setEnabled(bool enabled) {
    const bool runs = state() == State::On || state() == State::Starting;
    m_private->settings.set(settings::kTrackerEnabled, enabled);
    if (enabled && !runs)
        m_private->start();
    else if (!enabled && state() != State::Off)
        m_private->stop();
}

void TrackerHost::useFreePort() {
    const auto free = freePortNear(port(), m_private->loopbackOnly);
    if (free)
        m_private->settings.set(settings::kTrackerPort, int(*free));
    setEnabled(true); // without a free port it fails with the reason once more
}

TrackerHost::State TrackerHost::state() const {
    return m_private->state;
}

const std::optional<Error>& TrackerHost::error() const {
    return m_private->error;
}

quint16 TrackerHost::port() const {
    return m_private->port;
}

QList<TrackerAddress> TrackerHost::addresses() const {
    return state() == State::On ? m_private->reach.addresses : QList<TrackerAddress>{};
}

const Reachability& TrackerHost::reachability() const {
    return m_private->reach;
}

const engine::PortMapping& TrackerHost::portMapping() const {
    return m_private->mapping;
}

void TrackerHost::setPortMapping(const engine::PortMapping& mapping) {
    if (mapping.port != portToMap() && mapping.port != 0)
        return; // of a port before
    m_private->mapping = mapping;
    m_private->followAddresses();
}

quint16 TrackerHost::portToMap() const {
    const bool isWanted = (state() == State::On || state() == State::Starting) && !m_private->loopbackOnly;
    return isWanted ? port() : 0;
}

QStringList TrackerHost::announceUrls() const {
    return urlsOf(addresses());
}

QStringList TrackerHost::publicAnnounceUrls() const {
    QStringList result = announceUrls() + homeUrlsOf(addresses());
    for (const auto& standIn : snapshot().standIns) {
        for (const auto& url : standIn.urls) {
            if (standIn.isAccepted)
                result << QString::fromStdString(url);
        }
    }
    return result;
}

QStringList TrackerHost::standInOffer() const {
    return m_private->reach.verdict == Reachability::Verdict::Asking ? QStringList() : announceUrls();
}

void TrackerHost::setStandInLists(const QList<QByteArray>& lists) {
    if (m_private->standInLists == lists)
        return;
    m_private->standInLists = lists;
    m_private->apply();
}

QString TrackerHost::inviteUrl() const {
    const auto all = addresses();
    static const QString kAnnounce = QStringLiteral("/announce");
    return all.isEmpty() ? QString() : all.first().httpUrl.chopped(kAnnounce.size()) + QStringLiteral("/i/");
}

QString TrackerHost::loopbackAnnounceUrl() const {
    return QStringLiteral("http://127.0.0.1:%1/announce").arg(port());
}

QString TrackerHost::ownAnnounceUrl(tracker::Visibility visibility) const {
    const QString url = loopbackAnnounceUrl();
    return visibility == tracker::Visibility::Everyone ? url : url + QLatin1Char('/') + m_private->ownPasskey;
}

void TrackerHost::renewOwnKey(const std::function<void(const Expected<void>&)>& done) {
    const auto passkey = std::make_shared<std::string>();
    m_private->change(
        [passkey](tracker::Tracker& tracker) {
            auto renewed = tracker.renewOwnKey();
            *passkey = tracker.ownPasskey();
            return renewed;
        },
        [this, passkey, done, forRun = m_private->run](const Expected<void>& result) {
            if (result && forRun == m_private->run) {
                m_private->ownPasskey = QString::fromStdString(*passkey);
                Q_EMIT stateChanged();
            }
            done(result);
        });
}

void TrackerHost::host(const tracker::HostedTorrent& torrent, const QByteArray& file) {
    m_private->change(
        [torrent, file](tracker::Tracker& tracker) { return tracker.admit(torrent, file.toStdString()); },
        [this, id = torrent.infoHash.id()](const Expected<void>& result) {
            if (result)
                Q_EMIT hosted(id);
            else
                Q_EMIT hostFailed(id, result.error());
        });
}

void TrackerHost::unhost(const TorrentId& id) {
    m_private->change(
        [id](tracker::Tracker& tracker) { return tracker.withdraw(id); },
        [this, id](const Expected<void>& result) {
            if (result)
                Q_EMIT unhosted(id);
            else
                Q_EMIT unhostFailed(id, result.error());
        });
}

void TrackerHost::change(
    std::function<Expected<void>(tracker::Tracker&)> change, std::function<void(const Expected<void>&)> done) {
    m_private->change(std::move(change), std::move(done));
}

bool TrackerHost::isHosted(const TorrentId& id) const {
    return std::ranges::any_of(
        snapshot().hosted, [&id](const tracker::HostedStatus& status) { return status.torrent.infoHash.id() == id; });
}

const tracker::TrackerSnapshot& TrackerHost::snapshot() const {
    return m_private->snapshot;
}

const tracker::TrackerSnapshot& TrackerHost::snapshotBefore() const {
    return m_private->snapshotBefore;
}

} // namespace essaim::hosting
