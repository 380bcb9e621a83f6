// Expected failures as values: what was tried, on what, why it failed.
#pragma once

#include "core/refusal.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace essaim {

/// Why something failed, in the few classes that change what a user does next.
enum class ErrorKind : std::uint8_t {
    InvalidData,      ///< the bytes or words given are not what they should be
    NotFound,         ///< a file, torrent or host does not exist
    PermissionDenied, ///< the system refused
    DiskFull,         ///< no space left, or a quota is used up
    AlreadyExists,    ///< it is there already, or something else stands in its place
    AddressInUse,     ///< another program has the port
    Network,          ///< a connection failed
    Timeout,          ///< no answer in time
    Cancelled,        ///< the user stopped it
    Unsupported,      ///< well-formed, but this version cannot do it
    ReadOnly,         ///< the file system cannot be written
    Busy,             ///< another instance or job holds it
    Database,         ///< the store answered with an error of its own
    Internal,         ///< a failure that should not happen; the detail says what was seen
};

/// What was being tried. One entry per sentence that the window can show.
enum class Operation : std::uint8_t {
    None,
    ReadFile,
    WriteFile,
    CreateDirectory,
    OpenTorrent,   ///< decode and check a .torrent
    OpenMagnet,    ///< decode a magnet link
    FetchTorrent,  ///< download a .torrent over HTTP
    FetchMetadata, ///< get the info dictionary from peers
    AddTorrent,
    CreateTorrent,
    CheckTorrent,
    DownloadTorrent, ///< disk errors while a torrent runs
    RemoveFiles,
    RenameFile,   ///< of a torrent
    EditTorrent,  ///< what the user changes in its details
    MoveFiles,    ///< to another folder, or back
    RestoreFiles, ///< bring back what was removed
    UseFiles,     ///< download to where files are already
    OpenStore,    ///< open or migrate a database
    SaveStore,
    OpenBackup, ///< read a copy of a database
    SaveBackup,
    ListenHttp,  ///< embedded tracker, TCP
    ListenUdp,   ///< embedded tracker, UDP
    ListenPeers, ///< the client's own port
    ReadConfiguration,
    StartSession,
};

/// One failure. `subject` names what it is about (a path, URL, address) and never holds a secret;
/// `detail` is the technical reason in English (system text, byte offset).
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    Operation operation = Operation::None;
    std::string subject;
    std::string detail;
    /// What exactly is wrong with a torrent, a link or saved state; `detail` is then its describe().
    std::optional<Refusal> refusal = std::nullopt;

    bool operator==(const Error&) const = default;
};

template <typename T>
using Expected = std::expected<T, Error>;

/// Shorthand for `return failure(...)` in functions that return Expected.
[[nodiscard]] inline std::unexpected<Error>
failure(ErrorKind kind, Operation operation, std::string subject = {}, std::string detail = {}) {
    return std::unexpected(Error{kind, operation, std::move(subject), std::move(detail)});
}

/// Shorthand for `return refused(...)`: InvalidData with its exact reason.
[[nodiscard]] inline std::unexpected<Error> refused(Operation operation, Refusal refusal, std::string subject = {}) {
    std::string detail = describe(refusal);
    return std::unexpected(
        Error{ErrorKind::InvalidData, operation, std::move(subject), std::move(detail), std::move(refusal)});
}

/// Class of a system error (errno or std::filesystem).
[[nodiscard]] ErrorKind errorKindOf(const std::error_code& code);

[[nodiscard]] Error systemError(const std::error_code& code, Operation operation, std::string subject);

/// One English line for logs and for programs without Qt: "cannot write /x/y: no space left on the disk".
[[nodiscard]] std::string describe(const Error& error);

} // namespace essaim
