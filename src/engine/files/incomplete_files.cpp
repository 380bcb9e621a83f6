#include "engine/files/incomplete_files.h"

#include "engine/files/current_paths.h"
#include "engine/files/incomplete_names.h"

#include <QTimer>

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <utility>

namespace essaim::engine {
namespace {

constexpr qint64 kUsualMs = 900;         ///< between two looks at a download
constexpr int kFilesPerMillisecond = 10; ///< those of a torrent of very many files are further apart
constexpr int kNamesPerMillisecond = 1;  ///< each time all names of a torrent that differ, or did, are saved

/// Files to be renamed at once: of a torrent for which many names are saved each time, more.
std::size_t atOnce(const TorrentEntry& entry) {
    constexpr std::size_t kUsual = 200;
    constexpr std::size_t kShare = 50;
    return std::max(kUsual, entry.record.renamedFiles.size() / kShare);
}

void countMarked(TorrentEntry& entry) {
    entry.markedFileCount = int(std::ranges::count_if(
        entry.record.renamedFiles, [](const auto& file) { return hasIncompleteSuffix(file.second); }));
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

bool IncompleteFiles::mayMark(const TorrentEntry& entry) const {
    return entry.metadata && entry.metadata->mayMarkFiles && !m_context.isStopping;
}

/// Most torrents are complete, and called what they should be called.
bool IncompleteFiles::concerns(const TorrentEntry& entry) const {
    const bool isWhole = entry.isAsStored || (entry.status && entry.status->is_seeding);
    return mayMark(entry) && (entry.markedFileCount > 0 || (m_context.settings.marksIncomplete && !isWhole));
}

void IncompleteFiles::lookAtAll() {
    m_context.torrents.forEach([this](TorrentEntry& entry) { look(entry); });
}

/// The names may have come from the store, from resume data or with the metadata; later changes are counted one by one.
void IncompleteFiles::look(TorrentEntry& entry) {
    countMarked(entry);
    if (concerns(entry))
        lookAnew(entry.record.id);
}

void IncompleteFiles::lookAnew(const TorrentId& id) {
    Look& look = m_looks[id];
    look.isThorough = true;
    look.refused.clear();
    look.absent.clear();
    queue(id);
}

void IncompleteFiles::onProgress(const TorrentEntry& entry, const lt::torrent_status& status) {
    if (!concerns(entry))
        return;
    Look& look = m_looks[entry.record.id];
    const qint64 interval = kUsualMs + entry.metadata->listedFileCount / kFilesPerMillisecond +
                            qint64(entry.record.renamedFiles.size()) / kNamesPerMillisecond;
    if (look.done == status.total_done || (look.since.isValid() && look.since.elapsed() < interval))
        return;
    look.done = status.total_done;
    look.absent.clear();
    queue(entry.record.id);
}

void IncompleteFiles::whenNamed(TorrentEntry& entry, std::function<void()> done) {
    const TorrentId id = entry.record.id;
    countMarked(entry);
    const auto known = m_looks.find(id);
    const bool isAtIt = m_context.renames->isBusy(id) ||
                        (known != m_looks.end() && (known->second.isQueued || known->second.isRunning));
    if (!mayMark(entry) || (entry.markedFileCount == 0 && !isAtIt))
        return done();
    m_looks[id].named.push_back(std::move(done));
    lookAnew(id);
}

void IncompleteFiles::queueKnown(const TorrentId& id) {
    const TorrentEntry* entry = m_context.torrents.find(id);
    if (entry != nullptr && concerns(*entry))
        queue(id);
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
    if (entry == nullptr || !m_context.renames->canRename(*entry) || entry->areFilesMissing) {
        if (entry != nullptr && entry->check) // the last thing that is heard of it may come before the check is over
            QTimer::singleShot(kUsualMs, this, [this, id] { queueKnown(id); });
        return finish(id); // once it is back, it is looked at again
    }
    if (m_context.renames->isBusy(id)) { // with what the user asked for
        look.isRunning = true;
        return m_context.renames->afterwards([this, id] { goOn(id, true); });
    }
    look.since.start();
    Paths wanted;
    const std::size_t atMost = atOnce(*entry);
    unlessRemoved([&] { wanted = wantedNames(*entry, look, atMost); });
    const bool areAll = wanted.size() < atMost;
    look.isThorough = look.isThorough && !areAll;
    if (wanted.empty())
        return finish(id);
    look.isRunning = true;
    bool isAsked = false;
    unlessRemoved([&] {
        const auto onOver = [this, id, wanted, areAll](const FileRenames::Outcome& outcome) {
            onRenamed(id, wanted, outcome, !areAll);
        };
        m_context.renames->renameWhereFree(*entry, wanted, onOver);
        isAsked = true;
    });
    if (!isAsked)
        goOn(id, false);
}

IncompleteFiles::Paths
IncompleteFiles::wantedNames(const TorrentEntry& entry, const Look& look, std::size_t atMost) const {
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
        if (files.pad_file_at(index) || look.refused.contains(number) || look.absent.contains(number) ||
            at >= written.size() || wanted.size() == atMost)
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

/// A file is wanted again in the next round only if it was not renamed, refused or absent in this one. So the rounds
/// come to an end, and where the drive or the store fails, the first is the last.
void IncompleteFiles::onRenamed(
    const TorrentId& id, const Paths& wanted, const FileRenames::Outcome& outcome, bool areMore) {
    const auto known = m_looks.find(id);
    if (known == m_looks.end())
        return;
    Look& look = known->second;
    look.refused.insert(outcome.refused.begin(), outcome.refused.end());
    look.absent.insert(outcome.absent.begin(), outcome.absent.end());
    for (const int number : outcome.refused) { // of one that goes on without a suffix, nobody need hear
        if (const std::string& path = wanted.at(number); !hasIncompleteSuffix(path))
            look.keptSuffix.push_back(path);
    }
    bool haveFailed = false;
    bool isAnyMarked = false; // it may have become complete meanwhile
    for (const auto& [number, path] : wanted) {
        const bool isRenamed = outcome.renamed.contains(number);
        isAnyMarked = isAnyMarked || (isRenamed && hasIncompleteSuffix(path));
        haveFailed = haveFailed || (!isRenamed && !look.refused.contains(number) && !look.absent.contains(number));
    }
    goOn(id, isAnyMarked || (areMore && !haveFailed));
}

void IncompleteFiles::goOn(const TorrentId& id, bool areMore) {
    const auto known = m_looks.find(id);
    if (known == m_looks.end() || m_context.torrents.find(id) == nullptr)
        return;
    Look& look = known->second;
    look.isRunning = false;
    if (std::exchange(look.isWanted, false)) {
        look.absent.clear();
        return queue(id);
    }
    if (areMore)
        return queue(id);
    finish(id);
}

void IncompleteFiles::finish(const TorrentId& id) {
    Look& look = m_looks.at(id);
    const auto named = std::exchange(look.named, {});
    tellKept(id, std::exchange(look.keptSuffix, {}));
    for (const auto& done : named)
        done();
}

/// In one message, however many they are.
void IncompleteFiles::tellKept(const TorrentId& id, const std::vector<std::string>& paths) {
    const TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr || paths.empty())
        return;
    std::string detail = "something has this name, so the file keeps the suffix of incomplete files";
    if (paths.size() > 1)
        detail += "; so do other files of the torrent: " + std::to_string(paths.size() - 1);
    Q_EMIT m_context.events.problem(
        {ErrorKind::AlreadyExists, Operation::RenameFile, entry->record.savePath + '/' + paths.front(),
         std::move(detail)});
}

} // namespace essaim::engine
