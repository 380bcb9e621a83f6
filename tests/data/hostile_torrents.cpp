#include "data/hostile_torrents.h"

#include <map>

namespace essaim::test {

std::vector<HostileSample> hostileTorrents(std::uint32_t seed) {
    constexpr std::uint32_t kApart = 10'000; // so that no two torrents share a hash
    std::vector<HostileSample> samples;
    addHostileBytes(samples, seed);
    addHostileNames(samples, seed + kApart);
    addHostileStructure(samples, seed + 2 * kApart);
    addHostileHashes(samples, seed + 3 * kApart);
    addHostileAddresses(samples, seed + 4 * kApart);
    return samples;
}

std::string_view wordsOfSentence(Fault fault) {
    static const std::map<Fault, std::string_view> kWords{
        {Fault::Empty, "file is empty"},
        {Fault::TooLarge, "at most 32.0 MB are read"},
        {Fault::Compressed, "compressed file"},
        {Fault::WebPage, "web page"},
        {Fault::NotBencoded, "cannot be read from byte"},
        {Fault::CutShort, "cut short"},
        {Fault::BytesAfterEnd, "something else behind its end"},
        {Fault::TooDeep, "levels deep"},
        {Fault::TooManyValues, "values"},
        {Fault::RepeatedKey, "twice, and programs differ"},
        {Fault::NotADictionary, "well-formed, but"},
        {Fault::NoInfo, "names its files is missing"},
        {Fault::UnknownVersion, "not known here"},
        {Fault::NotMarkedV2, "not marked as one"},
        {Fault::NoHashes, "no hashes to check"},
        {Fault::PieceLength, "power of two"},
        {Fault::NoName, "has no name."},
        {Fault::UnclearPrivacy, "private"},
        {Fault::NeedsCertificate, "certificate"},
        {Fault::EmptyName, "no name that could be shown"},
        {Fault::LeavesFolder, "would leave the folder"},
        {Fault::PathSeparator, "slash or backslash"},
        {Fault::ControlCharacter, "control character"},
        {Fault::NameTooLong, "file systems store at most 255"},
        {Fault::PathTooLong, "at most 3,000 are accepted"},
        {Fault::PathTooDeep, "leads through"},
        {Fault::ListedTwice, "It lists the file"},
        {Fault::FileAndFolder, "to be a file and a folder"},
        {Fault::OneAndMany, "at the same time"},
        {Fault::NoFileList, "list of files is damaged"},
        {Fault::NoPath, "has no path"},
        {Fault::FileSize, "missing or impossible"},
        {Fault::TotalSize, "files are larger than"},
        {Fault::TooManyFiles, "more than 100,000 files"},
        {Fault::TooMuchPadding, "padding"},
        {Fault::SymbolicLink, "link to another file"},
        {Fault::NoData, "nothing in it to download"},
        {Fault::TooManyPieces, "is cut into"},
        {Fault::PieceHashes, "has hashes for"},
        {Fault::NoV1Hashes, "without the hashes"},
        {Fault::FileTree, "tree of files"},
        {Fault::FileHash, "The hash of"},
        {Fault::LayerSize, "does not fit its size"},
        {Fault::LayerMissing, "hashes of the pieces of"},
        {Fault::LayerUnknown, "does not list"},
        {Fault::LayerWrong, "not those of the file"},
        {Fault::VersionsDiffer, "other files for new programs"},
        {Fault::NoMagnet, "does not begin with"},
        {Fault::LinkTooLong, "link is longer than"},
        {Fault::BrokenHash, "hash in the link"},
        {Fault::NoTopic, "names no torrent"},
    };
    const auto found = kWords.find(fault);
    return found == kWords.end() ? std::string_view() : found->second;
}

} // namespace essaim::test
