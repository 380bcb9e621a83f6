// From hashes to the bytes of a .torrent (BEP 3, 12, 19, 27, 47, 52). Private to the engine.
#pragma once

#include "engine/creation_plan.h"
#include "hashing/hash_job.h"

namespace essaim::engine {

/// The job that hashes the plan as the request wants it. The paths on the disk go over to it; the plan must outlive it.
[[nodiscard]] hashing::HashJob hashJobOf(const CreateTorrentRequest& request, CreationPlan& plan);

/// Every piece of `result` is hashed. The info dictionary has nothing but what the content and the request's name,
/// source, private and format say: the same gives the same info-hash. `createdAt`: since 1970, 0 = not stated.
[[nodiscard]] std::string buildTorrent(
    const CreateTorrentRequest& request, const CreationPlan& plan, const hashing::HashJob& job,
    const hashing::PieceMap& pieces, const hashing::HashResult& result, std::int64_t createdAt);

} // namespace essaim::engine
