// What is on its way to the store, for whoever changes it again before it has arrived. Private to the engine.
#pragma once

#include "core/info_hash.h"

#include <map>
#include <utility>

namespace essaim::engine {

/// The last value of each torrent. An edit that starts from what the torrent has would undo one that is not saved yet.
/// Engine thread.
template <typename Value>
class Unsaved {
public:
    void begin(const TorrentId& id, Value value) {
        Entry& entry = m_entries[id];
        entry.value = std::move(value);
        ++entry.saves;
    }
    /// One of those that began has been answered, well or not.
    void end(const TorrentId& id) {
        const auto entry = m_entries.find(id);
        if (entry != m_entries.end() && --entry->second.saves == 0)
            m_entries.erase(entry);
    }
    /// Null if nothing is on its way.
    [[nodiscard]] const Value* find(const TorrentId& id) const {
        const auto entry = m_entries.find(id);
        return entry == m_entries.end() ? nullptr : &entry->second.value;
    }

private:
    struct Entry {
        Value value{};
        int saves = 0;
    };
    std::map<TorrentId, Entry> m_entries;
};

} // namespace essaim::engine
