// Classes of system errors, and one English line per failure.
#include "core/error.h"

#include <array>
#include <cerrno>

namespace essaim {

namespace {

/// "cannot <verb> <subject>"; `noun` stands in where a failure has no subject.
struct OperationWords {
    std::string_view verb;
    std::string_view noun;
};

OperationWords wordsOf(Operation operation) {
    switch (operation) {
    case Operation::None:
        return {"cannot use", "the input"};
    case Operation::ReadFile:
        return {"cannot read", "the file"};
    case Operation::WriteFile:
        return {"cannot write", "the file"};
    case Operation::CreateDirectory:
        return {"cannot create the directory", "that was asked for"};
    case Operation::OpenTorrent:
        return {"cannot open the torrent", "file"};
    case Operation::OpenMagnet:
        return {"cannot open the magnet link", "that was given"};
    case Operation::FetchTorrent:
        return {"cannot fetch the torrent", "file"};
    case Operation::FetchMetadata:
        return {"cannot get the metadata of", "the torrent"};
    case Operation::AddTorrent:
        return {"cannot add", "the torrent"};
    case Operation::CreateTorrent:
        return {"cannot create a torrent from", "the files"};
    case Operation::CheckTorrent:
        return {"cannot check", "the torrent"};
    case Operation::DownloadTorrent:
        return {"cannot go on with", "the transfer"};
    case Operation::RemoveFiles:
        return {"cannot remove", "the files"};
    case Operation::RenameFile:
        return {"cannot give a new name to", "the file"};
    case Operation::EditTorrent:
        return {"cannot change", "the torrent"};
    case Operation::MoveFiles:
        return {"cannot move", "the files"};
    case Operation::RestoreFiles:
        return {"cannot bring back", "the files"};
    case Operation::UseFiles:
        return {"cannot download to", "where files are already"};
    case Operation::OpenStore:
        return {"cannot open the database", "of the profile"};
    case Operation::SaveStore:
        return {"cannot save to the database", "of the profile"};
    case Operation::OpenBackup:
        return {"cannot read the backup", "of the database"};
    case Operation::SaveBackup:
        return {"cannot save the backup", "of the database"};
    case Operation::ListenHttp:
        return {"cannot listen for HTTP announces on", "the port"};
    case Operation::ListenUdp:
        return {"cannot listen for UDP announces on", "the port"};
    case Operation::ListenPeers:
        return {"cannot listen for peers on", "the port"};
    case Operation::ReadConfiguration:
        return {"cannot read the configuration", "file"};
    case Operation::StartSession:
        return {"cannot start", "the BitTorrent session"};
    }
    return {"cannot do", "what was asked for"};
}

std::string_view reasonOf(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidData:
        return "the data is not valid";
    case ErrorKind::NotFound:
        return "it does not exist";
    case ErrorKind::PermissionDenied:
        return "permission denied";
    case ErrorKind::DiskFull:
        return "no space left on the disk";
    case ErrorKind::AlreadyExists:
        return "it exists already";
    case ErrorKind::AddressInUse:
        return "another program uses the port";
    case ErrorKind::Network:
        return "the connection failed";
    case ErrorKind::Timeout:
        return "no answer in time";
    case ErrorKind::Cancelled:
        return "it was cancelled";
    case ErrorKind::Unsupported:
        return "this version does not support it";
    case ErrorKind::ReadOnly:
        return "the file system is read-only";
    case ErrorKind::Busy:
        return "something else is using it";
    case ErrorKind::Database:
        return "the database reported an error";
    case ErrorKind::Internal:
        return "internal error";
    }
    return "unknown reason";
}

struct SystemErrorClass {
    std::errc code;
    ErrorKind kind;
};

constexpr std::array kSystemErrors{
    SystemErrorClass{std::errc::no_such_file_or_directory, ErrorKind::NotFound},
    SystemErrorClass{std::errc::no_such_device, ErrorKind::NotFound},
    SystemErrorClass{std::errc::not_a_directory, ErrorKind::NotFound},
    SystemErrorClass{std::errc::permission_denied, ErrorKind::PermissionDenied},
    SystemErrorClass{std::errc::operation_not_permitted, ErrorKind::PermissionDenied},
    SystemErrorClass{std::errc::no_space_on_device, ErrorKind::DiskFull},
    SystemErrorClass{std::errc::file_too_large, ErrorKind::DiskFull},
    SystemErrorClass{std::errc::file_exists, ErrorKind::AlreadyExists},
    SystemErrorClass{std::errc::is_a_directory, ErrorKind::AlreadyExists},
    SystemErrorClass{std::errc::directory_not_empty, ErrorKind::AlreadyExists},
    SystemErrorClass{std::errc::address_in_use, ErrorKind::AddressInUse},
    SystemErrorClass{std::errc::read_only_file_system, ErrorKind::ReadOnly},
    SystemErrorClass{std::errc::device_or_resource_busy, ErrorKind::Busy},
    SystemErrorClass{std::errc::text_file_busy, ErrorKind::Busy},
    SystemErrorClass{std::errc::timed_out, ErrorKind::Timeout},
    SystemErrorClass{std::errc::operation_canceled, ErrorKind::Cancelled},
    SystemErrorClass{std::errc::not_supported, ErrorKind::Unsupported},
    SystemErrorClass{std::errc::function_not_supported, ErrorKind::Unsupported},
    SystemErrorClass{std::errc::filename_too_long, ErrorKind::InvalidData},
    SystemErrorClass{std::errc::invalid_argument, ErrorKind::InvalidData},
    SystemErrorClass{std::errc::address_not_available, ErrorKind::Network},
    SystemErrorClass{std::errc::address_family_not_supported, ErrorKind::Network},
    SystemErrorClass{std::errc::connection_refused, ErrorKind::Network},
    SystemErrorClass{std::errc::connection_reset, ErrorKind::Network},
    SystemErrorClass{std::errc::connection_aborted, ErrorKind::Network},
    SystemErrorClass{std::errc::broken_pipe, ErrorKind::Network},
    SystemErrorClass{std::errc::not_connected, ErrorKind::Network},
    SystemErrorClass{std::errc::host_unreachable, ErrorKind::Network},
    SystemErrorClass{std::errc::network_unreachable, ErrorKind::Network},
    SystemErrorClass{std::errc::network_down, ErrorKind::Network},
};

#ifdef EDQUOT
constexpr int kQuotaExceeded = EDQUOT; // has no std::errc
#else
constexpr int kQuotaExceeded = -1;
#endif

} // namespace

ErrorKind errorKindOf(const std::error_code& code) {
    const auto condition = code.default_error_condition();
    for (const auto& entry : kSystemErrors) {
        if (condition == std::make_error_condition(entry.code))
            return entry.kind;
    }
    const bool isErrno = code.category() == std::system_category() || code.category() == std::generic_category();
    return isErrno && code.value() == kQuotaExceeded ? ErrorKind::DiskFull : ErrorKind::Internal;
}

Error systemError(const std::error_code& code, Operation operation, std::string subject) {
    return Error{errorKindOf(code), operation, std::move(subject), code.message()};
}

std::string describe(const Error& error) {
    const auto words = wordsOf(error.operation);
    std::string line(words.verb);
    line += ' ';
    line += error.subject.empty() ? words.noun : std::string_view(error.subject);
    line += ": ";
    line += reasonOf(error.kind);
    if (!error.detail.empty())
        line += " (" + error.detail + ")";
    return line;
}

} // namespace essaim
