// Why a torrent, a link or saved state is refused: one entry per sentence that a user can be told.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace essaim {

enum class Fault : std::uint8_t {
    // The bytes
    Empty,
    TooLarge,      ///< found, limit: bytes
    Compressed,    ///< a gzip, zip, xz or zstd file
    WebPage,       ///< HTML instead of a torrent
    NotBencoded,   ///< found: the byte at which reading ended
    CutShort,      ///< the end came too early; found: bytes that there are
    BytesAfterEnd, ///< found: the byte at which the torrent ends
    TooDeep,       ///< limit: levels
    TooManyValues, ///< limit
    RepeatedKey,   ///< name: the key
    NotADictionary,
    // What the torrent says of itself
    NoInfo,
    UnknownVersion, ///< found
    NotMarkedV2,
    NoHashes,
    PieceLength, ///< found: bytes
    NoName,
    UnclearPrivacy,
    NeedsCertificate,
    // Names
    EmptyName,        ///< name: the path so far
    LeavesFolder,     ///< name
    PathSeparator,    ///< name
    ControlCharacter, ///< name
    NameTooLong,      ///< name; found, limit: bytes
    PathTooLong,      ///< name; found, limit: bytes
    PathTooDeep,      ///< name; found, limit: folders
    PathsTooLong,     ///< limit: bytes of all paths
    ListedTwice,      ///< name
    FileAndFolder,    ///< name
    // Files
    OneAndMany,
    NoFileList,
    NoPath,
    FileSize,       ///< name
    TotalSize,      ///< limit: bytes
    TooManyFiles,   ///< limit
    TooMuchPadding, ///< limit: bytes
    SymbolicLink,   ///< name
    NoData,
    // Hashes
    TooManyPieces, ///< found, limit
    PieceHashes,   ///< found, limit: hashes that there are and that it takes
    NoV1Hashes,    ///< files of version 1 without their hashes
    FileTree,
    FileHash,     ///< name: a file of version 2 without its hash
    LayerSize,    ///< name
    LayerMissing, ///< name
    LayerUnknown, ///< hashes that belong to no file
    LayerWrong,   ///< name: the hashes of the pieces are not those that the file's hash was made of
    VersionsDiffer,
    OtherTorrent,     ///< its hash is not the one that was asked for
    LibraryDisagrees, ///< libtorrent reads other files than we do, or refuses
    // Where it would go
    SavePath,         ///< name
    WholePathTooLong, ///< name; found, limit: bytes
    NoSpace,          ///< found, limit: bytes free and bytes wanted
    PathTaken,        ///< name: a file of another torrent
    // Links
    NoMagnet,
    LinkTooLong, ///< found, limit: characters
    BrokenHash,
    NoTopic,
    // Saved state
    ResumeData,
};

/// A fault with what it is about.
struct Refusal {
    Fault fault = Fault::NotBencoded;
    std::string name = {}; ///< as the torrent has it: any bytes, any length
    std::int64_t found = 0;
    std::int64_t limit = 0;

    bool operator==(const Refusal&) const = default;
};

/// Word of the fault for logs and scripts: "leaves-folder".
[[nodiscard]] std::string_view wordOf(Fault fault);
/// One line of printable ASCII for logs: "name-too-long 'aaaa' (256, limit 255)".
[[nodiscard]] std::string describe(const Refusal& refusal);

} // namespace essaim
