#include "engine/gate/v1_rules.h"

#include "engine/gate/file_counter.h"
#include "engine/gate/path_rules.h"

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;
using MaybeRefusal = std::optional<Refusal>;

/// Parts of one file's path behind the torrent's name.
MaybeRefusal readPath(Value file, std::string& path, GateNotes& notes) {
    const Value parts = preferUtf8(file, "path");
    const bool isPadding = file["attr"].string().value_or("").contains('p');
    if (!parts && isPadding) { // needs none: it is never written
        path += "/.pad/" + std::to_string(file["length"].integer().value_or(0));
        return std::nullopt;
    }
    if (!parts.is(Type::List) || parts.size() == 0)
        return Refusal{Fault::NoPath};
    MaybeRefusal refusal;
    parts.forEach([&](Value part) {
        if (refusal)
            return;
        if (!part.is(Type::String)) {
            refusal = Refusal{Fault::NoPath};
            return;
        }
        refusal = refusedName(*part.string());
        if (refusal)
            return;
        noteName(*part.string(), notes);
        path.append("/").append(*part.string());
    });
    return refusal;
}

MaybeRefusal readFile(Value file, const InfoBasics& basics, FileCounter& files, GateNotes& notes) {
    if (!file.is(Type::Dictionary))
        return Refusal{Fault::NoFileList};
    std::string path(basics.name);
    if (auto refusal = readPath(file, path, notes))
        return refusal;
    return files.add(std::move(path), file["length"], file["attr"]);
}

MaybeRefusal readFiles(Value info, const InfoBasics& basics, FileCounter& files, GateNotes& notes) {
    const Value list = info["files"];
    if (list && info["length"])
        return Refusal{Fault::OneAndMany};
    if (!list)
        return files.add(std::string(basics.name), info["length"], info["attr"]);
    if (!list.is(Type::List))
        return Refusal{Fault::NoFileList};
    MaybeRefusal refusal;
    list.forEach([&](Value file) {
        if (!refusal)
            refusal = readFile(file, basics, files, notes);
    });
    return refusal;
}

MaybeRefusal checkHashes(Value info, const InfoBasics& basics, std::int64_t total) {
    if (total == 0)
        return Refusal{Fault::NoData};
    const std::int64_t pieces = (total + basics.pieceLength - 1) / basics.pieceLength;
    if (pieces > GateLimits::kPieces)
        return Refusal{Fault::TooManyPieces, {}, pieces, GateLimits::kPieces};
    const auto hashes = info["pieces"].string();
    if (!hashes || std::int64_t(hashes->size()) != pieces * 20)
        return Refusal{Fault::PieceHashes, {}, hashes ? std::int64_t(hashes->size()) / 20 : 0, pieces};
    return std::nullopt;
}

} // namespace

std::expected<std::vector<GateFile>, Refusal> readV1(Value info, const InfoBasics& basics, GateNotes& notes) {
    FileCounter files;
    if (auto refusal = readFiles(info, basics, files, notes))
        return std::unexpected(std::move(*refusal));
    if (auto refusal = checkHashes(info, basics, files.total()))
        return std::unexpected(std::move(*refusal));
    return std::move(files.files());
}

} // namespace essaim::engine
