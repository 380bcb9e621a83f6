#include "engine/gate/info_rules.h"

#include "engine/gate/gate_limits.h"
#include "engine/gate/path_rules.h"

#include <bit>
#include <optional>
#include <string>

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;

/// Which versions of the format it follows (BEP 3, BEP 52).
std::optional<Refusal> readVersions(Value info, InfoBasics& basics) {
    const bool hasV1Files = info["files"] || info["length"];
    basics.hasV1 = bool(info["pieces"]);
    basics.hasV2 = bool(info["file tree"]);
    const Value version = info["meta version"];
    if (version && version.integer() != 1 && version.integer() != 2)
        return Refusal{Fault::UnknownVersion, {}, version.integer().value_or(0)};
    if (basics.hasV2 && version.integer() != 2)
        return Refusal{Fault::NotMarkedV2};
    if (!basics.hasV2 && version.integer() == 2)
        return Refusal{Fault::FileTree};
    // The library would take such a torrent and read its hashes from memory that is not there.
    if (hasV1Files && !basics.hasV1)
        return Refusal{Fault::NoV1Hashes};
    if (!basics.hasV1 && !basics.hasV2)
        return Refusal{Fault::NoHashes};
    return std::nullopt;
}

std::optional<Refusal> readPieceLength(Value info, InfoBasics& basics) {
    basics.pieceLength = info["piece length"].integer().value_or(0);
    if (basics.pieceLength < GateLimits::kMinPieceLength || basics.pieceLength > GateLimits::kMaxPieceLength ||
        !std::has_single_bit(std::uint64_t(basics.pieceLength)))
        return Refusal{Fault::PieceLength, {}, basics.pieceLength};
    return std::nullopt;
}

} // namespace

Value preferUtf8(Value dictionary, std::string_view key) {
    const Value utf8 = dictionary[std::string(key) + ".utf-8"];
    return utf8 ? utf8 : dictionary[key];
}

std::expected<InfoBasics, Refusal> readInfoBasics(Value info) {
    if (!info.is(Type::Dictionary))
        return std::unexpected(Refusal{Fault::NoInfo});
    InfoBasics basics;
    if (auto refusal = readVersions(info, basics))
        return std::unexpected(std::move(*refusal));
    if (auto refusal = readPieceLength(info, basics))
        return std::unexpected(std::move(*refusal));
    const Value name = preferUtf8(info, "name");
    if (!name.is(Type::String))
        return std::unexpected(Refusal{Fault::NoName});
    basics.name = *name.string();
    if (auto refusal = refusedName(basics.name))
        return std::unexpected(std::move(*refusal));
    // What is no number would be read as "not private": then it would be made known to everybody.
    if (const Value isPrivate = info["private"]; isPrivate && isPrivate.integer() != 0 && isPrivate.integer() != 1)
        return std::unexpected(Refusal{Fault::UnclearPrivacy});
    if (info["ssl-cert"])
        return std::unexpected(Refusal{Fault::NeedsCertificate});
    return basics;
}

} // namespace essaim::engine
