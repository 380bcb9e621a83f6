#include "engine/resume_rules.h"

#include "engine/gate/bencode_rules.h"

#include <algorithm>

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;

constexpr std::int64_t kMaxResumeBytes = 64'000'000;
constexpr std::int64_t kBlockSize = 16 * 1024;

/// Absent, or bytes of exactly this length; the library writes none where it knows nothing.
bool isAbsentOrLong(Value value, std::int64_t size) {
    return !value || (value.string() && (value.string()->empty() || std::int64_t(value.string()->size()) == size));
}

/// The library writes zeros for a hash that the torrent has not got.
bool isNoHash(Value hash) {
    return !hash || (hash.string() && std::ranges::all_of(*hash.string(), [](char c) { return c == 0; }));
}

bool fitsHash(Value resume, const InfoHash& expected) {
    const Value v1 = resume["info-hash"];
    const Value v2 = resume["info-hash2"];
    if (isNoHash(v1) && isNoHash(v2))
        return false;
    const auto fits = [](Value found, const auto& hash) {
        return isNoHash(found) ||
               (found.string() && hash &&
                *found.string() ==
                    std::string_view(reinterpret_cast<const char*>(hash->bytes.data()), hash->bytes.size()));
    };
    return fits(v1, expected.v1) && fits(v2, expected.v2);
}

bool fitsPieces(Value resume, const ResumeFacts& facts) {
    for (const char* bitfield : {"pieces", "piece_priority"}) {
        if (!isAbsentOrLong(resume[bitfield], facts.pieceCount))
            return false;
    }
    bool fits = true;
    const std::int64_t blocks = (facts.pieceLength + kBlockSize - 1) / kBlockSize;
    resume["unfinished"].forEach([&](Value piece) {
        const auto index = piece["piece"].integer();
        fits = fits && index && *index >= 0 && *index < facts.pieceCount &&
               isAbsentOrLong(piece["bitmask"], (blocks + 7) / 8);
    });
    return fits;
}

/// Names that files have on the disk where the torrent calls them otherwise.
bool areInside(Value names, int fileCount) {
    bool areInside = std::int64_t(names.size()) <= fileCount;
    names.forEach([&](Value name) { // empty: as in the torrent
        areInside = areInside && name.string() && (name.string()->empty() || staysInside(*name.string()));
    });
    return areInside;
}

} // namespace

std::optional<Refusal> refusedResume(std::string_view resume, const ResumeFacts& facts) {
    const auto document = readDocument(resume, kMaxResumeBytes);
    if (!document)
        return document.error();
    const Value root = document->root();
    // A torrent of its own would take the place of the one that passed the gate.
    const bool isSound = root["file-format"].string() == "libtorrent resume file" && !root["info"] &&
                         fitsHash(root, facts.infoHash) && fitsPieces(root, facts) &&
                         std::int64_t(root["file_priority"].size()) <= facts.fileCount &&
                         areInside(root["mapped_files"], facts.fileCount);
    return isSound ? std::nullopt : std::optional(Refusal{Fault::ResumeData});
}

bool staysInside(std::string_view path) {
    if (path.empty() || path.contains('\0'))
        return false;
    while (true) {
        const auto slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        if (name.empty() || name == "." || name == "..")
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

} // namespace essaim::engine
