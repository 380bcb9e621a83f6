#include "mail/message.h"

#include <QRegularExpression>

#include <algorithm>

namespace essaim::mail {

namespace {

constexpr qsizetype kLongestPlain = 900; ///< a line of a message ends after 998 characters at the latest
constexpr qsizetype kBytesAWord = 45;    ///< 60 in Base64, 72 with what is around them

QString withoutControls(QString text) {
    for (QChar& letter : text) {
        if (letter.category() == QChar::Other_Control || letter == QChar::LineSeparator ||
            letter == QChar::ParagraphSeparator)
            letter = u' ';
    }
    return text;
}

bool isPlain(const QString& text) {
    return text.size() <= kLongestPlain && !text.contains(QLatin1String("=?")) &&
           std::ranges::all_of(text, [](QChar letter) { return letter >= u' ' && letter <= u'~'; });
}

} // namespace

bool isAddress(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^[^\\s\\p{Cc}<>@,;:\"()\\[\\]\\\\]+@[^\\s\\p{Cc}<>@,;\"()\\\\]+$"));
    constexpr qsizetype kLongest = 254; // RFC 5321
    return text.size() <= kLongest && form.match(text).hasMatch() && !text.endsWith(u'\n');
}

std::optional<QStringList> addressesOf(const QString& list) {
    static const QRegularExpression separators(QStringLiteral("[,;]"));
    QStringList addresses;
    for (const QString& part : list.split(separators, Qt::SkipEmptyParts)) {
        const QString address = part.trimmed();
        if (address.isEmpty())
            continue;
        if (!isAddress(address))
            return std::nullopt;
        addresses.append(address);
    }
    return addresses.isEmpty() ? std::nullopt : std::optional(addresses);
}

QByteArray headerText(const QString& text) {
    const QString clean = withoutControls(text);
    if (isPlain(clean))
        return clean.toLatin1();
    QByteArray words;
    QByteArray bytes;
    const auto flush = [&words, &bytes] {
        words += (words.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + bytes.toBase64() + "?=";
        bytes.clear();
    };
    for (const char32_t letter : clean.toUcs4()) { // a word holds whole characters
        const QByteArray encoded = QString::fromUcs4(&letter, 1).toUtf8();
        if (bytes.size() + encoded.size() > kBytesAWord)
            flush();
        bytes += encoded;
    }
    flush();
    return words;
}

QList<QByteArray> headersOf(const Message& message, const QDateTime& now, const QString& id) {
    // Folded between the addresses, so that no line grows too long.
    const QString to = message.recipients.join(QStringLiteral(",\r\n "));
    return {
        "Date: " + now.toString(Qt::RFC2822Date).toLatin1(),
        "From: " + message.from.toUtf8(),
        "To: " + to.toUtf8(),
        "Subject: " + headerText(message.subject),
        "Message-ID: <" + id.toLatin1() + '@' + message.from.section(u'@', 1).toUtf8() + '>',
        "Auto-Submitted: auto-generated", // nobody's holiday answer is wanted (RFC 3834)
    };
}

} // namespace essaim::mail
