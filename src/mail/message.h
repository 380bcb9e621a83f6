// What a message of this program is, and how it is written for servers.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace essaim::mail {

/// A text for people.
struct Message {
    QString from;           ///< one address, see isAddress()
    QStringList recipients; ///< the same
    QString subject;        ///< letters of control become blanks: a name with a new line adds no header
    QString text;           ///< lines end with '\n'
};

/// "lea@example.org": something on both sides of one '@', and nothing that could end a line or an address. Whether
/// there is such an address, its server knows.
[[nodiscard]] bool isAddress(const QString& text);

/// The addresses of a list with commas or semicolons. Nothing if one of them is none, or there is none.
[[nodiscard]] std::optional<QStringList> addressesOf(const QString& list);

/// The value of a header (RFC 5322, RFC 2047): plain ASCII as it is, anything else as words in Base64 of at most 75
/// characters, folded.
[[nodiscard]] QByteArray headerText(const QString& text);

/// Every header but those that say how the text is encoded, without line ends; `id` makes the message one of its kind.
[[nodiscard]] QList<QByteArray> headersOf(const Message& message, const QDateTime& now, const QString& id);

} // namespace essaim::mail
