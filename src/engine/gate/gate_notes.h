// Oddities of one torrent, counted by kind.
#pragma once

#include "core/torrent_note.h"

#include <string_view>
#include <vector>

namespace essaim::engine {

class GateNotes {
public:
    void add(TorrentNote::Kind kind, std::string_view example = {}, int count = 1) {
        for (TorrentNote& note : m_notes) {
            if (note.kind == kind) {
                note.count += count;
                return;
            }
        }
        m_notes.push_back({kind, count, std::string(example.substr(0, kExampleBytes))});
    }
    [[nodiscard]] std::vector<TorrentNote> take() { return std::move(m_notes); }

private:
    static constexpr std::size_t kExampleBytes = 300;
    std::vector<TorrentNote> m_notes;
};

} // namespace essaim::engine
