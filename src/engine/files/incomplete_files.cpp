#include "engine/files/incomplete_files.h"

#include "engine/files/current_paths.h"
#include "engine/files/file_renames.h"
#include "engine/files/incomplete_names.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <utility>

namespace essaim::engine {
namespace {

constexpr std::size_t kAtOnce = 200;
constexpr qint64 kUsualMs = 900;         ///< between two looks at a download
constexpr int kFilesPerMillisecond = 10; ///< those of a torrent of very many files are further apart

bool hasMarkedFiles(const TorrentEntry& entry) {
    return std::ranges::any_of(
        entry.record.renamedFiles, [](const auto& file) { return hasIncompleteSuffix(file.second); });
}

bool isWanted(const TorrentEntry& entry, int number) {
    const std::string& priorities = entry.record.filePriorities;
    return std::size_t(number) >= priorities.size() || priorities[std::size_t(number)] != '\0';
}

} // namespace

IncompleteFiles::IncompleteFiles(EngineContext& context)
    : m_context(context) {
    context.incompleteFiles = this;
    connect(&context.events, &SessionEvents::torrentsRemoved, this, [this](const QList<TorrentId>& ids) {
        for (const TorrentId& id : ids)
            m_looks.erase(id);
    });
}

/// Most torrents are complete, and called what they should be called.
bool IncompleteFiles::concerns(const TorrentEntry& entry) const {
    if (!entry.metadata || !entry.metadata->mayMarkFiles || m_context.isStopping)
        return false;
    const bool isWhole = entry.isAsStored || (entry.status && entry.status->is_seeding);
    return hasMarkedFiles(entry) || (m_context.settings.marksIncomplete && !isWhole);
}

void IncompleteFiles::lookAtAll() {
    m_context.torrents.forEach([this](const TorrentEntry& entry) { look(entry); });
}

void IncompleteFiles::look(const TorrentEntry& entry) {
    if (!concerns(entry))
        return;
    Look& look = m_looks[entry.record.id];
    look.isThorough = true;
    look.refused.clear();
    queue(entry.record.id);
}

void IncompleteFiles::onProgress(const TorrentEntry& entry, const lt::torrent_status& status) {
    if (!concerns(entry))
        return;
    Look& look = m_looks[entry.record.id];
    const qint64 interval = kUsualMs + entry.metadata->listedFileCount / kFilesPerMillisecond;
    if (look.done == status.total_done || (look.since.isValid() && look.since.elapsed() < interval))
        return;
    look.done = status.total_done;
    queue(entry.record.id);
}

void IncompleteFiles::whenNamed(const TorrentEntry& entry, std::function<void()> done) {
    if (!concerns(entry) || !hasMarkedFiles(entry))
        return done();
    m_looks[entry.record.id].named.push_back(std::move(done));
    look(entry);
}

void IncompleteFiles::queue(const TorrentId& id) {
    if (std::exchange(m_looks[id].isQueued, true))
        return;
    m_queue.push_back(id);
    if (!std::exchange(m_isPosted, true))
        QMetaObject::invokeMethod(this, &IncompleteFiles::next, Qt::QueuedConnection);
}

/// One at a time: each asks libtorrent, and others want to be served as well.
void IncompleteFiles::next() {
    m_isPosted = false;
    if (m_queue.empty())
        return;
    const TorrentId id = m_queue.front();
    m_queue.pop_front();
    if (!m_queue.empty()) {
        m_isPosted = true;
        QMetaObject::invokeMethod(this, &IncompleteFiles::next, Qt::QueuedConnection);
    }
    if (const auto look = m_looks.find(id); look != m_looks.end()) {
        look->second.isQueued = false;
        run(id);
    }
}

void IncompleteFiles::run(const TorrentId& id) {
    Look& look = m_looks.at(id);
    if (look.isRunning) {
        look.isWanted = true;
        return;
    }
    TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr || !m_context.renames->canRename(*entry) || entry->areFilesMissing)
        return finish(id);               // once it is back, it is looked at again
    if (m_context.renames->isBusy(id)) { // with what the user asked for
        look.isRunning = true;
        return m_context.renames->afterwards([this, id] { onRenamed(id, {}, {}, true); });
    }
    look.since.start();
    Paths wanted;
    unlessRemoved([&] { wanted = wantedNames(*entry, look); });
    const bool areAll = wanted.size() < kAtOnce;
    look.isThorough = look.isThorough && !areAll;
    if (wanted.empty())
        return finish(id);
    look.isRunning = true;
    unlessRemoved([&] {
        m_context.renames->renameWhereFree(*entry, wanted, [this, id, wanted, areAll](const std::set<int>& refused) {
            onRenamed(id, wanted, refused, !areAll);
        });
    });
}

IncompleteFiles::Paths IncompleteFiles::wantedNames(const TorrentEntry& entry, const Look& look) const {
    Paths wanted;
    const auto info = entry.handle.torrent_file();
    if (!info)
        return wanted;
    const lt::file_storage& files = info->files();
    const bool isOn = m_context.settings.marksIncomplete;
    const std::vector<std::int64_t> written = entry.handle.file_progress();
    std::vector<std::int64_t> checked; // of whole pieces; asked for only where it matters
    for (const lt::file_index_t index : files.file_range()) {
        const int number = static_cast<int>(index);
        const auto at = std::size_t(number);
        if (files.pad_file_at(index) || look.refused.contains(number) || at >= written.size() ||
            wanted.size() == kAtOnce)
            continue;
        const std::int64_t size = files.file_size(index);
        const std::string path = currentPath(entry, files, index);
        std::string name;
        if (hasIncompleteSuffix(path)) {
            if (isOn && written[at] < size)
                continue;
            if (isOn && checked.empty())
                checked = entry.handle.file_progress(lt::torrent_handle::piece_granularity);
            if (!isOn || checked.at(at) == size)
                name = withoutIncompleteSuffix(path);
        } else if (isOn && written[at] > 0 && written[at] < size && (look.isThorough || isWanted(entry, number))) {
            name = withIncompleteSuffix(path);
        }
        if (!name.empty())
            wanted.emplace(number, std::move(name));
    }
    return wanted;
}

void IncompleteFiles::onRenamed(const TorrentId& id, const Paths& wanted, const std::set<int>& refused, bool areMore) {
    const auto known = m_looks.find(id);
    const TorrentEntry* entry = m_context.torrents.find(id);
    if (known == m_looks.end() || entry == nullptr)
        return;
    Look& look = known->second;
    look.isRunning = false;
    look.refused.insert(refused.begin(), refused.end());
    for (const int number : refused) { // of one that goes on without a suffix, nobody need hear
        if (const std::string& path = wanted.at(number); !hasIncompleteSuffix(path))
            Q_EMIT m_context.events.problem(
                {ErrorKind::AlreadyExists, Operation::RenameFile, entry->record.savePath + '/' + path,
                 "the complete file keeps its suffix"});
    }
    if (std::exchange(look.isWanted, false) || areMore)
        return queue(id);
    finish(id);
}

void IncompleteFiles::finish(const TorrentId& id) {
    for (const auto& done : std::exchange(m_looks.at(id).named, {}))
        done();
}

} // namespace essaim::engine
