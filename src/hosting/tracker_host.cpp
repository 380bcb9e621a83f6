#include "hosting/tracker_host.h"

#include "hosting/free_port.h"
#include "hosting/tracker_thread.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QFile>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kSnapshotInterval = 1s;
constexpr auto kAddressInterval = 30s;

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
    void started(quint64 forRun, const Expected<void>& result);
    void setState(State next);
    void requestSnapshot();
    void takeSnapshot(quint64 forRun, tracker::TrackerSnapshot next);
    bool refreshAddresses();
    void applySetting(const QString& key);
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
    quint64 run = 0; ///< counts starts and stops: answers of an earlier run are dropped
    bool snapshotPending = false;
    QList<TrackerAddress> addresses;
    tracker::TrackerSnapshot snapshot;
    QTimer snapshotTimer;
    QTimer addressTimer;
    TrackerThread thread; ///< last: ends first, nothing it queues can miss the members above
};

void TrackerHost::Private::start() {
    port = quint16(settings.value(settings::kTrackerPort));
    ++run;
    refreshAddresses(); // the configuration names the public address
    setState(State::Starting);
    thread.post([this, forRun = run, wanted = config()](std::unique_ptr<tracker::Tracker>& tracker) {
        tracker.reset();
        auto result = tracker::Tracker::start(wanted);
        if (result)
            tracker = std::move(*result);
        return [this, forRun, outcome = result ? Expected<void>{} : std::unexpected(result.error())] {
            started(forRun, outcome);
        };
    });
}

void TrackerHost::Private::started(quint64 forRun, const Expected<void>& result) {
    if (forRun != run)
        return;
    if (!result) {
        error = result.error();
        setState(State::Failed);
        return;
    }
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
    if (state == State::On || state == State::Starting)
        start();
}

void TrackerHost::Private::setState(State next) {
    state = next;
    if (next != State::Failed)
        error.reset();
    if (next != State::On) {
        snapshotTimer.stop();
        addressTimer.stop();
        snapshot = {};
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
        return [this, forRun, taken = tracker->snapshot()] { takeSnapshot(forRun, taken); };
    });
}

void TrackerHost::Private::takeSnapshot(quint64 forRun, tracker::TrackerSnapshot next) {
    if (forRun != run)
        return;
    snapshotPending = false;
    snapshot = std::move(next);
    Q_EMIT q.snapshotChanged();
}

bool TrackerHost::Private::refreshAddresses() {
    // The tracker listens on IPv4 only, so only such addresses may stand in links.
    QList<InterfaceAddress> candidates = loopbackOnly ? QList<InterfaceAddress>{} : interfaceAddresses();
    candidates.removeIf([](const InterfaceAddress& candidate) { return !candidate.address.isV4(); });
    const QString hostName = loopbackOnly ? QString() : settings.value(settings::kTrackerHostName);
    auto next = announcedAddresses(candidates, port, hostName);
    if (next == addresses)
        return false;
    addresses = std::move(next);
    return true;
}

tracker::TrackerConfig TrackerHost::Private::config() const {
    tracker::TrackerConfig result;
    const Endpoint endpoint{loopbackOnly ? IpAddress::v4(127, 0, 0, 1) : IpAddress(), port};
    result.http = {endpoint};
    result.udp = {endpoint};
    result.access = settings.value(settings::kTrackerOpen) ? tracker::AccessMode::Open : tracker::AccessMode::Hosted;
    result.database = QFile::encodeName(databasePath).toStdString();
    for (const TrackerAddress& address : addresses) {
        const auto literal = IpAddress::parse(address.host.toStdString());
        if (address.reach == TrackerAddress::Reach::Internet && literal) {
            result.externalAddress = literal;
            break;
        }
    }
    return result;
}

void TrackerHost::Private::applySetting(const QString& key) {
    const auto is = [&key](const auto& setting) { return key == QLatin1String(setting.key); };
    if (is(settings::kTrackerPort)) {
        if (port != settings.value(settings::kTrackerPort))
            restart();
        return;
    }
    if (!is(settings::kTrackerOpen) && !is(settings::kTrackerHostName))
        return;
    const bool moved = refreshAddresses();
    thread.post([wanted = config()](std::unique_ptr<tracker::Tracker>& tracker) -> TrackerThread::Reply {
        if (tracker)
            tracker->apply(wanted);
        return {};
    });
    if (moved && state == State::On)
        Q_EMIT q.stateChanged();
}

void TrackerHost::Private::change(
    std::function<Expected<void>(tracker::Tracker&)> change, std::function<void(const Expected<void>&)> done) {
    thread.post([this, forRun = run, change = std::move(change),
                 done = std::move(done)](std::unique_ptr<tracker::Tracker>& tracker) {
        const Expected<void> result = tracker ? change(*tracker) : std::unexpected(trackerIsOff());
        const auto after = tracker ? tracker->snapshot() : tracker::TrackerSnapshot{};
        return [this, forRun, done, result, after] {
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
    connect(&m_private->addressTimer, &QTimer::timeout, this, [this] {
        m_private->applySetting(QLatin1String(settings::kTrackerHostName.key)); // the same consequences
    });
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
    return state() == State::On ? m_private->addresses : QList<TrackerAddress>{};
}

QStringList TrackerHost::announceUrls() const {
    const auto all = addresses();
    return all.isEmpty() ? QStringList{} : QStringList{all.first().httpUrl, all.first().udpUrl};
}

QString TrackerHost::loopbackAnnounceUrl() const {
    return QStringLiteral("http://127.0.0.1:%1/announce").arg(port());
}

void TrackerHost::host(const tracker::HostedTorrent& torrent) {
    m_private->change(
        [torrent](tracker::Tracker& tracker) { return tracker.admit(torrent); },
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

bool TrackerHost::isHosted(const TorrentId& id) const {
    return std::ranges::any_of(
        snapshot().hosted, [&id](const tracker::HostedStatus& status) { return status.torrent.infoHash.id() == id; });
}

const tracker::TrackerSnapshot& TrackerHost::snapshot() const {
    return m_private->snapshot;
}

} // namespace essaim::hosting
