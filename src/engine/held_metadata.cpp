#include "engine/held_metadata.h"

#include <libtorrent/announce_entry.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/write_resume_data.hpp>

namespace essaim::engine {

QByteArray torrentFileOf(const lt::torrent_handle& handle) {
    const auto info = handle.torrent_file_with_hashes();
    if (!info)
        return {};
    lt::add_torrent_params params;
    params.ti = std::make_shared<lt::torrent_info>(*info);
    for (const lt::announce_entry& tracker : handle.trackers()) {
        params.trackers.push_back(tracker.url);
        params.tracker_tiers.push_back(tracker.tier);
    }
    const auto made = lt::write_torrent_file_buf(params, lt::write_flags::allow_missing_piece_layer);
    return {made.data(), qsizetype(made.size())};
}

} // namespace essaim::engine
