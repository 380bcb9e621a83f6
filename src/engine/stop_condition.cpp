#include "engine/stop_condition.h"

#include <libtorrent/torrent_flags.hpp>

namespace essaim::engine {

namespace {

void save(EngineContext& context, const TorrentEntry& entry) {
    const auto work = [id = entry.record.id, flags = entry.record.flags,
                       isPaused = entry.record.paused](SQLite::Database& database) {
        storage::TorrentStore store(database);
        store.setFlags(id, flags);
        store.setPaused(id, isPaused);
    };
    // Not saved, it stops once more after a restart.
    context.repository.run(
        Operation::SaveStore, work, [&context](const Expected<void>& saved) { context.report(saved); });
}

} // namespace

void stopWhereWanted(EngineContext& context, TorrentEntry& entry, storage::StopAt reached) {
    if (entry.record.flags.stopAt != reached)
        return;
    entry.record.flags.stopAt = storage::StopAt::Nothing;
    entry.record.paused = true;
    save(context, entry);
    if (entry.handle.is_valid()) {
        entry.handle.unset_flags(lt::torrent_flags::auto_managed | lt::torrent_flags::stop_when_ready);
        entry.handle.pause();
    }
    context.publisher.touch(entry);
}

void forgetStop(EngineContext& context, TorrentEntry& entry) {
    if (entry.record.flags.stopAt == storage::StopAt::Nothing)
        return;
    entry.record.flags.stopAt = storage::StopAt::Nothing;
    save(context, entry);
    if (entry.handle.is_valid())
        entry.handle.unset_flags(lt::torrent_flags::stop_when_ready);
}

} // namespace essaim::engine
