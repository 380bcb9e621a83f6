#include "engine/gate/torrent_gate.h"

#include "engine/gate/address_rules.h"
#include "engine/gate/bencode_rules.h"
#include "engine/gate/info_rules.h"
#include "engine/gate/name_twins.h"
#include "engine/gate/path_rules.h"
#include "engine/gate/v1_rules.h"
#include "engine/gate/v2_rules.h"

#include <libtorrent/hasher.hpp>

namespace essaim::engine {
namespace {

using Value = BencodeDocument::Value;

template <typename Hasher, typename Ours>
Ours hashOf(std::string_view bytes) {
    const auto hash = Hasher(bytes.data(), int(bytes.size())).final();
    Ours ours;
    std::copy(hash.begin(), hash.end(), ours.bytes.begin());
    return ours;
}

InfoHash infoHashOf(Value info, const InfoBasics& basics) {
    InfoHash hash;
    if (basics.hasV1)
        hash.v1 = hashOf<lt::hasher, Sha1Hash>(info.encoded());
    if (basics.hasV2)
        hash.v2 = hashOf<lt::hasher256, Sha256Hash>(info.encoded());
    return hash;
}

bool isExpected(const InfoHash& found, const InfoHash& expected) {
    return (!expected.v1 || expected.v1 == found.v1) && (!expected.v2 || expected.v2 == found.v2);
}

std::expected<std::vector<GateFile>, Refusal> readFiles(Value root, const InfoBasics& basics, GateNotes& notes) {
    const Value info = root["info"];
    noteName(basics.name, notes);
    if (!basics.hasV2)
        return readV1(info, basics, notes);
    auto v2 = readV2(root, basics, notes);
    if (!v2 || !basics.hasV1)
        return v2;
    auto v1 = readV1(info, basics, notes);
    if (v1 && !describeSameFiles(*v1, *v2, basics.pieceLength))
        return std::unexpected(Refusal{Fault::VersionsDiffer});
    return v1;
}

std::int64_t paddingOf(const std::vector<GateFile>& files) {
    std::int64_t padding = 0;
    for (const GateFile& file : files)
        padding += file.isPadding ? file.size : 0;
    return padding;
}

std::expected<GateReport, Refusal>
check(std::string_view torrent, const std::optional<InfoHash>& expected, std::int64_t maxPadding) {
    const auto document = readDocument(torrent, GateLimits::kTorrentBytes);
    if (!document)
        return std::unexpected(document.error());
    const Value root = document->root();
    const Value info = root["info"];
    const auto basics = readInfoBasics(info);
    if (!basics)
        return std::unexpected(basics.error());
    GateReport report;
    report.infoHash = infoHashOf(info, *basics);
    if (expected && !isExpected(report.infoHash, *expected))
        return std::unexpected(Refusal{Fault::OtherTorrent});
    GateNotes notes;
    auto files = readFiles(root, *basics, notes);
    if (!files)
        return std::unexpected(std::move(files.error()));
    report.files = std::move(*files);
    if (paddingOf(report.files) > maxPadding)
        return std::unexpected(Refusal{Fault::TooMuchPadding, {}, 0, maxPadding});
    if (auto refusal = clashingPaths(report.files))
        return std::unexpected(std::move(*refusal));
    noteTwins(report.files, notes);
    if (!document->isCanonical())
        notes.add(TorrentNote::Kind::UnsortedKeys);
    report.source = info["source"].string().value_or("").substr(0, GateLimits::kLabelBytes);
    report.trackers = readTrackers(root, notes);
    report.webSeeds = readWebSeeds(root, notes);
    noteNodes(root, notes);
    report.notes = notes.take();
    return report;
}

} // namespace

Expected<GateReport>
passGate(std::string_view torrent, const std::optional<InfoHash>& expected, std::int64_t maxPadding) {
    auto report = check(torrent, expected, maxPadding);
    if (!report)
        return refused(Operation::OpenTorrent, std::move(report.error()));
    return std::move(*report);
}

} // namespace essaim::engine
