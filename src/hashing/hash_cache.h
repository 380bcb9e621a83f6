// Remembers the hashes of pieces of unchanged files, so that what was hashed once is not read again.
#pragma once

#include "hashing/hash_job.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace essaim::hashing {

/// A file of fixed size, a table of buckets of 4 KiB: no piece costs more than one read, memory holds one bucket, and
/// in a full bucket the entry that was used longest ago makes room. A piece is known by the identities of the files
/// that it lies in and by its place in them; so unchanged files of a new version of a folder are found again wherever
/// pieces begin with files, and in other torrents than their first, too. Damage reads as "not known". Several processes
/// may use one file at a time. One thread per object.
class HashCache {
public:
    static constexpr std::int64_t kDefaultSize = 64 * 1024 * 1024; ///< for about 1.2 million hashes

    /// Opens or makes the file, which grows to `size` bytes at most (a multiple of 4 KiB; a file that is there keeps
    /// its size). Errors: what the system says; then do without.
    [[nodiscard]] static Expected<HashCache> open(const std::string& path, std::int64_t size = kDefaultSize);
    HashCache(HashCache&& other) noexcept;
    HashCache& operator=(HashCache&& other) noexcept;
    ~HashCache();

    /// Fills in what is known and marks those pieces as Known. `identities`: of the job's files.
    void
    lookUp(const HashJob& job, const PieceMap& pieces, std::span<const FileIdentity> identities, HashResult& result);

    /// Keeps every piece whose state is Hashed, and notes that the Known ones were of use. Left out are pieces of files
    /// that changed so shortly before `startedNs` (since 1970: when reading began) that a later change may leave the
    /// same time stamps. Best effort: a full disk loses entries, nothing else.
    void remember(
        const HashJob& job, const PieceMap& pieces, std::span<const FileIdentity> identities, const HashResult& result,
        std::int64_t startedNs);

private:
    explicit HashCache(int descriptor, std::size_t buckets);
    struct Entry;
    struct Bucket;
    using Key = std::array<std::uint8_t, 16>;
    struct Update;

    [[nodiscard]] std::optional<Sha256Hash> find(const Key& key);
    [[nodiscard]] bool load(std::size_t bucket);
    void store(std::span<Update> updates);
    [[nodiscard]] std::size_t bucketOf(const Key& key) const;

    int m_descriptor = -1;
    std::size_t m_buckets = 0;
    std::unique_ptr<Bucket> m_loaded;
    std::size_t m_loadedNumber = SIZE_MAX;
};

} // namespace essaim::hashing
