#include "core/refusal.h"

#include <algorithm>

namespace essaim {

std::string_view wordOf(Fault fault) {
    switch (fault) {
    case Fault::Empty:
        return "empty";
    case Fault::TooLarge:
        return "too-large";
    case Fault::Compressed:
        return "compressed";
    case Fault::WebPage:
        return "web-page";
    case Fault::NotBencoded:
        return "not-bencoded";
    case Fault::CutShort:
        return "cut-short";
    case Fault::BytesAfterEnd:
        return "bytes-after-end";
    case Fault::TooDeep:
        return "too-deep";
    case Fault::TooManyValues:
        return "too-many-values";
    case Fault::RepeatedKey:
        return "repeated-key";
    case Fault::NotADictionary:
        return "not-a-dictionary";
    case Fault::NoInfo:
        return "no-info";
    case Fault::UnknownVersion:
        return "unknown-version";
    case Fault::NotMarkedV2:
        return "not-marked-v2";
    case Fault::NoHashes:
        return "no-hashes";
    case Fault::PieceLength:
        return "piece-length";
    case Fault::NoName:
        return "no-name";
    case Fault::UnclearPrivacy:
        return "unclear-privacy";
    case Fault::NeedsCertificate:
        return "needs-certificate";
    case Fault::EmptyName:
        return "empty-name";
    case Fault::LeavesFolder:
        return "leaves-folder";
    case Fault::PathSeparator:
        return "path-separator";
    case Fault::ControlCharacter:
        return "control-character";
    case Fault::NameTooLong:
        return "name-too-long";
    case Fault::PathTooLong:
        return "path-too-long";
    case Fault::PathTooDeep:
        return "path-too-deep";
    case Fault::PathsTooLong:
        return "paths-too-long";
    case Fault::ListedTwice:
        return "listed-twice";
    case Fault::FileAndFolder:
        return "file-and-folder";
    case Fault::OneAndMany:
        return "one-and-many";
    case Fault::NoFileList:
        return "no-file-list";
    case Fault::NoPath:
        return "no-path";
    case Fault::FileSize:
        return "file-size";
    case Fault::TotalSize:
        return "total-size";
    case Fault::TooManyFiles:
        return "too-many-files";
    case Fault::TooMuchPadding:
        return "too-much-padding";
    case Fault::SymbolicLink:
        return "symbolic-link";
    case Fault::NoData:
        return "no-data";
    case Fault::TooManyPieces:
        return "too-many-pieces";
    case Fault::PieceHashes:
        return "piece-hashes";
    case Fault::NoV1Hashes:
        return "no-v1-hashes";
    case Fault::FileTree:
        return "file-tree";
    case Fault::FileHash:
        return "file-hash";
    case Fault::LayerSize:
        return "layer-size";
    case Fault::LayerMissing:
        return "layer-missing";
    case Fault::LayerUnknown:
        return "layer-unknown";
    case Fault::LayerWrong:
        return "layer-wrong";
    case Fault::VersionsDiffer:
        return "versions-differ";
    case Fault::OtherTorrent:
        return "other-torrent";
    case Fault::LibraryDisagrees:
        return "library-disagrees";
    case Fault::SavePath:
        return "save-path";
    case Fault::WholePathTooLong:
        return "whole-path-too-long";
    case Fault::NoSpace:
        return "no-space";
    case Fault::PathTaken:
        return "path-taken";
    case Fault::NoMagnet:
        return "no-magnet";
    case Fault::LinkTooLong:
        return "link-too-long";
    case Fault::BrokenHash:
        return "broken-hash";
    case Fault::NoTopic:
        return "no-topic";
    case Fault::ResumeData:
        return "resume-data";
    }
    return "unknown";
}

std::string describe(const Refusal& refusal) {
    constexpr std::size_t kShown = 80;
    std::string line(wordOf(refusal.fault));
    if (!refusal.name.empty()) {
        std::string name = refusal.name.substr(0, kShown);
        std::ranges::replace_if(name, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
        line += " '" + name + (refusal.name.size() > kShown ? "...'" : "'");
    }
    if (refusal.limit != 0)
        line += " (" + std::to_string(refusal.found) + ", limit " + std::to_string(refusal.limit) + ")";
    else if (refusal.found != 0)
        line += " (" + std::to_string(refusal.found) + ")";
    return line;
}

} // namespace essaim
