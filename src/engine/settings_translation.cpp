#include "engine/settings_translation.h"

#include "core/address_range.h"
#include "core/endpoint.h"

#include <libtorrent/alert.hpp>
#include <libtorrent/fingerprint.hpp>
#include <libtorrent/mmap_disk_io.hpp>

#include <limits>
#include <string>

namespace essaim::engine {
namespace {

using Pack = lt::settings_pack;

/// Plain reads and writes: with mapped files a full disk or a truncated file is a signal instead of an error.
void setDisk(Pack& pack) {
    pack.set_int(Pack::mmap_file_size_cutoff, std::numeric_limits<int>::max());
    pack.set_int(Pack::disk_write_mode, Pack::always_pwrite);
    pack.set_int(Pack::disk_io_write_mode, Pack::enable_os_cache);
    pack.set_int(Pack::max_queued_disk_bytes, 16 * 1024 * 1024);
    pack.set_int(Pack::file_pool_size, 200);
    pack.set_int(Pack::aio_threads, 4);
    pack.set_int(Pack::hashing_threads, 1);
    pack.set_bool(Pack::disable_hash_checks, false);
    pack.set_bool(Pack::no_recheck_incomplete_resume, false);
}

/// Bounds on what strangers can make us hold.
void setLimits(Pack& pack) {
    pack.set_int(Pack::max_metadata_size, 8 * 1024 * 1024);
    pack.set_int(Pack::metadata_token_limit, 1'500'000);
    pack.set_int(Pack::max_piece_count, 0x80000);
    pack.set_int(Pack::tracker_maximum_response_length, 256 * 1024);
    pack.set_int(Pack::max_peerlist_size, 1000);
    pack.set_int(Pack::max_paused_peerlist_size, 200);
    pack.set_int(Pack::max_allowed_in_request_queue, 500);
    pack.set_int(Pack::listen_queue_size, 64);
    pack.set_int(Pack::alert_queue_size, 20'000);
    pack.set_bool(Pack::support_share_mode, false);
}

void setNetworkSafety(Pack& pack) {
    pack.set_bool(Pack::ssrf_mitigation, true);
    pack.set_bool(Pack::allow_idna, false);
    pack.set_bool(Pack::validate_https_trackers, true);
    pack.set_bool(Pack::no_connect_privileged_ports, true);
    pack.set_bool(Pack::apply_ip_filter_to_trackers, true);
    // Never silently another port than the one that was forwarded or told to friends.
    pack.set_bool(Pack::listen_system_port_fallback, false);
    pack.set_int(Pack::max_retry_port_bind, 0);
    pack.set_int(Pack::resolver_cache_timeout, 300);
    pack.set_int(Pack::stop_tracker_timeout, 2); // the exit is bounded
}

void setSwarmBehaviour(Pack& pack) {
    // Several friends often sit behind one address (a shared flat, a campus): one connection for all of them would
    // leave all but one without data.
    pack.set_bool(Pack::allow_multiple_connections_per_ip, true);
    // A hosted torrent is announced to its own tracker, whatever answers in the tiers before it.
    pack.set_bool(Pack::announce_to_all_tiers, true);
    // In a swarm of friends the one other peer matters: not a minute without it after it restarted or after the user
    // wanted more files than before.
    pack.set_int(Pack::min_reconnect_time, 10);
    // A magnet wants no file until its metadata went through our gate. For that moment it looks as if it were
    // complete; libtorrent would leave the only peer, a seed, and come back after the time above.
    pack.set_bool(Pack::close_redundant_connections, false);
    pack.set_str(Pack::user_agent, "Essaim/" ESSAIM_VERSION);
    pack.set_str(Pack::peer_fingerprint, lt::generate_fingerprint("EM", 0, 1, 0, 0));
    pack.set_int(
        Pack::alert_mask, int(static_cast<std::uint32_t>(
                              lt::alert_category::error | lt::alert_category::status | lt::alert_category::storage |
                              lt::alert_category::tracker | lt::alert_category::port_mapping_log)));
}

std::string bracketed(const std::string& address) {
    return address.contains(':') ? '[' + address + ']' : address;
}

std::string listenInterfaces(const SessionSettings& settings) {
    const std::string port = ':' + std::to_string(settings.listenPort);
    if (!settings.bindAddress.isEmpty())
        return bracketed(settings.bindAddress.toStdString()) + port;
    return settings.offline ? "127.0.0.1" + port : "0.0.0.0" + port + ",[::]" + port;
}

/// The address that connections are made from and come in on; empty = any. libtorrent takes "0.0.0.0" here for the name
/// of an interface that nothing has, and turns every peer away that does not come from this computer.
std::string outgoingInterfaces(const SessionSettings& settings) {
    if (settings.offline && settings.bindAddress.isEmpty())
        return "127.0.0.1"; // nobody else can be reached from there, whomever a tracker names
    const auto address = IpAddress::parse(settings.bindAddress.toStdString());
    return address && address->isUnspecified() ? std::string() : settings.bindAddress.toStdString();
}

/// Names of settings are for the one who reads the log.
Error differs(int setting) {
    return {
        ErrorKind::Internal,
        Operation::StartSession,
        {},
        std::string("libtorrent did not take the setting ") + lt::name_for_setting(setting)};
}

} // namespace

lt::settings_pack userSettings(const SessionSettings& settings) {
    Pack pack;
    const bool isOnline = !settings.offline;
    pack.set_str(Pack::listen_interfaces, listenInterfaces(settings));
    pack.set_str(Pack::outgoing_interfaces, outgoingInterfaces(settings));
    pack.set_bool(Pack::enable_dht, isOnline && settings.dht);
    pack.set_bool(Pack::enable_lsd, isOnline && settings.lsd);
    pack.set_bool(Pack::enable_upnp, isOnline && settings.portMapping);
    pack.set_bool(Pack::enable_natpmp, isOnline && settings.portMapping);
    pack.set_bool(Pack::enable_incoming_utp, isOnline && settings.utp);
    pack.set_bool(Pack::enable_outgoing_utp, isOnline && settings.utp);
    pack.set_int(Pack::download_rate_limit, settings.downloadLimit);
    pack.set_int(Pack::upload_rate_limit, settings.uploadLimit);
    pack.set_int(Pack::active_downloads, settings.maxActiveDownloads);
    pack.set_int(Pack::active_seeds, settings.maxActiveSeeds);
    pack.set_int(Pack::active_limit, -1); // the two above say it all
    return pack;
}

lt::settings_pack settlingTime(bool quick) {
    lt::settings_pack pack;
    pack.set_int(Pack::auto_manage_startup, quick ? 3 : 60); // seconds
    return pack;
}

lt::settings_pack announcePace(int torrents, int minutes) {
    constexpr int kMany = 1600; // libtorrent's own limit: so many at once are nothing unusual to a tracker
    const bool areMany = torrents > kMany;
    lt::settings_pack pack;
    pack.set_int(Pack::active_tracker_limit, (areMany ? 500 : kMany) + 400 * minutes);
    pack.set_int(Pack::active_dht_limit, 88 + 40 * minutes);
    pack.set_int(Pack::active_lsd_limit, 60 + 400 * minutes);
    pack.set_int(Pack::tracker_backoff, areMany ? 1000 : 250); // percent
    return pack;
}

lt::session_params sessionParams(const SessionSettings& settings) {
    lt::session_params params;
    params.settings = userSettings(settings);
    setDisk(params.settings);
    setLimits(params.settings);
    setNetworkSafety(params.settings);
    setSwarmBehaviour(params.settings);
    params.disk_io_constructor = lt::mmap_disk_io_constructor; // the threaded one; told above not to map anything
    return params;
}

lt::ip_filter globalPeerClass() {
    constexpr auto everyone = std::uint32_t{1} << static_cast<std::uint32_t>(lt::session_handle::global_peer_class_id);
    lt::ip_filter classes;
    classes.add_rule(lt::make_address("0.0.0.0"), lt::make_address("255.255.255.255"), everyone);
    classes.add_rule(lt::make_address("::"), lt::make_address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), everyone);
    return classes;
}

lt::ip_filter bannedPeers(const SessionSettings& settings) {
    lt::ip_filter filter;
    const auto add = [&filter](const IpAddress& first, const IpAddress& last, std::uint32_t access) {
        filter.add_rule(lt::make_address(first.toString()), lt::make_address(last.toString()), access);
    };
    for (const QString& banned : settings.bannedPeers) {
        if (const auto range = AddressRange::parse(banned.toStdString()))
            add(range->first(), range->last(), lt::ip_filter::blocked);
    }
    // Trackers are held against the filter, too: that of this computer must not be lost to a wide range.
    for (const char* const own : {"127.0.0.0/8", "::1"}) {
        if (const auto range = AddressRange::parse(own))
            add(range->first(), range->last(), 0);
    }
    return filter;
}

lt::torrent_flags_t torrentFlags(const SessionSettings& settings) {
    return settings.pex && !settings.offline ? lt::torrent_flags_t{} : lt::torrent_flags::disable_pex;
}

Expected<void> checkSettings(const lt::settings_pack& wanted, const lt::settings_pack& actual) {
    for (int i = Pack::string_type_base; i < Pack::max_string_setting_internal; ++i) {
        if (wanted.has_val(i) && wanted.get_str(i) != actual.get_str(i))
            return std::unexpected(differs(i));
    }
    for (int i = Pack::int_type_base; i < Pack::max_int_setting_internal; ++i) {
        if (wanted.has_val(i) && wanted.get_int(i) != actual.get_int(i))
            return std::unexpected(differs(i));
    }
    for (int i = Pack::bool_type_base; i < Pack::max_bool_setting_internal; ++i) {
        if (wanted.has_val(i) && wanted.get_bool(i) != actual.get_bool(i))
            return std::unexpected(differs(i));
    }
    return {};
}

} // namespace essaim::engine
