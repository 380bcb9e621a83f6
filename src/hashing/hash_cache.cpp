#include "hashing/hash_cache.h"

#include "hashing/digests.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace essaim::hashing {
namespace {

constexpr std::size_t kBucketSize = 4096;
constexpr std::int64_t kFineClockNs = 100'000'000; ///< the kernel's time stamps advance in steps of some milliseconds
constexpr std::int64_t kCoarseClockNs = 2'000'000'000; ///< FAT counts in steps of two seconds

Sha256Hash sha256Of(std::span<const std::uint8_t> bytes) {
    Sha256State state;
    const std::size_t whole = bytes.size() / kBlock;
    const MessageEnd end(bytes.subspan(whole * kBlock), bytes.size());
    std::array runs{Sha256Run{&state, bytes.data(), whole}};
    advance(runs, {});
    runs = {Sha256Run{&state, end.bytes.data(), end.blocks}};
    advance(runs, {});
    return state.digest();
}

std::uint32_t daysNow() {
    constexpr std::int64_t kDay = 86'400;
    return std::uint32_t(std::time(nullptr) / kDay);
}

/// Whether time stamps of this file tell a change after `startedNs` from the state that was seen.
bool isSettled(const FileIdentity& identity, std::int64_t startedNs) {
    const bool isCoarse = identity.modifiedNs % 1'000'000'000 == 0 && identity.changedNs % 1'000'000'000 == 0;
    const std::int64_t quiet = isCoarse ? kCoarseClockNs : kFineClockNs;
    return std::max(identity.modifiedNs, identity.changedNs) + quiet <= startedNs;
}

} // namespace

struct HashCache::Entry {
    Key key;
    std::uint32_t usedOnDay; ///< 0 = empty
    std::array<std::uint8_t, 32> hash;
};

/// As it stands in the file.
struct HashCache::Bucket {
    static constexpr std::size_t kEntries = (kBucketSize - 32) / sizeof(Entry);
    std::array<std::uint8_t, 32> checksum; ///< over `entries`
    std::array<Entry, kEntries> entries;
    std::array<std::uint8_t, kBucketSize - 32 - kEntries * sizeof(Entry)> rest;

    [[nodiscard]] std::array<std::uint8_t, 32> sum() const {
        return sha256Of({reinterpret_cast<const std::uint8_t*>(entries.data()), sizeof entries}).bytes;
    }
};

struct HashCache::Update {
    Key key;
    Sha256Hash hash;
    std::size_t bucket;
};

namespace {

/// Describes the content of a piece: equal descriptions, equal hashes.
class PieceName {
public:
    explicit PieceName(char function) { add(std::uint64_t(function)); }
    void add(std::uint64_t number) {
        const auto at = m_bytes.size();
        m_bytes.resize(at + sizeof number);
        std::memcpy(m_bytes.data() + at, &number, sizeof number);
    }
    [[nodiscard]] std::array<std::uint8_t, 16> key() const {
        const Sha256Hash hash = sha256Of(m_bytes);
        std::array<std::uint8_t, 16> key{};
        std::copy_n(hash.bytes.begin(), key.size(), key.begin());
        return key;
    }

private:
    std::vector<std::uint8_t> m_bytes;
};

void addSegments(PieceName& name, const PieceMap& pieces, std::size_t piece, std::span<const FileIdentity> identities) {
    for (const HashSegment& segment : pieces.segmentsOf(piece)) {
        const FileIdentity& file = identities[segment.file];
        for (const std::uint64_t number :
             {file.device, file.inode, std::uint64_t(file.size), std::uint64_t(file.modifiedNs),
              std::uint64_t(file.changedNs), std::uint64_t(segment.offset), std::uint64_t(segment.length)})
            name.add(number);
    }
}

std::array<std::uint8_t, 16>
sha1Key(const PieceMap& pieces, std::size_t piece, std::span<const FileIdentity> identities) {
    PieceName name('1');
    name.add(std::uint64_t(pieces.paddingOf(piece)));
    addSegments(name, pieces, piece, identities);
    return name.key();
}

std::array<std::uint8_t, 16>
sha256Key(const HashJob& job, const PieceMap& pieces, std::size_t piece, std::span<const FileIdentity> identities) {
    PieceName name('2');
    // The root of a file of one piece does not depend on how long pieces are.
    const bool isAlone = pieces.piecesOf(pieces.segmentsOf(piece).front().file) == 1;
    name.add(isAlone ? 0 : std::uint64_t(job.pieceLength));
    addSegments(name, pieces, piece, identities);
    return name.key();
}

bool isSettledPiece(
    const PieceMap& pieces, std::size_t piece, std::span<const FileIdentity> identities, std::int64_t startedNs) {
    return std::ranges::all_of(pieces.segmentsOf(piece), [&](const HashSegment& segment) {
        return isSettled(identities[segment.file], startedNs);
    });
}

Sha256Hash widened(const Sha1Hash& hash) {
    Sha256Hash wide;
    std::ranges::copy(hash.bytes, wide.bytes.begin());
    return wide;
}

Sha1Hash narrowed(const Sha256Hash& wide) {
    Sha1Hash hash;
    std::copy_n(wide.bytes.begin(), hash.bytes.size(), hash.bytes.begin());
    return hash;
}

} // namespace

HashCache::HashCache(int descriptor, std::size_t buckets)
    : m_descriptor(descriptor)
    , m_buckets(buckets)
    , m_loaded(std::make_unique<Bucket>()) {}

HashCache::HashCache(HashCache&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_buckets(other.m_buckets)
    , m_loaded(std::move(other.m_loaded))
    , m_loadedNumber(other.m_loadedNumber) {}

HashCache& HashCache::operator=(HashCache&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_buckets, other.m_buckets);
    std::swap(m_loaded, other.m_loaded);
    std::swap(m_loadedNumber, other.m_loadedNumber);
    return *this;
}

HashCache::~HashCache() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Expected<HashCache> HashCache::open(const std::string& path, std::int64_t size) {
    static_assert(sizeof(Bucket) == kBucketSize);
    const auto fail = [&path](int descriptor) {
        const std::error_code code(errno, std::system_category());
        if (descriptor >= 0)
            ::close(descriptor);
        return std::unexpected(systemError(code, Operation::OpenStore, path));
    };
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    struct stat status{};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
        return fail(descriptor);
    const auto wanted = std::int64_t(std::max<std::int64_t>(1, size / std::int64_t(kBucketSize)) * kBucketSize);
    // Empty, or not one of ours: a hole, which takes room on the disk only where something is written.
    if (status.st_size <= 0 || status.st_size % std::int64_t(kBucketSize) != 0) {
        if (::ftruncate(descriptor, 0) != 0 || ::ftruncate(descriptor, wanted) != 0)
            return fail(descriptor);
        status.st_size = wanted;
    }
    return HashCache(descriptor, std::size_t(status.st_size) / kBucketSize);
}

std::size_t HashCache::bucketOf(const Key& key) const {
    std::uint64_t number = 0;
    std::memcpy(&number, key.data(), sizeof number);
    return std::size_t(number % m_buckets);
}

bool HashCache::load(std::size_t bucket) {
    if (m_loadedNumber == bucket)
        return true;
    m_loadedNumber = SIZE_MAX;
    const auto count = ::pread(m_descriptor, m_loaded.get(), kBucketSize, off_t(bucket * kBucketSize));
    if (count != ssize_t(kBucketSize))
        return false;
    const bool isEmpty = std::ranges::all_of(m_loaded->checksum, [](std::uint8_t byte) { return byte == 0; });
    if (isEmpty || m_loaded->checksum != m_loaded->sum())
        *m_loaded = Bucket{};
    m_loadedNumber = bucket;
    return true;
}

std::optional<Sha256Hash> HashCache::find(const Key& key) {
    if (!load(bucketOf(key)))
        return std::nullopt;
    for (const Entry& entry : m_loaded->entries) {
        if (entry.usedOnDay != 0 && entry.key == key)
            return Sha256Hash{entry.hash};
    }
    return std::nullopt;
}

void HashCache::lookUp(
    const HashJob& job, const PieceMap& pieces, std::span<const FileIdentity> identities, HashResult& result) {
    ::flock(m_descriptor, LOCK_SH);
    m_loadedNumber = SIZE_MAX; // another process may have written since
    for (std::size_t piece = 0; piece < pieces.pieceCount(); ++piece) {
        std::optional<Sha256Hash> sha1;
        std::optional<Sha256Hash> sha256;
        if (job.wantsSha1 && !(sha1 = find(sha1Key(pieces, piece, identities))))
            continue;
        if (job.wantsSha256 && !(sha256 = find(sha256Key(job, pieces, piece, identities))))
            continue;
        if (sha1)
            result.sha1[piece] = narrowed(*sha1);
        if (sha256)
            result.sha256[piece] = *sha256;
        result.states[piece] = HashResult::State::Known;
    }
    ::flock(m_descriptor, LOCK_UN);
}

void HashCache::remember(
    const HashJob& job, const PieceMap& pieces, std::span<const FileIdentity> identities, const HashResult& result,
    std::int64_t startedNs) {
    using State = HashResult::State;
    // In portions, so that memory does not grow with the torrent.
    constexpr std::size_t kPortion = 65'536;
    std::vector<Update> updates;
    const auto add = [&](const Key& key, const Sha256Hash& hash) { updates.push_back({key, hash, bucketOf(key)}); };
    for (std::size_t piece = 0; piece < pieces.pieceCount(); ++piece) {
        const State state = result.stateOf(piece);
        const bool isNew = state == State::Hashed && isSettledPiece(pieces, piece, identities, startedNs);
        if (state != State::Known && !isNew)
            continue;
        if (job.wantsSha1)
            add(sha1Key(pieces, piece, identities), widened(result.sha1[piece]));
        if (job.wantsSha256)
            add(sha256Key(job, pieces, piece, identities), result.sha256[piece]);
        if (updates.size() >= kPortion) {
            store(updates);
            updates.clear();
        }
    }
    store(updates);
}

void HashCache::store(std::span<Update> updates) {
    std::ranges::sort(updates, {}, &Update::bucket);
    ::flock(m_descriptor, LOCK_EX);
    m_loadedNumber = SIZE_MAX;
    const std::uint32_t today = daysNow();
    for (auto update = updates.begin(); update != updates.end();) {
        const std::size_t number = update->bucket;
        if (!load(number))
            break;
        bool isChanged = false;
        for (; update != updates.end() && update->bucket == number; ++update) {
            auto place = std::ranges::find_if(m_loaded->entries, [&](const Entry& entry) {
                return entry.usedOnDay != 0 && entry.key == update->key;
            });
            if (place == m_loaded->entries.end())
                place = std::ranges::min_element(m_loaded->entries, {}, &Entry::usedOnDay);
            if (place->key == update->key && place->usedOnDay == today && place->hash == update->hash.bytes)
                continue;
            *place = {update->key, today, update->hash.bytes};
            isChanged = true;
        }
        if (!isChanged)
            continue;
        m_loaded->checksum = m_loaded->sum();
        if (::pwrite(m_descriptor, m_loaded.get(), kBucketSize, off_t(number * kBucketSize)) != ssize_t(kBucketSize))
            break;
    }
    m_loadedNumber = SIZE_MAX;
    ::flock(m_descriptor, LOCK_UN);
}

} // namespace essaim::hashing
