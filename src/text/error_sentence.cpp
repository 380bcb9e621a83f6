// Failures as sentences: what did not work, then why and what to do about it.
#include "text/text.h"

#include "text/detail_words.h"
#include "text/refusal_sentence.h"

#include <QCoreApplication>

namespace essaim::text {

namespace {

class ErrorSentence {
    Q_DECLARE_TR_FUNCTIONS(essaim::text::ErrorSentence)

public:
    static QString what(Operation operation, const QString& subject);
    static QString whatWithoutSubject(Operation operation);
    static QString why(ErrorKind kind, Operation operation);
    static QString whyData(Operation operation);
    static QString whyExists(Operation operation);
    static QString whyNotFound(Operation operation);
    static QString whyBusy(Operation operation);
    static QString whyDenied(Operation operation);
};

bool isListening(Operation operation) {
    return operation == Operation::ListenHttp || operation == Operation::ListenUdp ||
           operation == Operation::ListenPeers;
}

bool isRemote(Operation operation) {
    return operation == Operation::FetchTorrent || operation == Operation::FetchMetadata;
}

QString ErrorSentence::what(Operation operation, const QString& subject) {
    if (subject.isEmpty())
        return whatWithoutSubject(operation);
    switch (operation) {
    case Operation::None:
        return tr("“%1” could not be used.").arg(subject);
    case Operation::ReadFile:
        return tr("The file “%1” could not be read.").arg(subject);
    case Operation::WriteFile:
        return tr("The file “%1” could not be written.").arg(subject);
    case Operation::CreateDirectory:
        return tr("The folder “%1” could not be made.").arg(subject);
    case Operation::OpenTorrent:
        return tr("The torrent “%1” could not be opened.").arg(subject);
    case Operation::OpenMagnet:
        return tr("The magnet link “%1” could not be opened.").arg(subject);
    case Operation::FetchTorrent:
        return tr("The torrent at “%1” could not be downloaded.").arg(subject);
    case Operation::FetchMetadata:
        return tr("The file list of “%1” could not be had from other peers.").arg(subject);
    case Operation::AddTorrent:
        return tr("“%1” could not be added.").arg(subject);
    case Operation::CreateTorrent:
        return tr("No torrent could be made of “%1”.").arg(subject);
    case Operation::CheckTorrent:
        return tr("The files of “%1” could not be checked.").arg(subject);
    case Operation::DownloadTorrent:
        return tr("The transfer “%1” has stopped.").arg(subject);
    case Operation::RemoveFiles:
        return tr("The files of “%1” could not be removed.").arg(subject);
    case Operation::RenameFile:
        return tr("“%1” could not be given that name.").arg(subject);
    case Operation::EditTorrent:
        return tr("“%1” could not be changed.").arg(subject);
    case Operation::MoveFiles:
        return tr("“%1” could not be moved.").arg(subject);
    case Operation::RestoreFiles:
        return tr("“%1” could not be brought back.").arg(subject);
    case Operation::UseFiles:
        return tr("The download was not added, and “%1” was left as it is.").arg(subject);
    case Operation::OpenStore:
        return tr("The database “%1” could not be opened.").arg(subject);
    case Operation::SaveStore:
        return tr("The last changes could not be saved to the database “%1”.").arg(subject);
    case Operation::OpenBackup:
        return tr("The backup “%1” could not be read.").arg(subject);
    case Operation::SaveBackup:
        return tr("The backup “%1” could not be made.").arg(subject);
    case Operation::ListenHttp:
        return tr("The tracker cannot be reached over HTTP at %1.").arg(subject);
    case Operation::ListenUdp:
        return tr("The tracker cannot be reached over UDP at %1.").arg(subject);
    case Operation::ListenPeers:
        return tr("Other peers cannot connect at %1.").arg(subject);
    case Operation::ReadConfiguration:
        return tr("The configuration “%1” could not be read.").arg(subject);
    case Operation::StartSession:
        return tr("The transfers could not be started at %1.").arg(subject);
    }
    return {};
}

QString ErrorSentence::whatWithoutSubject(Operation operation) {
    switch (operation) {
    case Operation::None:
        return tr("That did not work.");
    case Operation::ReadFile:
        return tr("A file could not be read.");
    case Operation::WriteFile:
        return tr("A file could not be written.");
    case Operation::CreateDirectory:
        return tr("A folder could not be made.");
    case Operation::OpenTorrent:
        return tr("The torrent could not be opened.");
    case Operation::OpenMagnet:
        return tr("The magnet link could not be opened.");
    case Operation::FetchTorrent:
        return tr("The torrent could not be downloaded.");
    case Operation::FetchMetadata:
        return tr("The file list could not be had from other peers.");
    case Operation::AddTorrent:
        return tr("The torrent could not be added.");
    case Operation::CreateTorrent:
        return tr("The torrent could not be made.");
    case Operation::CheckTorrent:
        return tr("The files could not be checked.");
    case Operation::DownloadTorrent:
        return tr("The transfer has stopped.");
    case Operation::RemoveFiles:
        return tr("The files could not be removed.");
    case Operation::RenameFile:
        return tr("A file could not be given that name.");
    case Operation::EditTorrent:
        return tr("The torrent could not be changed.");
    case Operation::MoveFiles:
        return tr("The files could not be moved.");
    case Operation::RestoreFiles:
        return tr("The files could not be brought back.");
    case Operation::UseFiles:
        return tr("The download was not added.");
    case Operation::OpenStore:
        return tr("The list of torrents could not be opened.");
    case Operation::SaveStore:
        return tr("The last changes could not be saved.");
    case Operation::OpenBackup:
        return tr("The backup could not be read.");
    case Operation::SaveBackup:
        return tr("No backup could be made.");
    case Operation::ListenHttp:
        return tr("The tracker cannot be reached over HTTP.");
    case Operation::ListenUdp:
        return tr("The tracker cannot be reached over UDP.");
    case Operation::ListenPeers:
        return tr("Other peers cannot connect.");
    case Operation::ReadConfiguration:
        return tr("The configuration could not be read.");
    case Operation::StartSession:
        return tr("The transfers could not be started.");
    }
    return {};
}

QString ErrorSentence::whyData(Operation operation) {
    switch (operation) {
    case Operation::OpenTorrent:
    case Operation::FetchTorrent:
        return tr("It is damaged or is not a torrent: get it again where it came from.");
    case Operation::OpenMagnet:
        return tr("The link is incomplete or misspelt: copy the whole link again.");
    case Operation::CheckTorrent:
        return tr("The data does not match the torrent: check the files again.");
    case Operation::ReadConfiguration:
        return tr("It holds something that is not allowed there: correct it and start again.");
    default:
        return tr("What was given is not valid: correct it and try again.");
    }
}

QString ErrorSentence::whyNotFound(Operation operation) {
    switch (operation) {
    case Operation::DownloadTorrent:
    case Operation::CheckTorrent:
        return tr("The files are not there: connect the drive that holds them, or choose where they are now.");
    case Operation::MoveFiles:
        return tr("It is no longer there: go on without it, or take the move back.");
    case Operation::FetchTorrent:
        return tr("There is nothing at this address: check it, or ask where it went.");
    case Operation::RestoreFiles:
        return tr("It is not in the bin any more.");
    default:
        return tr("It does not exist: check the name, and that the drive is connected.");
    }
}

QString ErrorSentence::whyExists(Operation operation) {
    switch (operation) {
    case Operation::MoveFiles:
        return tr("Something of that name is there already, and nothing is ever replaced: move it away, or choose "
                  "another folder.");
    case Operation::RenameFile:
        return tr("Another file has that name, and nothing is ever replaced: choose another.");
    case Operation::AddTorrent:
    case Operation::FetchMetadata:
        return tr("It is in the list already: look for it under all transfers.");
    case Operation::RestoreFiles:
        return tr("Something else is there now: put that somewhere else, then try again.");
    case Operation::UseFiles:
        return tr("It is not what the torrent contains: choose another folder, or say that it may be overwritten.");
    default:
        return tr("Something of that name is there already: choose another name or place.");
    }
}

QString ErrorSentence::whyBusy(Operation operation) {
    switch (operation) {
    case Operation::OpenStore:
    case Operation::SaveStore:
        return tr("Another Essaim is using it: close that one, then start again.");
    case Operation::UseFiles:
        return tr("Another torrent of your list writes this file: choose another folder.");
    case Operation::EditTorrent:
        return tr("Its files are on their way or its drive is away: try again when that is over.");
    default:
        return tr("Something else is using it: wait until that is finished, then try again.");
    }
}

QString ErrorSentence::whyDenied(Operation operation) {
    if (isListening(operation))
        return tr("The system does not allow this port: choose one above 1023.");
    if (isRemote(operation))
        return tr("The server refuses you: check that you are allowed to download it.");
    return tr("You do not have the right to do this: change the permissions, or choose another place.");
}

QString ErrorSentence::why(ErrorKind kind, Operation operation) {
    switch (kind) {
    case ErrorKind::InvalidData:
        return whyData(operation);
    case ErrorKind::NotFound:
        return whyNotFound(operation);
    case ErrorKind::PermissionDenied:
        return whyDenied(operation);
    case ErrorKind::DiskFull:
        return tr("The disk is full: make room on it, then try again.");
    case ErrorKind::AlreadyExists:
        return whyExists(operation);
    case ErrorKind::AddressInUse:
        return tr("Another program is using this port: close that program, or choose another port.");
    case ErrorKind::Network:
        return isListening(operation)
                   ? tr("This computer has no such address at the moment: check the network, or choose another "
                        "address.")
                   : tr("The connection failed: check the address and your network, then try again.");
    case ErrorKind::Timeout:
        return tr("There was no answer in time: try again later.");
    case ErrorKind::Cancelled:
        return tr("It was stopped before it was finished: start it again if you still want it.");
    case ErrorKind::Unsupported:
        return operation == Operation::OpenStore || operation == Operation::OpenBackup ||
                       operation == Operation::ReadConfiguration
                   ? tr("It was made by a newer version of Essaim: install that version. Nothing was changed.")
                   : tr("This version of Essaim cannot do this: look for a newer version.");
    case ErrorKind::ReadOnly:
        return tr("The disk can only be read: choose another place, or make the disk writable.");
    case ErrorKind::Busy:
        return whyBusy(operation);
    case ErrorKind::Database:
        if (operation == Operation::OpenBackup)
            return tr("It is damaged: choose another backup.");
        return tr("The database reports a fault: keep a copy of its file, then check the disk.");
    case ErrorKind::Internal:
        if (operation == Operation::OpenStore || operation == Operation::SaveStore)
            return tr("The disk or the system failed, and the database stays as it is: check the disk and its "
                      "connection, then try again.");
        return tr("This is a fault in Essaim or in the system: try again, and report it if it returns.");
    }
    return {};
}

/// The kinds whose technical reason helps to find the cause.
bool showsDetail(ErrorKind kind) {
    return kind == ErrorKind::InvalidData || kind == ErrorKind::Network || kind == ErrorKind::Unsupported ||
           kind == ErrorKind::Database || kind == ErrorKind::Internal;
}

} // namespace

QString errorSentence(const Error& error) {
    const auto subject = QString::fromStdString(error.subject);
    if (error.refusal) {
        const bool isTyped = error.operation == Operation::RenameFile;
        return ErrorSentence::what(error.operation, subject) + QLatin1Char(' ') +
               (isTyped ? typedNameSentence(*error.refusal) : refusalSentence(*error.refusal));
    }
    QString text = QStringLiteral("%1 %2").arg(
        ErrorSentence::what(error.operation, subject), ErrorSentence::why(error.kind, error.operation));
    if (showsDetail(error.kind) && !error.detail.empty())
        text += QLatin1Char(' ') + ErrorSentence::tr("Details: %1").arg(detailWords(error.detail));
    return text;
}

} // namespace essaim::text
