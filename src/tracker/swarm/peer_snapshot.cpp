#include "tracker/swarm/peer_snapshot.h"

#include "storage/checksum.h"
#include "storage/durable_file.h"
#include "tracker/net/file_descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <system_error>

namespace essaim::tracker {

// A file is a header (magic, Unix seconds, checksum of both) and blocks (size, checksum, bytes); a block is a list of
// swarms, or parts of them, each with its peers. A block without bytes is the last. Numbers are big-endian.
namespace {

constexpr std::string_view kMagic = "EsPeers1";
constexpr std::size_t kHeaderSize = 20;
constexpr std::size_t kBlockHeadSize = 8;
constexpr std::size_t kFullBlock = 256 * 1024;
constexpr std::size_t kMostInBlock = 4 * 1024 * 1024;
constexpr std::uint32_t kSliceBudget = 2000; ///< peers and swarms under one lock

constexpr std::uint8_t kSeed = 1;
constexpr std::uint8_t kPaused = 2;
constexpr std::uint8_t kCompleted = 4;
constexpr std::uint8_t kV6 = 8;
constexpr std::uint8_t kOwned = 16; ///< its owner follows
constexpr std::uint8_t kKnownFlags = kSeed | kPaused | kCompleted | kV6 | kOwned;

template <typename Number>
void put(std::string& out, Number value) {
    for (std::size_t i = sizeof value; i > 0; --i)
        out += static_cast<char>(value >> (8 * (i - 1)));
}

/// Takes numbers off the front; isBroken once there were not enough bytes.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_rest(bytes) {}

    std::string_view take(std::size_t size) {
        if (size > m_rest.size()) {
            isBroken = true;
            return {};
        }
        const auto taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }
    template <typename Number>
    Number number() {
        Number value = 0;
        for (const char byte : take(sizeof(Number)))
            value = static_cast<Number>((static_cast<std::uint64_t>(value) << 8) | static_cast<std::uint8_t>(byte));
        return value;
    }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

    bool isBroken = false;

private:
    std::string_view m_rest;
};

std::string_view textOf(const std::array<std::uint8_t, 16>& bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes.data()), size};
}

void putPeer(std::string& out, const StoredPeer& peer) {
    const auto& address = peer.endpoint.address;
    const auto flags = (peer.isSeed ? kSeed : 0) | (peer.isPaused ? kPaused : 0) |
                       (peer.hasCompleted ? kCompleted : 0) | (address.isV6() ? kV6 : 0) | (peer.owner ? kOwned : 0);
    out += static_cast<char>(flags);
    put(out, static_cast<std::uint16_t>(
                 std::clamp<std::int64_t>(peer.age.count(), 0, std::numeric_limits<std::uint16_t>::max())));
    out += textOf(address.bytes(), address.isV6() ? 16 : 4);
    put(out, peer.endpoint.port);
    if (peer.owner) {
        put(out, static_cast<std::uint64_t>(peer.owner->friendId));
        put(out, peer.owner->client);
    }
}

std::optional<StoredPeer> readPeer(Reader& reader) {
    StoredPeer peer;
    const auto flags = reader.number<std::uint8_t>();
    peer.age = std::chrono::seconds(reader.number<std::uint16_t>());
    std::array<std::uint8_t, 16> bytes{};
    const auto address = reader.take((flags & kV6) != 0 ? 16 : 4);
    std::ranges::copy(address, bytes.begin());
    peer.endpoint.address =
        (flags & kV6) != 0 ? IpAddress::v6(bytes) : IpAddress::v4(bytes[0], bytes[1], bytes[2], bytes[3]);
    peer.endpoint.port = reader.number<std::uint16_t>();
    peer.isSeed = (flags & kSeed) != 0;
    peer.isPaused = (flags & kPaused) != 0;
    peer.hasCompleted = (flags & kCompleted) != 0;
    if ((flags & kOwned) != 0) {
        const auto friendId = static_cast<std::int64_t>(reader.number<std::uint64_t>());
        peer.owner = PeerOwner{friendId, reader.number<std::uint64_t>()};
    }
    if (reader.isBroken || (flags & ~kKnownFlags) != 0)
        return std::nullopt;
    return peer;
}

/// Collects what a store shows of itself into one block.
class Block {
public:
    void addSwarm(const Sha1Hash& infoHash, std::uint32_t completed) {
        finishSwarm();
        m_swarmAt = bytes.size();
        bytes += std::string_view(reinterpret_cast<const char*>(infoHash.bytes.data()), infoHash.bytes.size());
        put(bytes, completed);
        put(bytes, std::uint32_t{0});
        m_peers = 0;
    }
    void addPeer(const StoredPeer& peer) {
        putPeer(bytes, peer);
        ++m_peers;
    }
    /// To be called when nothing more is added: an empty swarm is taken back, the number of peers filled in.
    void finishSwarm() {
        if (!m_swarmAt)
            return;
        if (m_peers == 0)
            bytes.resize(*m_swarmAt);
        else
            for (std::size_t i = 0; i < 4; ++i)
                bytes[*m_swarmAt + 24 + i] = static_cast<char>(m_peers >> (8 * (3 - i)));
        m_swarmAt.reset();
    }

    std::string bytes;

private:
    std::optional<std::size_t> m_swarmAt;
    std::uint32_t m_peers = 0;
};

std::unexpected<Error> failedOn(const std::filesystem::path& file, Operation operation) {
    return std::unexpected(systemError({errno, std::generic_category()}, operation, file.string()));
}

bool writeAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// False at the end of the file and on errors.
bool readAll(int fd, std::string& out, std::size_t size) {
    out.resize(size);
    for (std::size_t done = 0; done < size;) {
        const auto count = ::read(fd, out.data() + done, size - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += static_cast<std::size_t>(count);
    }
    return true;
}

bool writeBlock(int fd, std::string_view bytes) {
    std::string head;
    put(head, static_cast<std::uint32_t>(bytes.size()));
    put(head, storage::crc32c(bytes));
    return writeAll(fd, head) && writeAll(fd, bytes);
}

bool writeStore(int fd, const PeerStore& store, Clock::Monotonic now, std::int64_t unixNow, const OwnerOf& ownerOf) {
    std::string header(kMagic);
    put(header, static_cast<std::uint64_t>(unixNow));
    put(header, storage::crc32c(header));
    if (!writeAll(fd, header))
        return false;
    Block block;
    Sha1Hash swarm;
    PeerStore::SweepCursor cursor;
    for (bool isThrough = false; !isThrough;) {
        const auto seen = store.visit(
            cursor, kSliceBudget, now,
            [&](const Sha1Hash& infoHash, std::uint32_t completed) {
                swarm = infoHash;
                block.addSwarm(infoHash, completed);
            },
            [&](StoredPeer peer) {
                if (ownerOf)
                    peer.owner = ownerOf(swarm, peer.endpoint);
                block.addPeer(peer);
            });
        block.finishSwarm();
        isThrough = seen.isThrough;
        if (block.bytes.empty() || (block.bytes.size() < kFullBlock && !isThrough))
            continue;
        if (!writeBlock(fd, block.bytes))
            return false;
        block.bytes.clear();
    }
    return writeBlock(fd, {});
}

} // namespace

Expected<void> savePeers(
    const PeerStore& store, const std::filesystem::path& file, Clock::Monotonic now, std::int64_t unixNow,
    const OwnerOf& ownerOf) {
    const auto fresh = std::filesystem::path(file.string() + ".new");
    const FileDescriptor out(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!out.isOpen())
        return failedOn(file, Operation::WriteFile);
    if (!writeStore(out.get(), store, now, unixNow, ownerOf) || ::fdatasync(out.get()) != 0 ||
        ::rename(fresh.c_str(), file.c_str()) != 0) {
        auto error = failedOn(file, Operation::WriteFile);
        ::unlink(fresh.c_str());
        return error;
    }
    return storage::syncFolder(file.parent_path());
}

bool readPeerBlock(std::string_view block, const VisitRestored& visit) {
    Reader reader(block);
    while (!reader.isAtEnd()) {
        const auto hash = Sha1Hash::fromBytes(reader.take(20));
        const auto completed = reader.number<std::uint32_t>();
        const auto count = reader.number<std::uint32_t>();
        if (reader.isBroken || !hash || count == 0)
            return false;
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto peer = readPeer(reader);
            if (!peer)
                return false;
            visit(*hash, completed, *peer);
        }
    }
    return true;
}

Expected<RestoredPeers> restorePeers(
    PeerStore& store, const std::filesystem::path& file, Clock::Monotonic now, std::int64_t unixNow,
    std::chrono::seconds timeout, bool onlyHosted, const MayComeBack& mayComeBack) {
    const FileDescriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!in.isOpen())
        return failedOn(file, Operation::ReadFile);
    std::string bytes;
    if (!readAll(in.get(), bytes, kHeaderSize) || !bytes.starts_with(kMagic) ||
        Reader(std::string_view(bytes).substr(16)).number<std::uint32_t>() !=
            storage::crc32c(std::string_view(bytes).substr(0, 16)))
        return failure(ErrorKind::Unsupported, Operation::ReadFile, file.string(), "this is no list of peers");
    const auto savedAt = Reader(std::string_view(bytes).substr(8)).number<std::uint64_t>();
    const auto away = std::max<std::int64_t>(unixNow - static_cast<std::int64_t>(savedAt), 0);

    RestoredPeers result;
    const auto restoreOne = [&](const Sha1Hash& infoHash, std::uint32_t completed, StoredPeer peer) {
        if (away > timeout.count() - peer.age.count())
            return;
        peer.age += std::chrono::seconds(away);
        if (mayComeBack && !mayComeBack(infoHash, peer))
            return;
        result.restored += store.restore(infoHash, completed, peer, onlyHosted, now) ? 1 : 0;
    };
    for (;;) {
        result.isDamaged = true;
        if (!readAll(in.get(), bytes, kBlockHeadSize))
            return result;
        Reader head(bytes);
        const auto size = head.number<std::uint32_t>();
        const auto checksum = head.number<std::uint32_t>();
        if (size > kMostInBlock || !readAll(in.get(), bytes, size) || storage::crc32c(bytes) != checksum ||
            !readPeerBlock(bytes, restoreOne))
            return result;
        result.isDamaged = false;
        if (size == 0)
            return result;
    }
}

} // namespace essaim::tracker
