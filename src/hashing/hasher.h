// Reads files once and computes the SHA-1 and the tree of SHA-256 of their pieces, on all processors.
#pragma once

#include "hashing/hash_job.h"

#include <memory>

namespace essaim::hashing {

/// Called on the thread of Hasher::run(), at the start, at the end and about twenty times a second; false cancels.
using HashWatcher = std::function<bool(const HashStatus&)>;

/// One run over one job. Each of its threads takes pieces from the front, works on up to sixteen at once, one in each
/// lane of the vector registers, and holds half a megabyte of buffers, whatever the input.
class Hasher {
public:
    /// `job` and `pieces` (of that job) outlive the hasher.
    Hasher(const HashJob& job, const PieceMap& pieces);
    ~Hasher();

    /// Blocks the calling thread. Fills in every piece whose state is Missing; those that are Known stay. `control` may
    /// be used from any thread meanwhile: a cancel returns within a tenth of a second, unless the disk itself hangs.
    /// Errors: Cancelled; what the system says about a file that cannot be opened or read; Busy: a file is shorter than
    /// the job says.
    [[nodiscard]] Expected<void> run(HashResult& result, HashControl& control, const HashWatcher& watcher = {});

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hashing
