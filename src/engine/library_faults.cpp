#include "engine/library_faults.h"

#include <array>
#include <limits>

namespace essaim::engine {
namespace {

using enum LibraryFault::Closure;

constexpr std::string_view kVersion2 =
    "describeTorrent() notes it of every torrent of version 2, and the dialog shows it before such a torrent is added; "
    "torrents are made as version 1 unless the user asks";

constexpr std::array kFaults{
    // Memory
    LibraryFault{"a peer that rejects hash requests writes past a vector", "2.0.14", Told, kVersion2},
    LibraryFault{"hash requests, proofs and nodes of zeros are checked too little", "2.0.14", Told, kVersion2},
    LibraryFault{"a version 2 piece may pass twice", "2.0.12", Told, kVersion2},
    LibraryFault{"saved merkle trees load wrongly", "2.0.13", Code, "torrent_params.cpp drops them: they come anew"},
    LibraryFault{
        "a peer that claims version 2 for a magnet of version 1 ends the process", "2.0.14", Code,
        "handshake_guard.cpp turns it away"},
    LibraryFault{"files of version 1 without hashes are read past the end", {}, Gate, {}, {}, 0, Fault::NoV1Hashes},
    LibraryFault{"a web seed is used after it is freed", "2.0.9", Code, "usesWebSeeds() leaves them out before 2.0.14"},
    LibraryFault{"chunk sizes of web seeds overflow", "2.0.14", Code, "usesWebSeeds() leaves them out before 2.0.14"},
    LibraryFault{
        "uTP is used after it is freed; ranges of its packets", "2.0.14", Choice, {}, "enable_incoming_utp", 0},
    LibraryFault{"the same of connections that we open", "2.0.14", Choice, {}, "enable_outgoing_utp", 0},
    LibraryFault{"requests are cancelled while a torrent becomes a seed", "2.0.11", Open, "no setting avoids it"},
    LibraryFault{"padding is counted in 32 bits", "2.0.11", Gate, {}, {}, 0, Fault::TooMuchPadding},
    LibraryFault{
        "links with odd or foreign characters in hashes are read past the end", "2.0.14", Code,
        "magnet.cpp reads links, the library never sees one"},
    LibraryFault{"the XML of a router is parsed carelessly", "2.0.12", Choice, {}, "enable_upnp", 0},
    LibraryFault{"routers that do not answer hold the network thread", "2.0.14", Choice, {}, "enable_natpmp", 0},
    LibraryFault{
        "a port that is mapped besides the session's own is announced as its own",
        {},
        Code,
        "port_mapper.cpp maps it through another session, without torrents"},
    LibraryFault{"credentials of a SOCKS5 proxy", "2.0.13", NotApplicable, "no proxy is ever set"},
    LibraryFault{"saved times below zero", "2.0.13", Code, "torrent_params.cpp clamps them"},
    // Data
    LibraryFault{"mapped reads and plain writes are mixed", "2.0.14", Setting, {}, "disk_write_mode", 0},
    LibraryFault{
        "mapped files: wrong ranges, signals without a handler",
        "2.0.14",
        Setting,
        {},
        "mmap_file_size_cutoff",
        std::numeric_limits<int>::max()},
    LibraryFault{"writing through instead of by the cache", "2.0.14", Setting, {}, "disk_io_write_mode", 0},
    LibraryFault{"hashes may go unchecked", {}, Setting, {}, "disable_hash_checks", 0},
    LibraryFault{"files may go unchecked after a crash", {}, Setting, {}, "no_recheck_incomplete_resume", 0},
    LibraryFault{
        "moves replace files, without synchronising, and roll back half",
        {},
        Code,
        "mover/ moves files; the library's own move is not called"},
    LibraryFault{
        "renaming replaces a file", "2.0.12", Code,
        "files/file_renames.cpp refuses a name that is taken before it asks"},
    LibraryFault{
        "metadata of magnets keeps names that clash", "2.0.14", Gate, "magnet_stages.cpp", {}, 0, Fault::ListedTwice},
    LibraryFault{
        "a check forgets the files that are not wanted", "2.0.12", Code, "torrent_alerts.cpp says it again after one"},
    LibraryFault{"allocation in advance fails on some drives", "2.0.9", Code, "torrent_params.cpp: sparse files only"},
    LibraryFault{"the pool closes the file used last", "2.0.11", Setting, {}, "file_pool_size", 200},
    LibraryFault{"an empty save path", "2.0.11", Code, "place_rules.cpp refuses what is not absolute"},
    LibraryFault{"odd piece lengths", "2.0.9", Gate, {}, {}, 0, Fault::PieceLength},
    LibraryFault{"read_piece() of a missing piece stops the torrent", "2.0.9", NotApplicable, "it is not called"},
    LibraryFault{
        "payload is never synchronised",
        {},
        Code,
        "durability/ syncs it; after a power cut, pieces that were not are read before they are believed"},
    LibraryFault{
        "part files that are cut or gone are not noticed", "2.0.13", Code,
        "durability/doubts.cpp looks at the start and believes what is on the disk"},
    LibraryFault{
        "saved progress is believed if the first file of a piece is there", "2.0.13", Open,
        "a check of the files finds it"},
    LibraryFault{"uTP damages the last bytes at its end", "2.0.11", NotApplicable, "the hash check notices"},
    // Network
    LibraryFault{"other services of this computer as trackers", {}, Setting, {}, "ssrf_mitigation", 1},
    LibraryFault{"names that look like others", {}, Setting, {}, "allow_idna", 0},
    LibraryFault{"trackers with any certificate", {}, Setting, {}, "validate_https_trackers", 1},
    LibraryFault{"connections to ports of mail and the like", {}, Setting, {}, "no_connect_privileged_ports", 1},
    LibraryFault{"trackers beyond the filter of addresses", {}, Setting, {}, "apply_ip_filter_to_trackers", 1},
    LibraryFault{
        "tracker addresses are not checked", "2.0.13", Code, "gate/url_rules.cpp; the gate leaves bad ones out"},
    LibraryFault{"silently another port", {}, Setting, {}, "listen_system_port_fallback", 0},
    LibraryFault{"failed look-ups are remembered for long", "2.0.12", Setting, {}, "resolver_cache_timeout", 300},
    LibraryFault{"the end waits for trackers", {}, Setting, {}, "stop_tracker_timeout", 2},
    LibraryFault{
        "alerts are dropped", {}, Setting, "session_alerts.cpp reads everything again", "alert_queue_size", 20'000},
    LibraryFault{"metadata without bounds", {}, Setting, {}, "max_metadata_size", 8 * 1024 * 1024},
    LibraryFault{"answers of trackers without bounds", {}, Setting, {}, "tracker_maximum_response_length", 256 * 1024},
    LibraryFault{
        "the second address of an HTTP tracker is tried from any interface",
        {},
        Open,
        "who binds to one address should use UDP trackers"},
    LibraryFault{
        "the DHT ignores the filter of addresses", "2.0.11", NotApplicable, "there is no list of blocked peers"},
    LibraryFault{
        "whether a magnet is private is unknown",
        {},
        Code,
        "magnet_stages.cpp: a private torrent keeps no peer that the DHT, PEX or LSD named"},
    LibraryFault{"trackers get stuck after a pause", "2.0.14", Open, "announcing by hand helps"},
    LibraryFault{
        "madvise() of nothing in programs at fixed addresses", "2.0.11", NotApplicable, "every program is PIE"},
};

} // namespace

std::span<const LibraryFault> libraryFaults() {
    return kFaults;
}

} // namespace essaim::engine
