#include "engine/details/details_watch.h"

#include "engine/details/detail_readers.h"
#include "engine/torrent_params.h"

#include <chrono>

namespace essaim::engine {
namespace {

using namespace std::chrono_literals;

constexpr auto kUsual = 1s;
constexpr auto kForMany = 3s; ///< a torrent of very many files takes its time to be told
constexpr auto kSoon = 50ms;
constexpr int kManyFiles = 20'000;

bool isSame(const ContentDetails& left, const ContentDetails& right) {
    return left.files == right.files && left.marked == right.marked && left.done == right.done &&
           left.priorities == right.priorities && left.availability == right.availability;
}

template <typename Part>
bool isSame(const Part& left, const Part& right) {
    return left == right;
}

bool isSame(const DetailsSnapshot& left, const DetailsSnapshot& right) {
    if (left.id != right.id || left.facts != right.facts || left.part.index() != right.part.index())
        return false;
    return std::visit(
        [&right]<typename Part>(const Part& part) { return isSame(part, std::get<Part>(right.part)); }, left.part);
}

} // namespace

DetailsWatch::DetailsWatch(EngineContext& context)
    : m_context(context) {
    m_timer.setParent(this);
    m_timer.setInterval(kUsual);
    connect(&m_timer, &QTimer::timeout, this, &DetailsWatch::look);
}

void DetailsWatch::watch(const std::optional<TorrentId>& id, DetailsPart part) {
    m_id = id;
    m_part = part;
    m_told.reset();
    m_files.reset();
    m_stored.reset();
    if (!m_id)
        return m_timer.stop();
    m_timer.start(kUsual);
    look();
}

void DetailsWatch::hurry(const TorrentId& id) {
    if (m_id == id)
        m_timer.start(kSoon);
}

void DetailsWatch::look() {
    if (!m_context.session || m_context.isStopping || !m_id)
        return m_timer.stop();
    const TorrentEntry* entry = m_context.torrents.find(*m_id);
    m_timer.setInterval(
        entry != nullptr && entry->metadata && entry->metadata->listedFileCount > kManyFiles ? kForMany : kUsual);
    if (entry == nullptr || entry->removal)
        return;
    unlessRemoved([&] {
        const DetailsPointer details = read(*entry);
        if (m_told && isSame(*m_told, *details))
            return;
        m_told = details;
        Q_EMIT m_context.events.detailsSeen(details);
    });
}

DetailsPointer DetailsWatch::read(const TorrentEntry& entry) {
    auto snapshot = std::make_shared<DetailsSnapshot>();
    snapshot->id = entry.record.id;
    if (entry.handle.is_valid()) {
        m_stored.reset();
        readPart(entry, *snapshot);
    } else if (m_part == DetailsPart::Content && entry.metadata) {
        askStore(entry);
        if (m_stored->content.files) {
            ContentDetails content = m_stored->content;
            content.priorities = priorityBytes(entry.record.filePriorities, content.files->size());
            snapshot->part = content;
        }
    }
    return snapshot;
}

void DetailsWatch::askStore(const TorrentEntry& entry) {
    const TorrentId id = entry.record.id;
    if (m_stored && m_stored->id == id)
        return;
    m_stored = Stored{id, {}};
    const auto record = std::make_shared<std::optional<storage::TorrentRecord>>();
    const auto load = [record, id](SQLite::Database& database) { *record = storage::TorrentStore(database).load(id); };
    m_context.repository.run(Operation::OpenStore, load, [this, record, id](const Expected<void>& loaded) {
        if (!loaded || !*record || !m_stored || m_stored->id != id)
            return;
        const auto prepared = prepareStored(std::move(**record), m_context.settings);
        if (!prepared || !prepared->params.ti)
            return;
        if (const TorrentEntry* current = m_context.torrents.find(id); current != nullptr)
            m_stored->content = readStored(*current, prepared->params);
        hurry(id);
    });
}

void DetailsWatch::readPart(const TorrentEntry& entry, DetailsSnapshot& snapshot) {
    DetailsSource source{entry, entry.handle.trackers(), {}};
    entry.handle.get_peer_info(source.peers);
    snapshot.facts = readFacts(m_context, source);
    switch (m_part) {
    case DetailsPart::Facts:
        return;
    case DetailsPart::Trackers:
        snapshot.part = readTrackers(m_context, source);
        return;
    case DetailsPart::Peers:
        snapshot.part = readPeers(source);
        return;
    case DetailsPart::Content:
        snapshot.part = content(source);
        return;
    case DetailsPart::Pieces:
        snapshot.part = readPieces(source);
        return;
    case DetailsPart::WebSeeds:
        snapshot.part = readWebSeeds(source);
        return;
    }
}

ContentDetails DetailsWatch::content(const DetailsSource& source) {
    ContentDetails details;
    const auto info = source.entry.metadata ? source.entry.handle.torrent_file() : nullptr;
    if (!info)
        return details;
    if (!m_files || m_renamed != source.entry.record.renamedFiles) {
        auto files = readFiles(source.entry, *info);
        if (!m_files || *m_files != files) // else only suffixes came or went, on the disk
            m_files = std::make_shared<const QList<ContentFile>>(std::move(files));
        m_renamed = source.entry.record.renamedFiles;
        m_marked = markedFiles(source.entry);
    }
    details.files = m_files;
    details.marked = m_marked;
    readContent(source, *info, details);
    return details;
}

} // namespace essaim::engine
