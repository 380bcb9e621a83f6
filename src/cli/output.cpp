#include "cli/output.h"

#include "text/text.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

#include <bit>
#include <cstdio>
#include <unistd.h>

namespace essaim::cli {
namespace {

void write(std::FILE* stream, const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream); // whoever reads a pipe wants lines when they happen
}

/// Comments, names and messages come from strangers: nothing in them may command a terminal or turn a line around.
QByteArray printable(QString text) {
    for (QChar& c : text) {
        const bool turnsAround =
            (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        if (turnsAround || (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'))
            c = QChar::ReplacementCharacter;
    }
    return text.toLocal8Bit();
}

} // namespace

Output::Output(bool json)
    : m_isJson(json)
    , m_isTerminal(::isatty(STDOUT_FILENO) != 0) {}

void Output::line(const QString& text) {
    if (m_isJson)
        return;
    endProgress();
    write(stdout, printable(text) + '\n');
}

void Output::object(const QJsonObject& object) {
    if (m_isJson)
        write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::progress(const QString& text, bool isMilestone) {
    if (m_isJson)
        return;
    if (!m_isTerminal) {
        if (isMilestone)
            line(text);
        return;
    }
    write(stdout, "\r\033[K" + printable(text));
    m_hasProgress = true;
}

void Output::endProgress() {
    if (std::exchange(m_hasProgress, false))
        write(stdout, "\n");
}

int Output::fail(const Error& error) {
    const QString sentence = text::errorSentence(error);
    if (m_isJson) {
        object(
            {{QStringLiteral("event"), QStringLiteral("error")},
             {QStringLiteral("kind"), kindName(error.kind)},
             {QStringLiteral("message"), sentence},
             {QStringLiteral("subject"), QString::fromStdString(error.subject)}});
    } else {
        endProgress();
        write(stderr, "essaim-cli: " + printable(sentence) + '\n');
    }
    return Failure;
}

int Output::wrongUsage(const QString& text) {
    write(stderr, "essaim-cli: " + printable(text) + '\n');
    return WrongUsage;
}

QString kindName(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidData:
        return QStringLiteral("invalid-data");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::PermissionDenied:
        return QStringLiteral("permission-denied");
    case ErrorKind::DiskFull:
        return QStringLiteral("disk-full");
    case ErrorKind::AlreadyExists:
        return QStringLiteral("already-exists");
    case ErrorKind::AddressInUse:
        return QStringLiteral("address-in-use");
    case ErrorKind::Network:
        return QStringLiteral("network");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorKind::ReadOnly:
        return QStringLiteral("read-only");
    case ErrorKind::Busy:
        return QStringLiteral("busy");
    case ErrorKind::Database:
        return QStringLiteral("database");
    case ErrorKind::Internal:
        break;
    }
    return QStringLiteral("internal");
}

QString pieceLengthText(qint64 bytes) {
    const bool isPower = std::has_single_bit(static_cast<quint64>(bytes));
    return QLocale().formattedDataSize(bytes, isPower ? 0 : 2, QLocale::DataSizeIecFormat);
}

QString fromArgument(const std::string& argument) {
    return QFile::decodeName(argument.c_str());
}

QStringList fromArguments(const std::vector<std::string>& arguments) {
    QStringList result;
    for (const std::string& argument : arguments)
        result.append(fromArgument(argument));
    return result;
}

QString absolutePath(const std::string& argument) {
    return QFileInfo(fromArgument(argument)).absoluteFilePath();
}

} // namespace essaim::cli
