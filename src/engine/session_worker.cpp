#include "engine/session_worker.h"

#include "engine/background.h"
#include "engine/backup_desk.h"
#include "engine/files/current_paths.h"
#include "engine/held_metadata.h"
#include "engine/lt_convert.h"
#include "engine/prepare_all.h"
#include "engine/settings_translation.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <future>
#include <malloc.h>
#include <map>
#include <span>
#include <thread>

namespace essaim::engine {
namespace {

using namespace std::chrono_literals;

constexpr auto kTick = 1s;
constexpr auto kSaveEvery = 60s;
constexpr int kSavesPerTimes = 15; ///< how long idle torrents have run is written down that much less often
/// When what the start needed has been freed: after the last alerts, and after libtorrent has looked at all files.
constexpr auto kAfterStart = std::to_array({1500ms, 10'000ms});
constexpr auto kResumeDeadline = 7s;      ///< for libtorrent's answers and the store
constexpr auto kReleaseDeadline = 2500ms; ///< for the last announces and transactions

} // namespace

SessionWorker::SessionWorker(const SessionConfig& config)
    : m_context(config) {
    // Timers are children so that they move to the engine's thread together with the worker.
    for (QTimer* timer : {&m_tick, &m_saveTimer, &m_deadline})
        timer->setParent(this);
    m_context.events.setParent(this);
    m_context.repository.setParent(this);
    for (QObject* part : parts())
        part->setParent(this);
    m_context.checks.setParent(this);
    m_commands.setPlaces(m_moves, m_roots);
    m_moves.setDriveTest([this](const std::string& folder) { return m_roots.isThere(folder); });
    connect(&m_moves, &MoveQueue::moved, &m_roots, &SaveRoots::onMoved);
    connect(&m_roots, &SaveRoots::drivesChanged, &m_moves, &MoveQueue::schedule);
    connect(&m_roots, &SaveRoots::changed, &m_context.events, &SessionEvents::drivesChanged);
    connect(&m_moves, &MoveQueue::changed, &m_context.events, &SessionEvents::movesChanged);
    connect(&m_moves, &MoveQueue::moved, &m_context.events, &SessionEvents::torrentMoved);
    connect(&m_moves, &MoveQueue::stopped, this, &SessionWorker::continueShutdown);
    m_context.onEdited = [this](const TorrentEntry& entry) { m_details.hurry(entry.record.id); };
    connect(&m_portMapper, &PortMapper::changed, &m_context.events, &SessionEvents::portMappingChanged);
    connect(&m_portMapper, &PortMapper::moved, this, [this] {
        if (m_context.session && !m_context.isStopping)
            m_movedSession.follow();
    });
    connect(&m_portMapper, &PortMapper::routerMoved, this, [this] {
        if (m_context.session && !m_context.isStopping)
            m_movedSession.followRouter();
    });
    m_editor.setDoorkeeper([this](const TorrentId& id, std::set<IpAddress> addresses) {
        m_movedSession.turnAway(id, std::move(addresses));
    });
    m_tick.setInterval(kTick);
    connect(&m_context.events, &SessionEvents::allRunning, this, [this] {
        for (const auto after : kAfterStart)
            QTimer::singleShot(after, this, [] { ::malloc_trim(0); });
    });
    m_saveTimer.setInterval(kSaveEvery);
    m_deadline.setInterval(kResumeDeadline);
    m_deadline.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &SessionWorker::tick);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] {
        m_context.resumeSaver.saveChanged();
        if (!m_context.session)
            return;
        if (const int torrents = m_context.torrents.size(); m_saves * 40 < torrents) // until all are announced
            m_context.session->apply_settings(announcePace(torrents, m_saves + 1));
        if (++m_saves % kSavesPerTimes == 0)
            saveTimes(m_context.session->get_torrent_status([](const lt::torrent_status&) { return true; }));
    });
    connect(&m_payloadSync, &PayloadSync::idle, this, [this] {
        if (m_context.isStopping && m_context.session)
            continueShutdown();
    });
    connect(&m_deadline, &QTimer::timeout, this, &SessionWorker::endSession);
}

SessionWorker::~SessionWorker() {
    if (m_context.session)
        m_context.session->set_alert_notify({});
    // Members, not allocated: the parent must not delete them.
    for (QTimer* timer : {&m_tick, &m_saveTimer, &m_deadline})
        timer->setParent(nullptr);
    m_context.events.setParent(nullptr);
    m_context.repository.setParent(nullptr);
    for (QObject* part : parts())
        part->setParent(nullptr);
    m_context.checks.setParent(nullptr);
}

void SessionWorker::fail(const Error& error) {
    m_context.session.reset();
    Q_EMIT m_context.events.startFailed(error);
}

void SessionWorker::openStore() {
    if (!m_opened && !m_context.session)
        m_opened = m_context.repository.open(m_context.config.databasePath, m_context.config.restore);
}

void SessionWorker::start() {
    if (m_context.session)
        return;
    openStore();
    if (const auto opened = *std::exchange(m_opened, std::nullopt); !opened)
        return fail(opened.error());
    try {
        startSession();
    } catch (const lt::system_error& error) {
        return fail(toError(error.code(), Operation::StartSession));
    } catch (const std::exception& error) {
        return fail({ErrorKind::Internal, Operation::StartSession, {}, error.what()});
    }
}

void SessionWorker::startSession() {
    const lt::session_params params = sessionParams(m_context.settings);
    const lt::settings_pack wanted = params.settings;
    m_context.session = std::make_unique<lt::session>(params);
    m_movedSession.attach(*m_context.session);
    m_context.session->set_peer_class_filter(globalPeerClass());
    m_context.session->set_ip_filter(bannedPeers(m_context.settings));
    if (const auto checked = checkSettings(wanted, m_context.session->get_settings()); !checked)
        return fail(checked.error());
    m_portMapper.setNetwork(mapperInterfaces());
    m_context.session->set_alert_notify([this] {
        if (!m_isPumpPosted.exchange(true))
            QMetaObject::invokeMethod(this, &SessionWorker::pumpAlerts, Qt::QueuedConnection);
    });
    loadPlaces([this] {
        m_context.repository.loadAll([this](Expected<std::vector<storage::TorrentRecord>> records) {
            if (!records)
                return fail(records.error());
            loadDurable(std::make_shared<std::vector<storage::TorrentRecord>>(std::move(*records)));
        });
    });
}

void SessionWorker::loadDurable(const std::shared_ptr<std::vector<storage::TorrentRecord>>& torrents) {
    m_context.files.loadDurable([this, torrents](const Expected<std::vector<storage::DurableRecord>>& durable) {
        if (!durable)
            m_context.report(std::unexpected(durable.error()));
        const auto synced = durable.value_or(std::vector<storage::DurableRecord>());
        m_roots.begin(
            std::move(m_rootRecords), [this, torrents, synced] { restoreTorrents(std::move(*torrents), synced); });
    });
}

/// Moves, drives and names that are in question, which must be known before the torrents come back.
void SessionWorker::loadPlaces(std::function<void()> done) {
    const auto moves = std::make_shared<std::vector<storage::MoveRecord>>();
    const auto roots = std::make_shared<std::vector<storage::SaveRootRecord>>();
    const auto renames = std::make_shared<std::vector<storage::RenameRecord>>();
    m_context.repository.run(
        Operation::OpenStore,
        [moves, roots, renames](SQLite::Database& database) {
            *moves = storage::MoveStore(database).loadAll();
            *roots = storage::SaveRootStore(database).loadAll();
            *renames = storage::RenameStore(database).loadAll();
        },
        [this, moves, roots, renames, done = std::move(done)](const Expected<void>& loaded) {
            m_context.report(loaded);
            m_rootRecords = std::move(*roots);
            m_moves.restore(std::move(*moves));
            m_renames.setKnown(*renames);
            done();
        });
}

void SessionWorker::restoreTorrents(
    std::vector<storage::TorrentRecord> records, const std::vector<storage::DurableRecord>& durable) {
    if (m_context.isStopping)
        return;
    const StoreNotice notice = m_context.repository.notice();
    if (notice != StoreNotice{})
        Q_EMIT m_context.events.storeMended(notice);
    m_context.report(m_context.repository.restoreOutcome());
    // In the order of the queue, where the user arranged it; the others after them, as they were added.
    std::ranges::stable_sort(records, {}, [](const auto& record) { return unsigned(record.queuePosition); });
    // Magnets last: what they ask for may be there under another hash.
    std::ranges::stable_partition(records, [](const auto& record) { return !record.metadata.empty(); });
    m_payloadSync.setKnown(durable);
    std::map<TorrentId, const storage::DurableRecord*> known;
    for (const storage::DurableRecord& record : durable)
        known.emplace(record.id, &record);
    settleQuickly(records);
    m_context.session->apply_settings(announcePace(int(records.size()), 0));
    constexpr std::size_t kAtOnce = 500; // what is prepared weighs more than the rows
    for (std::size_t begin = 0; begin < records.size(); begin += kAtOnce) {
        const std::span part(records.data() + begin, std::min(kAtOnce, records.size() - begin));
        std::vector<Expected<PreparedTorrent>> prepared = prepareAllStored(part, m_context.settings);
        for (std::size_t i = 0; i < part.size(); ++i) {
            const auto synced = known.find(part[i].id);
            const storage::TorrentRecord record = std::move(part[i]); // not longer in memory than it takes
            m_commands.restore(record, std::move(prepared[i]), synced == known.end() ? nullptr : synced->second);
        }
    }
    m_context.publisher.publish();
    Q_EMIT m_context.events.listed(m_context.restored);
    if (m_context.restoring == 0)
        Q_EMIT m_context.events.allRunning(m_context.restored);
    addRestored();
    m_tick.start();
    m_saveTimer.start();
    m_roots.noteFolders();
    m_moves.start();
    m_removals.tidy();
    m_space.start();
    m_payloadSync.start();
    Q_EMIT m_context.events.started();
    postUpdates();
}

/// Where all that is to run runs at once, none needs a turn: the sooner libtorrent leaves complete ones alone, the
/// better.
void SessionWorker::settleQuickly(const std::vector<storage::TorrentRecord>& records) {
    constexpr auto kLongestStart = 30s;
    const auto downloads = std::ranges::count_if(records, [](const storage::TorrentRecord& record) {
        return record.completedAt == 0 && !record.paused && record.flags.autoManaged;
    });
    const int most = m_context.settings.maxActiveDownloads;
    if ((most >= 0 && downloads > most) || m_context.settings.maxActiveSeeds >= 0)
        return;
    m_context.session->apply_settings(settlingTime(true));
    QTimer::singleShot(kLongestStart, this, [this] {
        if (m_context.session)
            m_context.session->apply_settings(settlingTime(false));
    });
}

/// The list can be read meanwhile; a few at a time, so that alerts are taken as they come and need no long queue.
void SessionWorker::addRestored() {
    if (m_context.session && !m_context.isStopping && m_commands.addRestored())
        QMetaObject::invokeMethod(this, &SessionWorker::addRestored, Qt::QueuedConnection);
}

void SessionWorker::applySettings(const SessionSettings& settings) {
    if (!m_context.session || m_context.isStopping || settings == m_context.settings)
        return;
    const bool marksOtherwise = settings.marksIncomplete != m_context.settings.marksIncomplete;
    m_context.settings = settings;
    if (marksOtherwise)
        m_incomplete.lookAtAll();
    m_context.reportedListenFailures.clear();
    const lt::settings_pack wanted = userSettings(settings);
    m_context.session->apply_settings(wanted);
    m_context.session->set_ip_filter(bannedPeers(settings));
    m_context.report(checkSettings(wanted, m_context.session->get_settings()));
    m_portMapper.setNetwork(mapperInterfaces());
    m_context.torrents.forEach([&settings](TorrentEntry& entry) {
        if (entry.handle.is_valid())
            unlessRemoved([&] { entry.handle.set_flags(torrentFlags(settings), kSettingFlags); });
    });
}

std::string SessionWorker::mapperInterfaces() const {
    const bool isAllowed = m_context.settings.portMapping && !m_context.settings.offline;
    return isAllowed ? userSettings(m_context.settings).get_str(lt::settings_pack::listen_interfaces) : std::string();
}

void SessionWorker::pumpAlerts() {
    m_isPumpPosted = false;
    if (!m_context.session)
        return;
    std::vector<lt::alert*> alerts;
    m_context.session->pop_alerts(&alerts);
    for (const lt::alert* alert : alerts) {
        m_dispatcher.dispatch(*alert);
        m_portMapper.see(*alert);
    }
    m_commands.tellOutcomes();
    m_context.resumeSaver.commit([this](const Error& error) { Q_EMIT m_context.events.problem(error); });
    if (m_context.isStopping)
        continueShutdown();
}

void SessionWorker::tick() {
    postUpdates();
    m_context.session->post_session_stats();
}

void SessionWorker::postUpdates() {
    if (m_context.session)
        m_context.session->post_torrent_updates(lt::torrent_handle::query_distributed_copies);
}

void SessionWorker::requestDetails(const TorrentId& id) {
    TorrentDetails details;
    details.id = id;
    TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr || entry->removal)
        return;
    try {
        const auto info = entry->metadata && entry->handle.is_valid() ? entry->handle.torrent_file() : nullptr;
        if (info) {
            details.description = describeTorrent(*info, entry->paths);
            for (TorrentFileEntry& file : details.description.files)
                file.path = toQString(properPath(*entry, file.path.toStdString()));
            for (const std::int64_t bytes : entry->handle.file_progress())
                details.fileProgress.append(bytes);
            for (const lt::download_priority_t priority : entry->handle.get_file_priorities())
                details.filePriorities.append(static_cast<std::uint8_t>(priority));
            for (const std::string& url : entry->handle.url_seeds())
                details.description.webSeeds.append(toQString(url));
        }
        if (entry->handle.is_valid()) {
            std::vector<std::string> urls;
            std::vector<int> tiers;
            for (const lt::announce_entry& tracker : entry->handle.trackers()) {
                urls.push_back(tracker.url);
                tiers.push_back(tracker.tier);
            }
            details.description.trackers = tiersOf(urls, tiers);
        }
    } catch (const lt::system_error&) {
        return; // removed meanwhile
    }
    Q_EMIT m_context.events.details(details);
}

void SessionWorker::requestTorrentFile(const TorrentId& id) {
    m_context.repository.loadMetadata(id, [this, id](const Expected<std::string>& stored) {
        if (!stored)
            return m_context.report(std::unexpected(stored.error()));
        QByteArray bytes(stored->data(), qsizetype(stored->size()));
        const TorrentEntry* entry = m_context.torrents.find(id);
        if (bytes.isEmpty() && entry != nullptr && entry->metadata) // nothing is remembered in this session
            unlessRemoved([&] { bytes = torrentFileOf(entry->handle); });
        if (!bytes.isEmpty())
            Q_EMIT m_context.events.torrentFile(id, bytes);
    });
}

void SessionWorker::requestBackups() {
    listBackups(m_context.repository, m_context.config.databasePath, [this](const QList<BackupInfo>& backups) {
        Q_EMIT m_context.events.backups(backups);
    });
}

void SessionWorker::requestRestorePreview(const QString& file) {
    previewRestore(m_context.repository, file, [this](const RestorePreview& preview) {
        Q_EMIT m_context.events.restorePreview(preview);
    });
}

void SessionWorker::shutdown() {
    if (m_context.isStopping)
        return;
    m_context.isStopping = true;
    m_details.watch(std::nullopt, DetailsPart::Facts);
    m_tick.stop();
    m_saveTimer.stop();
    m_context.checks.stop();
    m_moves.stop();
    m_roots.stop();
    m_space.stop();
    m_payloadSync.stop();
    if (!m_context.session)
        return endSession();
    // Those that run are saved when they have come to rest (see onPaused), the others now; those that are as the store
    // knows them, not at all.
    const auto isRunning = [](const lt::torrent_status& status) { return !(status.flags & lt::torrent_flags::paused); };
    const auto running = m_context.session->get_torrent_status(isRunning);
    for (const lt::torrent_status& status : running) {
        TorrentEntry* entry = m_context.torrents.find(status.handle);
        if (entry == nullptr)
            continue;
        ResumeSaver::look(*entry, status);
        if (!entry->isAsStored)
            m_context.stoppingTorrents.insert(entry->record.id);
    }
    saveTimes(running);
    if (!m_context.stoppingTorrents.empty())
        m_context.session->pause();
    m_context.resumeSaver.saveAll(m_context.stoppingTorrents);
    m_payloadSync.syncAll();
    m_deadline.start();
    continueShutdown();
}

void SessionWorker::saveTimes(const std::vector<lt::torrent_status>& statuses) {
    m_context.resumeSaver.saveTimes(statuses, [this](const Error& error) { m_context.report(std::unexpected(error)); });
}

void SessionWorker::continueShutdown() {
    if (m_isEnding || !m_context.isStopping || !m_moves.isIdle() || !m_context.stoppingTorrents.empty() ||
        !m_context.resumeSaver.isIdle() || !m_payloadSync.isIdle())
        return;
    m_isEnding = true;
    m_context.repository.endRun([this](const Expected<void>&) { endSession(); });
}

void SessionWorker::endSession() {
    if (std::exchange(m_hasEnded, true))
        return;
    m_isEnding = true;
    m_deadline.stop();
    std::unique_ptr<lt::session_proxy> proxy;
    if (m_context.session) {
        m_context.session->set_alert_notify({});
        proxy = std::make_unique<lt::session_proxy>(m_context.session->abort());
        m_context.session.reset();
    }
    // Both destructors wait: for the last announces and disk jobs, and for the last transactions. What matters is in
    // the store, so a network or a disk that hangs is left behind on a thread of its own.
    std::packaged_task<void()> wait([network = std::move(proxy), mapper = m_portMapper.release(),
                                     store = m_context.repository.release(),
                                     mark = std::make_shared<BackgroundMark>()]() mutable {
        store.reset();
        network.reset();
        mapper();
        mark.reset();
    });
    const std::future<void> ended = wait.get_future();
    std::thread(std::move(wait)).detach();
    m_isReleased = ended.wait_for(kReleaseDeadline) == std::future_status::ready;
    Q_EMIT m_context.events.stopped();
}

} // namespace essaim::engine
