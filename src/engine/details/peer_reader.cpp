// Connected peers and HTTP sources.
#include "engine/details/chosen_addresses.h"
#include "engine/details/detail_readers.h"
#include "engine/files/current_paths.h"
#include "engine/gate/url_rules.h"
#include "engine/lt_convert.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace essaim::engine {
namespace {

using Info = lt::peer_info;

struct FlagPair {
    lt::peer_flags_t theirs;
    PeerFlag ours;
};
// "Remote" is libtorrent's word for what the peer does to us.
constexpr std::array kFlags{
    FlagPair{Info::interesting, PeerFlag::Interesting},
    FlagPair{Info::remote_choked, PeerFlag::ChokesUs},
    FlagPair{Info::remote_interested, PeerFlag::WantsOurs},
    FlagPair{Info::choked, PeerFlag::ChokedByUs},
    FlagPair{Info::optimistic_unchoke, PeerFlag::Optimistic},
    FlagPair{Info::snubbed, PeerFlag::Snubbed},
    FlagPair{Info::utp_socket, PeerFlag::Utp},
    FlagPair{Info::rc4_encrypted, PeerFlag::Encrypted},
    FlagPair{Info::plaintext_encrypted, PeerFlag::EncryptedStart},
    FlagPair{Info::connecting, PeerFlag::Connecting},
    FlagPair{Info::handshake, PeerFlag::Greeting},
    FlagPair{Info::seed, PeerFlag::Seed},
    FlagPair{Info::upload_only, PeerFlag::UploadsOnly},
    FlagPair{Info::holepunched, PeerFlag::HolePunched},
    FlagPair{Info::on_parole, PeerFlag::Suspect},
};

struct SourcePair {
    lt::peer_source_flags_t theirs;
    PeerFlag ours;
};
constexpr std::array kSources{
    SourcePair{Info::tracker, PeerFlag::FromTracker},    SourcePair{Info::dht, PeerFlag::FromDht},
    SourcePair{Info::pex, PeerFlag::FromExchange},       SourcePair{Info::lsd, PeerFlag::FromLocal},
    SourcePair{Info::resume_data, PeerFlag::FromMemory},
};

PeerFlags flagsOf(const Info& peer) {
    PeerFlags flags;
    for (const FlagPair& pair : kFlags)
        flags.setFlag(pair.ours, bool(peer.flags & pair.theirs));
    for (const SourcePair& pair : kSources)
        flags.setFlag(pair.ours, bool(peer.source & pair.theirs));
    flags.setFlag(PeerFlag::Incoming, !(peer.flags & Info::outgoing_connection));
    flags.setFlag(PeerFlag::WebSeed, peer.connection_type != Info::standard_bittorrent);
    return flags;
}

/// The part of a peer id that names the program, if it is of the usual kind.
QString programOf(const lt::peer_id& id) {
    constexpr std::size_t kNameLength = 8;
    QString text;
    for (std::size_t i = 0; i < kNameLength; ++i) {
        const auto byte = static_cast<unsigned char>(id[i]);
        text += byte > 0x20 && byte < 0x7f ? QChar(ushort(byte)) : QChar(u'·');
    }
    return id.is_all_zeros() ? QString() : text;
}

/// Of the pieces that we lack, the part that the peer has.
double relevanceOf(const Info& peer, const lt::typed_bitfield<lt::piece_index_t>& have) {
    int missing = 0;
    int useful = 0;
    for (const lt::piece_index_t piece : have.range()) {
        if (have[piece])
            continue;
        ++missing;
        useful += peer.pieces.size() > int(piece) && peer.pieces[piece] ? 1 : 0;
    }
    return missing == 0 ? 0 : double(useful) / missing;
}

QString fileOf(const TorrentEntry& entry, const Info& peer, const lt::torrent_info* info) {
    const lt::piece_index_t piece = peer.downloading_piece_index;
    if (info == nullptr || piece < lt::piece_index_t(0) || piece >= info->end_piece())
        return {};
    const std::int64_t offset = std::int64_t(int(piece)) * info->piece_length() +
                                std::int64_t(std::max(0, peer.downloading_block_index)) * lt::default_block_size;
    const lt::file_storage& files = info->files();
    if (offset >= files.total_size())
        return {};
    return toQString(properPath(entry, currentPath(entry, files, files.file_index_at_offset(offset))));
}

/// libtorrent strikes out a source whose host it does not find; the user, who chose it, does not.
std::set<std::string> webSeedUrls(const TorrentEntry& entry) {
    std::set<std::string> urls = entry.handle.url_seeds();
    for (std::string& url : decodeWebSeeds(entry.record.webSeeds))
        urls.insert(std::move(url));
    return urls;
}

} // namespace

PeersDetails readPeers(const DetailsSource& source) {
    PeersDetails details;
    const lt::torrent_handle& handle = source.entry.handle;
    const auto have = handle.status(lt::torrent_handle::query_pieces).pieces;
    const auto info = source.entry.metadata ? handle.torrent_file() : nullptr;
    for (const Info& peer : source.peers) {
        PeerDetails line;
        line.address = QString::fromStdString(peer.ip.address().to_string());
        line.port = peer.ip.port();
        line.client = oneLine(toQString(peer.client));
        line.peerId = programOf(peer.pid);
        line.flags = flagsOf(peer);
        line.progress = double(peer.progress_ppm) / 1e6;
        line.relevance = relevanceOf(peer, have);
        line.downloadRate = peer.payload_down_speed;
        line.uploadRate = peer.payload_up_speed;
        line.downloaded = peer.total_download;
        line.uploaded = peer.total_upload;
        line.file = fileOf(source.entry, peer, info.get());
        details.peers.append(line);
    }
    return details;
}

WebSeedsDetails readWebSeeds(const DetailsSource& source) {
    WebSeedsDetails details;
    for (const std::string& url : webSeedUrls(source.entry)) {
        WebSeedDetails seed;
        seed.url = toQString(url);
        const std::string host(hostOfUrl(url));
        for (const Info& peer : source.peers) {
            // Which URL it is, libtorrent tells only in the name it gives the "client".
            if (peer.connection_type != Info::web_seed || peer.client.find(host) == std::string::npos)
                continue;
            seed.isConnected = !(peer.flags & (Info::connecting | Info::handshake));
            seed.downloadRate += peer.payload_down_speed;
            seed.downloaded += peer.total_download;
        }
        details.seeds.append(seed);
    }
    return details;
}

} // namespace essaim::engine
