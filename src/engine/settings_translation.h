// From our settings to libtorrent's, the ones that protect data and the ones that the user chose. Private to the
// engine.
#pragma once

#include "core/error.h"
#include "engine/session.h"

#include <libtorrent/ip_filter.hpp>
#include <libtorrent/session_params.hpp>
#include <libtorrent/settings_pack.hpp>
#include <libtorrent/torrent_flags.hpp>

namespace essaim::engine {

/// Of SessionSettings::bannedPeers; what cannot be read is left out, and so is this computer.
[[nodiscard]] lt::ip_filter bannedPeers(const SessionSettings& settings);

/// How many of the torrents that run are announced at trackers, in the DHT and in the local network, so many minutes
/// after the start. libtorrent by itself leaves all beyond the first 1600, 88 and 60 out for good; they follow bit by
/// bit, so that neither trackers nor the processor get ten thousand announces at once. A tracker that does not answer
/// is asked again after 18, 55, 117… seconds, and by one who has very many `torrents` after 55, 205, 455….
[[nodiscard]] lt::settings_pack announcePace(int torrents, int minutes);

/// How long a torrent counts as active after it was started, whatever it does meanwhile. Until it counts as inactive,
/// libtorrent looks after it every second. `quick`: for a list in which nothing waits for its turn.
[[nodiscard]] lt::settings_pack settlingTime(bool quick);

/// Everything that a session starts with.
[[nodiscard]] lt::session_params sessionParams(const SessionSettings& settings);

/// What follows from the user's settings alone; applied again whenever they change.
[[nodiscard]] lt::settings_pack userSettings(const SessionSettings& settings);

/// Every address in the class that rate limits apply to. libtorrent leaves peers of the local network out of it, so a
/// limit that the user sets would do nothing between friends at home.
[[nodiscard]] lt::ip_filter globalPeerClass();

/// Flags that each torrent must carry for these settings, out of kSettingFlags.
[[nodiscard]] lt::torrent_flags_t torrentFlags(const SessionSettings& settings);
inline constexpr lt::torrent_flags_t kSettingFlags = lt::torrent_flags::disable_pex;

/// Compares what was asked for with what the session reports; Internal names the first setting that differs.
[[nodiscard]] Expected<void> checkSettings(const lt::settings_pack& wanted, const lt::settings_pack& actual);

} // namespace essaim::engine
