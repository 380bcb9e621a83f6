#include "engine/durability/doubts.h"

#include "engine/background.h"
#include "engine/durability/start_decision.h"

#include <algorithm>

namespace essaim::engine {
namespace {

constexpr auto kReason = TorrentEntry::Parking::Doubted;
constexpr std::size_t kAtATime = 2; ///< so that one slow disk does not keep all others waiting

} // namespace

/// What the store knows, and what is left of its claims.
struct Doubts::Answer {
    storage::TorrentRecord row;
    std::optional<std::string> resume; ///< nothing if every claim is known to be true
};

Doubts::Doubts(EngineContext& context)
    : m_context(context) {
    context.doubts = this;
    context.parking.setDoubtHandler([this](const TorrentId& id) { settle(id); });
}

void Doubts::adopt(TorrentEntry& entry, const storage::TorrentRecord& row, const storage::DurableRecord* durable) {
    if (!m_context.repository.isTrusted(row.resumeOrigin.run) && isDoubtful(row, durable))
        TorrentParking::parkBeforehand(entry, kReason);
    else if (row.filePriorities.contains('\0') && !row.resumeData.empty() && !row.metadata.empty()) {
        m_partFilesOnly.insert(row.id);
        TorrentParking::parkBeforehand(entry, kReason);
    }
}

void Doubts::settle(const TorrentId& id) {
    if (m_reading.contains(id) || std::ranges::find(m_queue, id) != m_queue.end())
        return;
    m_queue.push_back(id);
    next();
}

void Doubts::next() {
    while (m_reading.size() < kAtATime && !m_queue.empty() && !m_context.isStopping) {
        const TorrentId id = m_queue.front();
        m_queue.pop_front();
        const TorrentEntry* entry = m_context.torrents.find(id);
        // A drive that went meanwhile: whoever gives it back says so again.
        if (entry == nullptr || entry->removal || !entry->parking || entry->parking->reasons != kReason)
            continue;
        m_reading.insert(id);
        m_context.files.loadRow(id, [this, id](const Expected<std::optional<storage::TorrentRecord>>& row) {
            if (row && *row)
                return read(**row);
            if (!row)
                m_context.report(std::unexpected(row.error()));
            end(id);
        });
    }
}

void Doubts::read(storage::TorrentRecord row) {
    const TorrentId id = row.id;
    m_context.files.loadDurable(id, [this, row = std::move(row)](const auto& known) {
        const auto durable = known.value_or(std::nullopt);
        const bool isSure = m_partFilesOnly.erase(row.id) > 0;
        const auto work = [row, durable, isSure] {
            const storage::DurableRecord* sure = durable ? &*durable : nullptr;
            if (!isSure && isDoubtful(row, sure))
                return Answer{row, believable(row, sure)};
            return Answer{row, lacksPartFile(row) ? withoutPartFile(row, false) : std::nullopt};
        };
        runInBackground(this, work, [this](const Answer& answer) { onRead(answer.row.id, answer); });
    });
}

void Doubts::onRead(const TorrentId& id, const Answer& answer) {
    const TorrentEntry* entry = m_context.torrents.find(id);
    // The drive may have gone while it was read: then nothing that was not there counts.
    if (entry == nullptr || entry->removal || !entry->parking || entry->parking->reasons != kReason) {
        m_reading.erase(id);
        return next();
    }
    if (!answer.resume)
        return end(id);
    // Saved before it is used: if this run is cut short too, the next one must not believe the old claims.
    const auto onSaved = [this, id](const Expected<void>& saved) {
        m_context.report(saved);
        end(id);
    };
    m_context.repository.putResume(
        {{id, *answer.resume, answer.row.uploaded, answer.row.downloaded, answer.row.completedAt,
          answer.row.lastActivity, answer.row.activeSeconds, answer.row.seedingSeconds}},
        onSaved);
}

void Doubts::end(const TorrentId& id) {
    m_reading.erase(id);
    m_context.parking.unpark(id, kReason);
    next();
}

} // namespace essaim::engine
