#include "engine/files/unlisted_search.h"

#include "engine/background.h"
#include "engine/checks/part_file.h"
#include "engine/files/targets.h"
#include "engine/files/trash.h"
#include "engine/mover/move_queue.h"

#include <QStandardPaths>

#include <chrono>
#include <ctime>
#include <filesystem>

namespace essaim::engine {
namespace {

using namespace std::chrono_literals;

namespace fs = std::filesystem;

std::string binAtHome() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString() + "/Trash";
}

/// Waits for the disk.
OwnedFiles ownedBy(const std::vector<TorrentPlaces>& places, const std::vector<std::string>& claimed) {
    OwnedFiles owned;
    for (const TorrentPlaces& torrent : places)
        owned.add(torrent);
    for (const std::string& path : claimed)
        owned.add({{}, fs::path(path).parent_path(), {fs::path(path).filename()}, {}, false});
    return owned;
}

Expected<std::string> takeToBin(const std::string& path, const OwnedFiles& owned) {
    if (isInUse(path, owned))
        return failure(ErrorKind::Busy, Operation::UseFiles, path, "a torrent has it");
    const auto bin = Trash::onVolumeOf(path);
    return bin ? bin->take(path, std::time(nullptr)) : std::unexpected(bin.error());
}

} // namespace

UnlistedSearch::UnlistedSearch(EngineContext& context, const MoveQueue& moves)
    : m_context(context)
    , m_moves(moves) {
    m_progress.setInterval(200ms);
    connect(&m_progress, &QTimer::timeout, this, [this] {
        Q_EMIT m_context.events.unlistedProgress(m_search, m_control->seen);
    });
}

UnlistedSearch::~UnlistedSearch() {
    cancel();
}

void UnlistedSearch::cancel() {
    if (m_control)
        m_control->isStopped = true;
}

bool UnlistedSearch::isAnyOnItsWay() const {
    bool isAny = false;
    m_context.torrents.forEach([&](const TorrentEntry& entry) { isAny = isAny || m_moves.isMoving(entry.record.id); });
    return isAny;
}

template <typename Work, typename Done>
void UnlistedSearch::withOwned(Work work, Done done) {
    const auto collection = std::make_shared<Collection>();
    m_context.torrents.forEach([&](const TorrentEntry& entry) { collection->listed.append(entry.record.id); });
    const std::weak_ptr<Collection> weak = collection;
    collection->done = [this, weak, work, done](const std::optional<Error>& error) {
        const auto onThread = [work, error, claimed = m_context.targets->claimedPaths(),
                               places = std::move(weak.lock()->places)] {
            return work(error ? Expected<OwnedFiles>(std::unexpected(*error)) : ownedBy(places, claimed));
        };
        runInBackground(this, onThread, done);
    };
    if (isAnyOnItsWay())
        collection->done(Error{ErrorKind::Busy, Operation::MoveFiles, {}, {}});
    else
        collectListed(collection);
}

void UnlistedSearch::collectListed(const std::shared_ptr<Collection>& collection) {
    while (!collection->listed.isEmpty()) {
        const TorrentId id = collection->listed.takeLast();
        const TorrentEntry* entry = m_context.torrents.find(id);
        if (entry == nullptr)
            continue;
        collection->places.push_back(
            {entry->record.name, entry->record.savePath, {}, partFileName(entry->record.infoHash), false});
        return m_context.files.loadFiles(id, [this, collection](const auto& known) {
            if (!known)
                return collection->done(known.error());
            for (const storage::FileOwnerRecord& file : known->files)
                collection->places.back().files.push_back(file.path);
            collectListed(collection);
        });
    }
    m_context.files.loadRemoved([this, collection](const Expected<std::vector<storage::RemovedRecord>>& removed) {
        if (!removed)
            return collection->done(removed.error());
        collection->removed = *removed;
        collectRemoved(collection);
    });
}

void UnlistedSearch::collectRemoved(const std::shared_ptr<Collection>& collection) {
    if (collection->removed.empty())
        return collection->done(std::nullopt);
    const storage::RemovedRecord record = std::move(collection->removed.back());
    collection->removed.pop_back();
    m_context.files.loadFiles(record.id, [this, record, collection](const auto& known) {
        TorrentPlaces& place = collection->places.emplace_back(record.name, record.savePath);
        place.isRemoved = true;
        if (known) { // else nobody can say whose they were
            for (const storage::FileOwnerRecord& file : known->files)
                place.files.push_back(file.path);
        }
        collectRemoved(collection);
    });
}

void UnlistedSearch::find(quint64 requestId, const QStringList& folders) {
    cancel();
    m_search = requestId;
    m_control = std::make_shared<ScanControl>();
    m_progress.start();
    std::vector<std::string> there;
    QStringList away;
    for (const QString& folder : folders) {
        if (m_context.isDriveThere(folder.toStdString()))
            there.push_back(folder.toStdString());
        else
            away.append(folder);
    }
    const std::string profile = fs::path(m_context.config.databasePath.toStdString()).parent_path();
    const auto look = [=, control = m_control](Expected<OwnedFiles> owned) {
        UnlistedReport report;
        if (owned) {
            for (const std::string& folder : there)
                owned->addFolder(folder);
            for (const std::string& folder : {profile, binAtHome()})
                owned->exclude(folder);
            report = scanUnlisted(there, *owned, *control);
            report.unread += away;
        } else {
            report.error = owned.error();
        }
        report.requestId = requestId;
        return report;
    };
    withOwned(look, [this](const UnlistedReport& report) {
        if (report.requestId == m_search)
            m_progress.stop();
        Q_EMIT m_context.events.unlistedFound(report);
    });
}

void UnlistedSearch::discard(quint64 requestId, const QStringList& paths) {
    const auto take = [=](const Expected<OwnedFiles>& owned) {
        UnlistedMoved result{requestId, {}, {}};
        if (!owned)
            result.failures.append(owned.error());
        for (const QString& path : owned ? paths : QStringList()) {
            if (const auto bin = takeToBin(path.toStdString(), *owned))
                result.moved.append({path, QString::fromStdString(*bin)});
            else
                result.failures.append(bin.error());
        }
        return result;
    };
    withOwned(take, [this](const UnlistedMoved& result) { Q_EMIT m_context.events.unlistedMoved(result); });
}

void UnlistedSearch::putBack(quint64 requestId, const QList<std::pair<QString, QString>>& discarded) {
    const auto put = [=] {
        UnlistedMoved result{requestId, {}, {}};
        for (const auto& [path, bin] : discarded) {
            if (const auto back = Trash::putBack(bin.toStdString(), path.toStdString()))
                result.moved.append({bin, path});
            else
                result.failures.append(back.error());
        }
        return result;
    };
    runInBackground(this, put, [this](const UnlistedMoved& result) { Q_EMIT m_context.events.unlistedMoved(result); });
}

} // namespace essaim::engine
