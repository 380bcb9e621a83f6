#include "engine/save_roots.h"

#include "engine/durability/payload_sync.h"
#include "engine/files/current_paths.h"
#include "engine/lt_convert.h"
#include "engine/mover/descriptor.h"
#include "engine/stray_files.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <fcntl.h>
#include <poll.h>
#include <thread>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kAskEvery = 5s;
constexpr int kAnswerMs = 4000;    ///< a drive may need so long to spin up
constexpr auto kLongestStart = 5s; ///< then the torrents of the drives that have answered come back
constexpr int kLookAgainMs = 1000;
constexpr auto kReason = TorrentEntry::Parking::DriveAway;

bool isBelow(const std::string& folder, const std::string& point) {
    return folder == point || (folder.starts_with(point) && folder[point.size()] == '/');
}

} // namespace

SaveRoots::SaveRoots(EngineContext& context)
    : m_context(context)
    , m_mailbox(std::make_shared<Mailbox>(this)) {
    m_timer.setInterval(kAskEvery);
    connect(&m_timer, &QTimer::timeout, this, &SaveRoots::ask);
    const auto isDriveThere = [this](const std::string& folder) { return isStillThere(folder); };
    context.isDriveThere = isDriveThere;
    context.resumeSaver.setDriveTest(isDriveThere);
}

SaveRoots::~SaveRoots() {
    m_mailbox->close();
}

const SaveRoots::Root* SaveRoots::of(const std::string& folder) const {
    return m_roots.empty() ? nullptr : below(m_places.follow(folder));
}

const SaveRoots::Root* SaveRoots::below(const std::string& folder) const {
    const Root* nearest = nullptr;
    for (const auto& [point, root] : m_roots) {
        if (isBelow(folder, point)) // in the order of names: the innermost comes last
            nearest = &root;
    }
    return nearest;
}

bool SaveRoots::isThere(const std::string& folder) const {
    const Root* root = of(folder);
    return root == nullptr || root->state == DriveState::Present || root->state == DriveState::ReadOnly;
}

bool SaveRoots::isStillThere(const std::string& folder) const {
    const Root* root = of(folder);
    if (root == nullptr)
        return true;
    if (!isThere(folder))
        return false;
    const MountTable mounts = MountTable::read();
    const Mount* mount = mounts.at(root->record.point);
    return mount != nullptr && (root->mount == 0 || mount->id == root->mount);
}

void SaveRoots::begin(std::vector<storage::SaveRootRecord> roots, std::function<void()> ready) {
    if (m_context.isStopping)
        return;
    m_ready = std::move(ready);
    for (storage::SaveRootRecord& record : roots) {
        const std::string point = record.point;
        m_roots[point] = Root{std::move(record), DriveState::NotAnswering, false, false, {}, 0, {}};
    }
    watchMounts();
    m_timer.start();
    if (m_roots.empty())
        return finishBeginning();
    ask();
    QTimer::singleShot(kLongestStart, this, &SaveRoots::finishBeginning);
}

void SaveRoots::finishBeginning() {
    if (const auto ready = std::exchange(m_ready, {}))
        ready();
}

void SaveRoots::ask() {
    for (auto& [point, root] : m_roots) {
        if (root.isAsked) {
            root.asksAgain = true;
            if (root.asked.hasExpired(kAnswerMs))
                setState(root, DriveState::NotAnswering);
            continue;
        }
        root.isAsked = true;
        root.asked.start();
        std::thread([this, record = root.record, mailbox = m_mailbox, asked = std::chrono::system_clock::now()] {
            const RootAnswer answer = probeRoot(record);
            mailbox->post([this, point = record.point, answer, asked] { onAnswer(point, answer, asked); });
        }).detach();
    }
}

void SaveRoots::onAnswer(
    const std::string& point, const RootAnswer& answer, std::chrono::system_clock::time_point asked) {
    const auto found = m_roots.find(point);
    if (found == m_roots.end())
        return;
    found->second.isAsked = false;
    Root& root = found->second;
    if (answer.mount != 0) {
        if (root.mount != 0 && root.mount != answer.mount) // it was away for a moment
            setState(root, DriveState::Away);
        root.mount = answer.mount;
        root.seen = asked;
    }
    setState(root, answer.state);
    if (std::exchange(found->second.asksAgain, false))
        ask();
    const auto isOpen = [](const auto& each) { return each.second.isAsked; };
    if (m_ready && std::ranges::none_of(m_roots, isOpen))
        finishBeginning();
}

void SaveRoots::setState(Root& root, DriveState state) {
    if (root.state == state)
        return;
    root.state = state;
    m_places.forget();                   // a good moment: links are changed where drives are
    if (m_ready || m_context.isStopping) // the torrents are not there yet, or not any more
        return;
    apply(root);
    publish();
    Q_EMIT drivesChanged();
}

bool SaveRoots::mustWait(const Root& root, const TorrentEntry& entry) {
    if (root.state == DriveState::Present)
        return false;
    if (root.state != DriveState::ReadOnly)
        return true;
    return entry.status ? !entry.status->is_finished : entry.record.completedAt == 0;
}

void SaveRoots::apply(TorrentEntry& entry) {
    const Root* root = of(entry.record.savePath);
    if (entry.removal)
        return;
    if (root == nullptr || !mustWait(*root, entry))
        return m_context.parking.unpark(entry.record.id, kReason);
    if (root->state == DriveState::ReadOnly)
        return m_context.parking.park(entry, kReason);
    parkWithoutDrive(entry, *root);
}

/// What was not synced may never have reached the drive, and what libtorrent wrote while nobody knew lies in its place.
void SaveRoots::parkWithoutDrive(TorrentEntry& entry, const Root& root) {
    StrayFiles strays{root.record.point, {}, root.seen};
    const std::string& place = m_places.follow(entry.record.savePath);
    unlessRemoved([&] {
        const auto info = entry.handle.is_valid() ? entry.handle.torrent_file() : nullptr;
        if (!info)
            return;
        for (const lt::file_index_t index : info->files().file_range())
            strays.paths.push_back(place + '/' + currentPath(entry, info->files(), index));
        strays.paths.push_back(partFileOf(*info, place));
    });
    const auto sweep = [strays] { std::thread([strays] { removeStrays(strays); }).detach(); };
    m_context.parking.park(entry, kReason, strays.paths.empty() ? std::function<void()>() : sweep);
    TorrentParking::doubt(entry);
}

void SaveRoots::apply(const Root& root) {
    m_context.torrents.forEach([&](TorrentEntry& entry) {
        if (of(entry.record.savePath) == &root)
            apply(entry);
    });
    m_context.publisher.publish();
}

void SaveRoots::onMoved(const TorrentId& id) {
    if (TorrentEntry* entry = m_context.torrents.find(id)) {
        apply(*entry);
        m_context.publisher.publish();
    }
    noteFolders();
}

void SaveRoots::adopt(TorrentEntry& entry) {
    const Root* root = of(entry.record.savePath);
    if (root == nullptr || !mustWait(*root, entry))
        return;
    TorrentParking::parkBeforehand(entry, kReason);
    if (root->state != DriveState::ReadOnly)
        TorrentParking::doubt(entry);
}

void SaveRoots::noteFolders() {
    publish();
    if (!m_context.repository.isOpen())
        return;
    const MountTable mounts = MountTable::read();
    const Mount* profile = mounts.of(m_context.config.databasePath.toStdString());
    m_context.torrents.forEach([&](const TorrentEntry& entry) {
        const Mount* mount = mounts.of(m_places.follow(entry.record.savePath));
        if (of(entry.record.savePath) != nullptr || mount == nullptr || !isDrive(*mount, profile) ||
            !m_noted.insert(mount->point).second)
            return;
        std::thread([this, point = mount->point, mailbox = m_mailbox, seen = std::chrono::system_clock::now()] {
            const auto record = identifyRoot(point);
            mailbox->post([this, point, record, seen] {
                m_noted.erase(point);
                if (!record)
                    return;
                m_roots[point] = Root{*record, DriveState::Present, false, false, {}, 0, seen};
                m_context.repository.run(
                    Operation::SaveStore,
                    [record](SQLite::Database& database) { storage::SaveRootStore(database).put(*record); },
                    [this](const Expected<void>& saved) { m_context.report(saved); });
                publish();
                ask();
            });
        }).detach();
    });
}

/// The kernel tells when something is mounted or unmounted, so that no write goes astray meanwhile.
void SaveRoots::watchMounts() {
    std::thread([this, mailbox = m_mailbox] {
        const Descriptor mounts(::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC));
        if (!mounts.isValid())
            return;
        while (mailbox->isOpen()) {
            pollfd change{mounts.get(), POLLPRI, 0};
            if (::poll(&change, 1, kLookAgainMs) > 0)
                mailbox->post([this] { ask(); });
        }
    }).detach();
}

void SaveRoots::publish() {
    QList<DriveSnapshot> drives;
    for (const auto& [point, root] : m_roots) {
        DriveSnapshot drive;
        drive.point = toQString(point);
        drive.name = drive.point.section(u'/', -1);
        drive.state = root.state;
        m_context.torrents.forEach([&](const TorrentEntry& entry) {
            drive.waiting += of(entry.record.savePath) == &root && mustWait(root, entry) ? 1 : 0;
        });
        drives.append(drive);
    }
    if (drives == m_published)
        return;
    m_published = drives;
    Q_EMIT changed(drives);
}

} // namespace essaim::engine
