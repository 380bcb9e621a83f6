#include "engine/handshake_guard.h"

#include <libtorrent/error_code.hpp>
#include <libtorrent/extensions.hpp>
#include <libtorrent/operations.hpp>
#include <libtorrent/peer_connection_handle.hpp>

namespace essaim::engine {
namespace {

constexpr std::size_t kReservedBytes = 8;
constexpr char kVersion2 = 0x10; ///< in the last reserved byte (BEP 52)

/// One connection; on libtorrent's network thread.
class PeerGuard : public lt::peer_plugin {
public:
    explicit PeerGuard(const lt::peer_connection_handle& peer)
        : m_peer(peer) {}

    /// Before any metadata is exchanged. False: nothing more to do for this connection.
    bool on_handshake(lt::span<const char> reserved) override {
        const bool claimsVersion2 =
            std::size_t(reserved.size()) == kReservedBytes && (reserved[kReservedBytes - 1] & kVersion2) != 0;
        if (claimsVersion2 && !m_peer.is_outgoing())
            m_peer.disconnect(lt::errors::invalid_info_hash, lt::operation_t::bittorrent);
        return false;
    }

private:
    lt::peer_connection_handle m_peer;
};

class TorrentGuard : public lt::torrent_plugin {
public:
    std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle& peer) override {
        return std::make_shared<PeerGuard>(peer);
    }
};

} // namespace

void guardHandshakes(lt::add_torrent_params& params) {
    if (params.info_hashes.has_v2())
        return;
    params.extensions.emplace_back(
        [](const lt::torrent_handle&, lt::client_data_t) { return std::make_shared<TorrentGuard>(); });
}

} // namespace essaim::engine
