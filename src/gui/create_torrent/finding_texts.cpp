#include "gui/create_torrent/finding_texts.h"

#include <QDir>

namespace essaim::gui {

using Issue = engine::PortabilityIssue;
using Kind = Issue::Kind;
using Fix = Issue::Fix;

QString FindingTexts::title(Kind kind, int count) {
    switch (kind) {
    case Kind::CaseClash:
        return tr("%Ln name(s) that differ from another in capitals only", nullptr, count);
    case Kind::UnicodeClash:
        return tr("%Ln name(s) that differ from another in the encoding of accents only", nullptr, count);
    case Kind::ForbiddenName:
        return tr("%Ln name(s) that Windows keeps for itself", nullptr, count);
    case Kind::ForbiddenCharacter:
        return tr("%Ln name(s) with characters that Windows forbids", nullptr, count);
    case Kind::TrailingDotOrSpace:
        return tr("%Ln name(s) that end with a dot or a space", nullptr, count);
    case Kind::LongPath:
        return tr("%Ln path(s) that are too long for Windows", nullptr, count);
    case Kind::LongName:
        return tr("%Ln name(s) that are too long for most systems", nullptr, count);
    case Kind::Unreadable:
        return tr("%Ln item(s) that you may not read", nullptr, count);
    case Kind::StillChanging:
        return tr("%Ln file(s) that somebody writes just now", nullptr, count);
    case Kind::EmptyFile:
        return tr("%Ln empty file(s)", nullptr, count);
    case Kind::EmptyFolder:
        return tr("%Ln empty folder(s)", nullptr, count);
    case Kind::Link:
        return tr("%Ln link(s) that stay out", nullptr, count);
    case Kind::SpecialFile:
        return tr("%Ln item(s) that are no ordinary files", nullptr, count);
    case Kind::UnusableName:
        return tr("%Ln name(s) that no torrent may hold", nullptr, count);
    case Kind::FormatSupport:
        return tr("A format that not every client opens");
    case Kind::LargeTorrent:
        return tr("A .torrent that many clients refuse");
    }
    return {};
}

QString FindingTexts::consequence(Kind kind) {
    switch (kind) {
    case Kind::CaseClash:
    case Kind::UnicodeClash:
        return tr("On Windows and macOS one of the two would overwrite the other.");
    case Kind::ForbiddenName:
    case Kind::ForbiddenCharacter:
        return tr("On Windows these files get other names, or cannot be saved.");
    case Kind::TrailingDotOrSpace:
        return tr("Windows drops the end of the name, so the file is not found again.");
    case Kind::LongPath:
    case Kind::LongName:
        return tr("These files cannot be saved in some folders of other computers.");
    case Kind::Unreadable:
        return tr("They are not in the torrent. Give yourself the right to read them, or leave them out.");
    case Kind::StillChanging:
        return tr("A torrent of an unfinished file would never be complete. They are looked at again until they rest.");
    case Kind::EmptyFile:
        return tr("Some old clients do not make them.");
    case Kind::EmptyFolder:
        return tr("A torrent cannot hold them.");
    case Kind::Link:
        return tr("They lead out of the chosen folders, to folders, or to nothing.");
    case Kind::SpecialFile:
        return tr("Sockets, pipes and devices cannot be shared.");
    case Kind::UnusableName:
        return tr("They are not in the torrent. Rename them on the disk.");
    case Kind::FormatSupport:
        return tr("Transmission, KTorrent and older clients do not open version 2. Hybrid opens in today’s.");
    case Kind::LargeTorrent:
        return tr("It exceeds 10 MB. Larger pieces, version 1 or several torrents make it smaller.");
    }
    return {};
}

QString FindingTexts::line(const Issue& issue) {
    const QString path = issue.path.isEmpty() ? QDir::toNativeSeparators(issue.diskPath) : issue.path;
    if (!issue.other.isEmpty())
        return tr("%1 and %2", "two names").arg(path, issue.other);
    if (issue.fix == Fix::Rename && !issue.suggestion.isEmpty())
        return tr("%1 → %2", "old name, new name").arg(path, issue.suggestion);
    return path;
}

QString FindingTexts::remedy(Fix fix, bool forAll) {
    switch (fix) {
    case Fix::None:
        return {};
    case Fix::Rename:
        return forAll ? tr("Rename all") : tr("Rename");
    case Fix::LeaveOut:
        return forAll ? tr("Leave all out") : tr("Leave out");
    case Fix::ChooseHybrid:
        return tr("Choose hybrid");
    case Fix::WaitAndLookAgain:
        return tr("Look again");
    }
    return {};
}

} // namespace essaim::gui
