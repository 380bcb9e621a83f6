// Why a torrent, a link or saved state is refused, and what is odd about one that is not, as sentences.
#include "text/refusal_sentence.h"

#include "text/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace essaim::text {
namespace {

class RefusalSentence {
    Q_DECLARE_TR_FUNCTIONS(essaim::text::RefusalSentence)

public:
    explicit RefusalSentence(const Refusal& refusal)
        : m_refusal(refusal)
        , m_name(shownName(refusal.name))
        , m_found(number(refusal.found))
        , m_limit(number(refusal.limit)) {}

    [[nodiscard]] QString why() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QString whyTyped() const;

private:
    static QString number(std::int64_t value) { return QLocale().toString(qlonglong(value)); }
    [[nodiscard]] QString whyBytes() const;
    [[nodiscard]] QString whyInfo() const;
    [[nodiscard]] QString whyName() const;
    [[nodiscard]] QString whyFiles() const;
    [[nodiscard]] QString whyHashes() const;
    [[nodiscard]] QString whyPlace() const;

    const Refusal& m_refusal;
    QString m_name;
    QString m_found;
    QString m_limit;
};

QString RefusalSentence::whyBytes() const {
    switch (m_refusal.fault) {
    case Fault::Empty:
        return tr("The file is empty.");
    case Fault::TooLarge:
        return tr("It is %1 large; at most %2 are read.").arg(size(m_refusal.found), size(m_refusal.limit));
    case Fault::Compressed:
        return tr("It is a compressed file, not a torrent.");
    case Fault::WebPage:
        return tr("It is a web page, not a torrent.");
    case Fault::NotBencoded:
        return tr("It is not a torrent, or it is damaged: it cannot be read from byte %1 on.").arg(m_found);
    case Fault::CutShort:
        return tr("It was cut short: it ends in the middle, at byte %1.").arg(m_found);
    case Fault::BytesAfterEnd:
        return tr("There is something else behind its end, from byte %1 on.").arg(m_found);
    case Fault::TooDeep:
        return tr("It is nested more than %1 levels deep, as no torrent has to be.").arg(m_limit);
    case Fault::TooManyValues:
        return tr("It holds more than %1 values.").arg(m_limit);
    case Fault::RepeatedKey:
        return tr("It says “%1” twice, and programs differ in which of the two they believe.").arg(m_name);
    case Fault::NotADictionary:
        return tr("It is well-formed, but it is not a torrent.");
    default:
        return {};
    }
}

QString RefusalSentence::whyInfo() const {
    switch (m_refusal.fault) {
    case Fault::NoInfo:
        return tr("The part that names its files is missing.");
    case Fault::UnknownVersion:
        return tr("It is of version %1 of the format, which is not known here.").arg(m_found);
    case Fault::NotMarkedV2:
        return tr("It has the files of a version 2 torrent but is not marked as one.");
    case Fault::NoHashes:
        return tr("It holds no hashes to check files with.");
    case Fault::PieceLength:
        return tr("Its pieces are %1 bytes long; they must be a power of two from 16 KiB to 128 MiB.").arg(m_found);
    case Fault::NoName:
        return tr("It has no name.");
    case Fault::UnclearPrivacy:
        return tr("It does not say clearly whether it is private.");
    case Fault::NeedsCertificate:
        return tr("It is for swarms that ask for a certificate, which this program does not support.");
    default:
        return {};
    }
}

QString RefusalSentence::whyName() const {
    switch (m_refusal.fault) {
    case Fault::EmptyName:
        return tr("A file or folder in it has no name that could be shown or stored.");
    case Fault::LeavesFolder:
        return tr("A path in it would leave the folder for downloads, with “%1”.").arg(m_name);
    case Fault::PathSeparator:
        return tr("The name “%1” contains a slash or backslash, with which it could leave the folder for downloads.")
            .arg(m_name);
    case Fault::ControlCharacter:
        return tr("The name “%1” contains a control character.").arg(m_name);
    case Fault::NameTooLong:
        return tr("The name “%1” is %2 bytes long; file systems store at most %3.").arg(m_name, m_found, m_limit);
    case Fault::PathTooLong:
        return tr("The path “%1” is %2 bytes long; at most %3 are accepted.").arg(m_name, m_found, m_limit);
    case Fault::PathTooDeep:
        return tr("The path “%1” leads through %2 folders; at most %3 are accepted.").arg(m_name, m_found, m_limit);
    case Fault::PathsTooLong:
        return tr("Its paths are longer than %1 in all.").arg(size(m_refusal.limit));
    case Fault::ListedTwice:
        return tr("It lists the file “%1” twice.").arg(m_name);
    case Fault::FileAndFolder:
        return tr("It wants “%1” to be a file and a folder.").arg(m_name);
    default:
        return {};
    }
}

QString RefusalSentence::whyFiles() const {
    switch (m_refusal.fault) {
    case Fault::OneAndMany:
        return tr("It describes one file and a folder of files at the same time.");
    case Fault::NoFileList:
        return tr("Its list of files is damaged.");
    case Fault::NoPath:
        return tr("A file in it has no path.");
    case Fault::FileSize:
        return tr("The size of “%1” is missing or impossible.").arg(m_name);
    case Fault::TotalSize:
        return tr("Its files are larger than %1 in all.").arg(size(m_refusal.limit));
    case Fault::TooManyFiles:
        return tr("It holds more than %1 files.").arg(m_limit);
    case Fault::TooMuchPadding:
        return tr("It holds more than %1 of padding, which nobody needs.").arg(size(m_refusal.limit));
    case Fault::SymbolicLink:
        return tr("“%1” is a link to another file, which could lead out of the folder for downloads.").arg(m_name);
    case Fault::NoData:
        return tr("There is nothing in it to download.");
    default:
        return {};
    }
}

QString RefusalSentence::whyHashes() const {
    switch (m_refusal.fault) {
    case Fault::TooManyPieces:
        return tr("It is cut into %1 pieces; at most %2 are accepted.").arg(m_found, m_limit);
    case Fault::PieceHashes:
        return tr("It has hashes for %1 pieces but %2 pieces.").arg(m_found, m_limit);
    case Fault::NoV1Hashes:
        return tr("It lists files without the hashes to check them with.");
    case Fault::FileTree:
        return tr("Its tree of files is damaged.");
    case Fault::FileHash:
        return tr("The hash of “%1” is missing.").arg(m_name);
    case Fault::LayerSize:
        return tr("The number of hashes of “%1” does not fit its size.").arg(m_name);
    case Fault::LayerMissing:
        return tr("The hashes of the pieces of “%1” are missing.").arg(m_name);
    case Fault::LayerUnknown:
        return tr("It holds hashes of a file that it does not list.");
    case Fault::LayerWrong:
        return tr("The hashes of the pieces of “%1” are not those of the file.").arg(m_name);
    case Fault::VersionsDiffer:
        return tr("It describes other files for new programs than for old ones.");
    case Fault::OtherTorrent:
        return tr("It is another torrent than the one that was asked for.");
    case Fault::LibraryDisagrees:
        return m_name.isEmpty() ? tr("It can be read in two ways.")
                                : tr("The BitTorrent library does not accept it: %1.").arg(m_name);
    default:
        return {};
    }
}

QString RefusalSentence::whyPlace() const {
    switch (m_refusal.fault) {
    case Fault::SavePath:
        return tr("“%1” is not the full path of a folder.").arg(m_name);
    case Fault::WholePathTooLong:
        return tr("With the folder for downloads, the path of “%1” is %2 bytes long; the system allows %3.")
            .arg(m_name, m_found, m_limit);
    case Fault::NoSpace:
        return tr("It needs %1, but only %2 are free there.").arg(size(m_refusal.limit), size(m_refusal.found));
    case Fault::PathTaken:
        return tr("“%1” belongs to another torrent in the list.").arg(m_name);
    case Fault::NoMagnet:
        return tr("It does not begin with “magnet:?”.");
    case Fault::LinkTooLong:
        return tr("The link is longer than %1 characters.").arg(m_limit);
    case Fault::BrokenHash:
        return tr("The hash in the link is incomplete or misspelt.");
    case Fault::NoTopic:
        return tr("The link names no torrent.");
    case Fault::ResumeData:
        return tr("What was saved about the progress is damaged.");
    default:
        return {};
    }
}

QString RefusalSentence::why() const {
    for (const QString& sentence : {whyBytes(), whyInfo(), whyName(), whyFiles(), whyHashes(), whyPlace()}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return {};
}

QString RefusalSentence::whyTyped() const {
    switch (m_refusal.fault) {
    case Fault::EmptyName:
        return tr("It has no name then that could be shown or stored: choose another.");
    case Fault::LeavesFolder:
    case Fault::PathSeparator:
        return tr("A name holds no slash or backslash and is not “..”: choose another.");
    case Fault::ControlCharacter:
        return tr("The name contains a control character: choose another.");
    case Fault::ListedTwice:
    case Fault::FileAndFolder:
        return tr("Another file or folder of this torrent has that name: choose another.");
    case Fault::NameTooLong:
        return tr("The name is %1 bytes long, where an accented letter counts as two; file systems store at most %2: "
                  "choose a shorter one.")
            .arg(m_found, m_limit);
    default:
        return why() + QLatin1Char(' ') + tr("Choose another name.");
    }
}

QString RefusalSentence::advice() const {
    switch (m_refusal.fault) {
    case Fault::Compressed:
        return tr("Unpack it first, then open the .torrent inside.");
    case Fault::WebPage:
        return tr("Open its address in a browser: the site may want you to sign in.");
    case Fault::Empty:
    case Fault::NotBencoded:
    case Fault::CutShort:
    case Fault::NotADictionary:
    case Fault::NoInfo:
    case Fault::OtherTorrent:
        return tr("Get it again where it came from.");
    case Fault::UnknownVersion:
        return tr("Look for a newer version of Essaim.");
    case Fault::NeedsCertificate:
        return tr("Ask its maker for an ordinary torrent.");
    case Fault::TooLarge:
    case Fault::TooManyValues:
    case Fault::PathsTooLong:
    case Fault::TotalSize:
    case Fault::TooManyFiles:
    case Fault::TooManyPieces:
        return tr("Ask its maker to split it into several torrents, or to choose larger pieces.");
    case Fault::LeavesFolder:
    case Fault::PathSeparator:
    case Fault::SymbolicLink:
    case Fault::ControlCharacter:
    case Fault::RepeatedKey:
    case Fault::TooDeep:
    case Fault::TooMuchPadding:
    case Fault::BytesAfterEnd:
        return tr("Nothing was written. Such torrents can be made to do harm: be careful with where it came from.");
    case Fault::SavePath:
    case Fault::PathTaken:
        return tr("Choose another folder.");
    case Fault::WholePathTooLong:
        return tr("Choose a folder with a shorter path.");
    case Fault::NoSpace:
        return tr("Make room there, or choose another place.");
    case Fault::NoMagnet:
    case Fault::LinkTooLong:
    case Fault::BrokenHash:
    case Fault::NoTopic:
        return tr("Copy the whole link again.");
    case Fault::ResumeData:
        return tr("The files are checked instead.");
    default:
        return tr("Ask its maker for a corrected one.");
    }
}

class NoteSentence {
    Q_DECLARE_TR_FUNCTIONS(essaim::text::NoteSentence)

public:
    static QString of(const TorrentNote& note, const QString& name);
};

QString NoteSentence::of(const TorrentNote& note, const QString& name) {
    switch (note.kind) {
    case TorrentNote::Kind::TwinNames:
        return tr("Some names differ in capitals or accents only, such as “%1”: one of each pair is stored with a "
                  "number behind its name.")
            .arg(name);
    case TorrentNote::Kind::NotPortable:
        return tr("Some names, such as “%1”, cannot be stored on Windows or on drives made for it.").arg(name);
    case TorrentNote::Kind::HiddenCharacters:
        return tr("Some names, such as “%1”, contain characters that cannot be seen; they may not be what they look "
                  "like.")
            .arg(name);
    case TorrentNote::Kind::BrokenText:
        return tr("Some names, such as “%1”, are not proper text: what cannot be read is stored as “_”.").arg(name);
    case TorrentNote::Kind::TrackersLeftOut:
        return tr(
            "%n tracker address(es) are left out: not well-formed, not for strangers to name, or too many.", nullptr,
            note.count);
    case TorrentNote::Kind::LocalTrackers:
        return tr("The tracker %1 is in a private network: only computers in that network can reach it.").arg(name);
    case TorrentNote::Kind::WebSeedsLeftOut:
        return tr(
            "%n web seed(s) are left out: not well-formed, in a private network, or too many.", nullptr, note.count);
    case TorrentNote::Kind::WebSeedsUnused:
        return tr(
            "%n web seed(s) are not used: the BitTorrent library of this system does not handle them safely.", nullptr,
            note.count);
    case TorrentNote::Kind::NodesLeftOut:
        return tr("The torrent names %n computer(s) for the DHT to contact; they are left out.", nullptr, note.count);
    case TorrentNote::Kind::UnsortedKeys:
        return tr("It was not written quite as the format demands; other programs may refuse it.");
    case TorrentNote::Kind::Version2:
        return tr("It follows version 2 of the format. The BitTorrent library of this system has known weaknesses "
                  "there: add it only if you trust those who share it.");
    }
    return {};
}

/// Characters that are no text but do something to it.
QString withoutCommands(QString text) {
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
            c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString cut(QString text, qsizetype length) {
    if (text.size() <= length)
        return text;
    text.truncate(text.at(length - 1).isHighSurrogate() ? length - 1 : length);
    return text + QStringLiteral("…");
}

} // namespace

QString shownName(std::string_view name) {
    return cut(withoutCommands(QString::fromUtf8(name.data(), qsizetype(name.size()))), 80);
}

QString excerpt(const QString& text) {
    constexpr qsizetype kLines = 6;
    QStringList lines = QString(text).remove(u'\r').trimmed().split(u'\n');
    const bool isLong = lines.size() > kLines;
    lines.resize(std::min(lines.size(), kLines));
    for (QString& line : lines)
        line = withoutCommands(line.replace(u'\t', u' '));
    return cut(lines.join(u'\n') + (isLong ? QStringLiteral("…") : QString()), 500);
}

QString refusalSentence(const Refusal& refusal) {
    const RefusalSentence sentence(refusal);
    return sentence.why() + QLatin1Char(' ') + sentence.advice();
}

QString typedNameSentence(const Refusal& refusal) {
    return RefusalSentence(refusal).whyTyped();
}

QString noteSentence(const TorrentNote& note) {
    return NoteSentence::of(note, shownName(note.example));
}

} // namespace essaim::text
