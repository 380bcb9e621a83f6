// A mail server for tests: one conversation after the other on loopback, everything that comes is written down.
#pragma once

#include <QFile>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QString>
#include <QTcpServer>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <utility>

namespace essaim::test {

/// Speaks RFC 5321 as far as a client needs it. Runs in the event loop of its thread.
class SmtpServer : public QTcpServer {
public:
    struct Manner {
        bool isSilent = false; ///< takes connections and says nothing
        bool offersStartTls = false;
        bool offersLogin = false;
        QByteArray atLogin = "235 2.7.0 welcome";
        QByteArray atSender = "250 2.1.0 good";
        QByteArray atRecipient = "250 2.1.5 good";
        QByteArray atText = "250 2.0.0 taken";
    };
    struct Mail {
        QByteArray sender;
        QList<QByteArray> recipients;
        QByteArray raw; ///< as it came, dots at the beginning of lines doubled

        [[nodiscard]] QByteArray head() const { return raw.left(raw.indexOf("\r\n\r\n") + 2); }
        /// The value of a header, unfolded.
        [[nodiscard]] QByteArray header(const QByteArray& name) const {
            QByteArray unfolded = "\r\n" + head();
            unfolded.replace("\r\n ", " ");
            const qsizetype begin = unfolded.indexOf("\r\n" + name + ": ");
            if (begin < 0)
                return {};
            const qsizetype value = begin + name.size() + 4;
            return unfolded.mid(value, unfolded.indexOf("\r\n", value) - value);
        }
        /// The same, with the words of RFC 2047 in Base64 read.
        [[nodiscard]] QString headerWords(const QByteArray& name) const {
            QString text;
            for (const QByteArray& word : header(name).split(' ')) {
                const bool isEncoded = word.startsWith("=?UTF-8?B?") && word.endsWith("?=");
                text += isEncoded ? QString::fromUtf8(QByteArray::fromBase64(word.mid(10).chopped(2)))
                                  : QString::fromLatin1(word) + u' ';
            }
            return text.trimmed();
        }
        /// What a reader of mail shows: doubled dots are single ones, quoted-printable is read.
        [[nodiscard]] QString text() const {
            QByteArray part = raw;
            part.replace("\r\n..", "\r\n.");
            const qsizetype begin = part.indexOf("\r\n\r\n", part.indexOf("quoted-printable")) + 4;
            part = part.mid(begin, part.lastIndexOf("\r\n--") - begin);
            part.replace("=\r\n", "");
            QByteArray plain;
            for (qsizetype i = 0; i < part.size(); ++i) {
                const bool isCode = part[i] == '=';
                plain += isCode ? QByteArray::fromHex(part.mid(i + 1, 2)) : part.mid(i, 1);
                i += isCode ? 2 : 0;
            }
            return QString::fromUtf8(plain).remove(u'\r');
        }
    };

    explicit SmtpServer(const Manner& chosen)
        : manner(chosen) {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port on loopback");
    }

    Manner manner;
    bool isTls = false; ///< from the first byte
    QSslCertificate certificate;
    QSslKey key;
    QList<QByteArray> commands; ///< without line ends; what is said for the login, too
    QList<Mail> mails;          ///< that were taken
    int encrypted = 0;          ///< conversations
    int connections = 0;
    int ended = 0; ///< of them

    [[nodiscard]] int countOf(const char* command) const {
        return int(std::ranges::count_if(commands, [&](const QByteArray& line) { return line.startsWith(command); }));
    }

protected:
    void incomingConnection(qintptr handle) override {
        ++connections;
        auto* socket = new QSslSocket(this);
        if (!socket->setSocketDescriptor(handle))
            qFatal("no socket");
        connect(socket, &QSslSocket::disconnected, this, [this, socket] {
            ++ended;
            socket->deleteLater();
        });
        auto talk = std::make_shared<Talk>();
        connect(socket, &QSslSocket::readyRead, this, [this, socket, talk] { read(*socket, *talk); });
        connect(socket, &QSslSocket::encrypted, this, [this, socket] {
            ++encrypted;
            if (isTls)
                say(*socket, "220 here");
        });
        if (isTls)
            encrypt(*socket);
        else if (!manner.isSilent)
            say(*socket, "220 here");
    }

private:
    struct Talk {
        Mail mail;
        bool isText = false;
        bool isLogin = false; ///< the next line is what the client knows
    };

    static void say(QSslSocket& socket, const QByteArray& line) { socket.write(line + "\r\n"); }

    void encrypt(QSslSocket& socket) {
        socket.setLocalCertificate(certificate);
        socket.setPrivateKey(key);
        socket.startServerEncryption();
    }

    void read(QSslSocket& socket, Talk& talk) {
        while (!manner.isSilent && socket.canReadLine()) {
            const QByteArray line = socket.readLine();
            if (talk.isText)
                readText(socket, talk, line);
            else
                answer(socket, talk, line.trimmed());
        }
    }

    void readText(QSslSocket& socket, Talk& talk, const QByteArray& line) {
        if (line != ".\r\n") {
            talk.mail.raw += line;
            return;
        }
        talk.isText = false;
        if (manner.atText.startsWith('2'))
            mails.append(std::exchange(talk.mail, {}));
        say(socket, manner.atText);
    }

    void answer(QSslSocket& socket, Talk& talk, const QByteArray& line) {
        commands.append(line);
        const QByteArray command = line.toUpper();
        if (std::exchange(talk.isLogin, false))
            return say(socket, manner.atLogin);
        if (command.startsWith("EHLO")) {
            if (manner.offersStartTls && !socket.isEncrypted())
                say(socket, "250-STARTTLS");
            if (manner.offersLogin)
                say(socket, "250-AUTH PLAIN");
            say(socket, "250 here");
        } else if (command == "STARTTLS" && manner.offersStartTls) {
            say(socket, "220 go on");
            encrypt(socket);
        } else if (command == "AUTH PLAIN") {
            talk.isLogin = true;
            say(socket, "334 ");
        } else if (command.startsWith("AUTH PLAIN ")) {
            say(socket, manner.atLogin);
        } else if (command.startsWith("MAIL FROM:")) {
            talk.mail.sender = line.mid(10);
            say(socket, manner.atSender);
        } else if (command.startsWith("RCPT TO:")) {
            talk.mail.recipients.append(line.mid(8));
            say(socket, manner.atRecipient);
        } else if (command == "DATA") {
            talk.isText = true;
            say(socket, "354 go on");
        } else if (command == "QUIT") {
            say(socket, "221 bye");
            socket.disconnectFromHost();
        } else {
            say(socket, "502 what?");
        }
    }
};

} // namespace essaim::test
