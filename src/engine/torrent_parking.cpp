#include "engine/torrent_parking.h"

#include "engine/engine_context.h"
#include "engine/torrent_params.h"

#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

namespace essaim::engine {

namespace flags = lt::torrent_flags;
using Step = TorrentEntry::Parking::Step;

void TorrentParking::park(TorrentEntry& entry, Reason reason, std::function<void()> parked) {
    const bool isFirst = !entry.parking;
    if (entry.check && entry.check->step != TorrentEntry::Check::Step::Returning) {
        const bool isOver = entry.check->step == TorrentEntry::Check::Step::Keeping;
        m_context.checks.drop(entry);
        entry.wantsCheck = !isOver; // once it is back
    }
    entry.isAsStored = false;
    if (isFirst)
        entry.parking.emplace();
    entry.parking->reasons |= reason;
    const bool isRenaming = (entry.parking->reasons & TorrentEntry::Parking::Renaming) != 0;
    if (entry.parking->step == Step::Out && !isRenaming) {
        if (parked)
            parked();
        return;
    }
    if (parked)
        entry.parking->parked.push_back(std::move(parked));
    if (isFirst && !entry.isBeingAdded) // else libtorrent's answer comes first
        rest(entry);
    m_context.publisher.touch(entry);
}

void TorrentParking::doubt(TorrentEntry& entry) {
    if (entry.parking)
        entry.parking->reasons |= TorrentEntry::Parking::Doubted;
}

void TorrentParking::parkBeforehand(TorrentEntry& entry, Reason reason) {
    if (!entry.parking)
        entry.parking.emplace();
    entry.parking->reasons |= reason;
    entry.parking->step = Step::Out;
}

void TorrentParking::rest(TorrentEntry& entry) {
    if (!entry.handle.is_valid())
        return setOut(entry);
    entry.parking->step = Step::Resting;
    unlessRemoved([&] {
        const bool isPaused = bool(entry.handle.flags() & flags::paused);
        entry.handle.unset_flags(flags::auto_managed);
        entry.handle.pause();
        if (isPaused)
            flush(entry);
    });
}

void TorrentParking::onPaused(TorrentEntry& entry) {
    if (entry.parking && entry.parking->step == Step::Resting)
        flush(entry);
}

/// A torrent that was paused a moment ago may still write; closing its files waits for that.
void TorrentParking::flush(TorrentEntry& entry) {
    if (!entry.handle.torrent_file())
        return onFlushed(entry);
    entry.parking->step = Step::Flushing;
    entry.handle.flush_cache();
}

void TorrentParking::onFlushed(TorrentEntry& entry) {
    if (!entry.parking || (entry.parking->step != Step::Flushing && entry.parking->step != Step::Resting))
        return;
    if (entry.areFilesMissing || entry.error || entry.isOutdated ||
        !m_context.isDriveThere(entry.record.savePath)) // what the store has is better than what libtorrent knows
        return leave(entry);
    entry.parking->step = Step::Saving;
    m_context.resumeSaver.save(entry);
}

void TorrentParking::onResumeAnswered(TorrentEntry& entry) {
    if (entry.parking && entry.parking->step == Step::Saving)
        leave(entry);
}

void TorrentParking::leave(TorrentEntry& entry) {
    entry.parking->step = Step::Leaving;
    if (m_context.session)
        unlessRemoved([&] { m_context.session->remove_torrent(entry.handle); });
}

bool TorrentParking::onRemoved(TorrentEntry& entry) {
    if (!entry.parking || entry.removal || entry.parking->step != Step::Leaving)
        return false;
    static_cast<void>(m_context.torrents.takeHandle(entry));
    m_context.stoppingTorrents.erase(entry.record.id);
    setOut(entry);
    return true;
}

void TorrentParking::setOut(TorrentEntry& entry) {
    entry.parking->step = Step::Out;
    if (entry.status) { // nothing moves any more
        entry.status->download_payload_rate = entry.status->upload_payload_rate = 0;
        entry.status->num_peers = entry.status->num_seeds = 0;
        entry.status->need_save_resume = false;
    }
    m_context.publisher.touch(entry);
    const TorrentId id = entry.record.id;
    if (!(entry.parking->reasons & TorrentEntry::Parking::Renaming)) { // else nobody may rely on the names
        for (const auto& parked : std::exchange(entry.parking->parked, {}))
            parked();
    }
    TorrentEntry* current = m_context.torrents.find(id);
    if (current != nullptr && current->parking)
        settle(*current);
}

/// Gives the torrent back, or to whoever finds its files or dispels the last doubt.
void TorrentParking::settle(TorrentEntry& entry) {
    constexpr unsigned kNames = TorrentEntry::Parking::Renaming;
    if (entry.parking->reasons == 0)
        giveBack(entry);
    else if ((entry.parking->reasons & (kNames | TorrentEntry::Parking::DriveAway)) == kNames && m_onNames)
        m_onNames(entry.record.id);
    else if (entry.parking->reasons == TorrentEntry::Parking::Doubted && m_onDoubt)
        m_onDoubt(entry.record.id);
}

void TorrentParking::unpark(const TorrentId& id, Reason reason) {
    TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr || !entry->parking)
        return;
    entry->parking->reasons &= ~unsigned(reason);
    m_context.publisher.touch(*entry);
    if (entry->parking->step == Step::Out)
        setOut(*entry);
}

void TorrentParking::giveBack(TorrentEntry& entry) {
    if (m_context.isStopping)
        return;
    entry.parking.reset();
    entry.error.reset();
    entry.areFilesMissing = false;
    entry.isBeingAdded = true;
    const TorrentId id = entry.record.id;
    const auto row = std::make_shared<std::optional<storage::TorrentRecord>>();
    m_context.repository.run(
        Operation::OpenStore,
        [row, id](SQLite::Database& database) { *row = storage::TorrentStore(database).load(id); },
        [this, row, id](const Expected<void>& loaded) {
            TorrentEntry* current = m_context.torrents.find(id);
            if (current == nullptr)
                return;
            auto prepared = loaded && *row ? prepareStored(**row, m_context.settings)
                            : loaded       ? failure(ErrorKind::NotFound, Operation::OpenStore, current->record.name)
                                           : std::unexpected(loaded.error());
            if (prepared)
                return m_add(id, std::move(prepared->params));
            current->isBeingAdded = false;
            current->error = prepared.error();
            m_context.publisher.touch(*current);
            if (current->parking)
                setOut(*current);
        });
}

void TorrentParking::onAdded(TorrentEntry& entry) {
    if (entry.parking && entry.parking->step == Step::Waiting)
        rest(entry);
}

} // namespace essaim::engine
