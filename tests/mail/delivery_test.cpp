// Messages on their way to a server on loopback, which writes down what it hears.
#include "mail/courier.h"
#include "mail/smtp_server.h"

#include <QProcess>
#include <QTest>

using namespace essaim;
using namespace essaim::mail;
using test::SmtpServer;

namespace {

constexpr int kLongMs = 60'000; ///< for what must happen

using Result = std::expected<void, Failure>;

/// Sends while the event loop serves the server.
Result sent(const Account& account, const Message& message) {
    Courier courier;
    Result result;
    bool isOver = false;
    QObject::connect(&courier, &Courier::delivered, &courier, [&] { isOver = true; });
    QObject::connect(&courier, &Courier::failed, &courier, [&](const Failure& failure) {
        result = std::unexpected(failure);
        isOver = true;
    });
    courier.send(account, message);
    if (!QTest::qWaitFor([&isOver] { return isOver; }, kLongMs))
        qFatal("neither sent nor failed");
    return result;
}

Account accountOf(const SmtpServer& server, Encryption encryption) {
    Account account;
    account.server = QStringLiteral("localhost");
    account.port = server.serverPort();
    account.encryption = encryption;
    return account;
}

Message message() {
    return {
        QStringLiteral("essaim@example.org"),
        {QStringLiteral("lea@example.org")},
        QStringLiteral("Done"),
        QStringLiteral("one\n")};
}

Message about(const QString& subject) {
    Message message = ::message();
    message.subject = subject;
    return message;
}

std::optional<Fault> faultOf(const Result& result) {
    return result ? std::nullopt : std::optional(result.error().fault);
}

} // namespace

class DeliveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        for (const char* name : {"localhost", "elsewhere.example.org"})
            makeCertificate(QString::fromLatin1(name));
    }

    void aMessageArrivesAsItWasWritten() {
        SmtpServer server({});
        Message message =
            about(QStringLiteral("Téléchargement terminé : Les oiseaux de la forêt, « première partie », 鳥の歌"));
        message.recipients.append(QStringLiteral("paul@example.org"));
        message.text = QStringLiteral(".\n.hidden\n..two\nété = 鳥\nlong %1\nend\n").arg(QString(500, u'x'));
        QCOMPARE(faultOf(sent(accountOf(server, Encryption::None), message)), std::nullopt);
        QCOMPARE(server.mails.size(), 1);
        const SmtpServer::Mail& mail = server.mails.first();
        QCOMPARE(mail.sender.left(20), QByteArray("<essaim@example.org>"));
        QCOMPARE(mail.recipients, QList<QByteArray>({"<lea@example.org>", "<paul@example.org>"}));
        QCOMPARE(mail.headerWords("Subject"), message.subject);
        QCOMPARE(mail.header("From"), QByteArray("essaim@example.org"));
        QCOMPARE(mail.header("To"), QByteArray("lea@example.org, paul@example.org"));
        QVERIFY(mail.header("Message-ID").endsWith("@example.org>"));
        QVERIFY(QDateTime::fromString(QString::fromLatin1(mail.header("Date")), Qt::RFC2822Date).isValid());
        QCOMPARE(mail.text(), message.text);
        QVERIFY(mail.raw.contains("\r\n..hidden\r\n"));
        QCOMPARE(mail.raw.count('\n'), mail.raw.count("\r\n"));
        for (const QByteArray& line : mail.raw.split('\n'))
            QVERIFY2(line.size() <= 100, line.constData());
        QVERIFY(std::ranges::all_of(mail.raw, [](char letter) { return letter > 0; })); // any server takes that
    }

    void noNameAddsAHeaderOrEndsTheMessage() {
        SmtpServer server({});
        Message message = about(QStringLiteral("name\r\nBcc: eve@example.org\r\n\r\nspoiled"));
        message.text = QStringLiteral("name\r\n.\r\nMAIL FROM:<eve@example.org>\r\n");
        QCOMPARE(faultOf(sent(accountOf(server, Encryption::None), message)), std::nullopt);
        QCOMPARE(server.mails.size(), 1);
        const SmtpServer::Mail& mail = server.mails.first();
        QCOMPARE(mail.header("Bcc"), QByteArray());
        QCOMPARE(mail.headerWords("Subject"), QStringLiteral("name  Bcc: eve@example.org    spoiled"));
        QVERIFY(mail.text().contains(QStringLiteral("MAIL FROM:<eve@example.org>")));
        QCOMPARE(server.countOf("MAIL"), 1);
    }

    void addressesHoldNothingButAddresses_data() {
        QTest::addColumn<QString>("list");
        QTest::addColumn<int>("count");
        QTest::newRow("one") << QStringLiteral(" lea@example.org ") << 1;
        QTest::newRow("several") << QStringLiteral("lea@example.org, p.d+x@sub.example.org;") << 2;
        QTest::newRow("other letters") << QStringLiteral("léa@forêt.example") << 1;
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("no domain") << QStringLiteral("lea@") << 0;
        QTest::newRow("a name") << QStringLiteral("Lea <lea@example.org>") << 0;
        QTest::newRow("a new line") << QStringLiteral("lea@example.org\nRCPT TO:<eve@example.org>") << 0;
        QTest::newRow("a new line within") << QStringLiteral("lea\r\n@example.org") << 0;
        QTest::newRow("one of two is none") << QStringLiteral("lea@example.org, eve") << 0;
    }
    void addressesHoldNothingButAddresses() {
        QFETCH(const QString, list);
        QFETCH(const int, count);
        QCOMPARE(int(addressesOf(list).value_or(QStringList()).size()), count);
    }

    void whoTakesWhatIsToldByTheFault_data() {
        QTest::addColumn<SmtpServer::Manner>("manner");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("mayPass");
        QTest::newRow("login") << SmtpServer::Manner{.offersLogin = true, .atLogin = "535 5.7.8 c2VjcmV0"}
                               << Fault::LoginRefused << false;
        QTest::newRow("sender") << SmtpServer::Manner{.offersLogin = true, .atSender = "550 no"} << Fault::SenderRefused
                                << false;
        QTest::newRow("recipient") << SmtpServer::Manner{.offersLogin = true, .atRecipient = "550 5.1.1 no such user"}
                                   << Fault::RecipientRefused << false;
        QTest::newRow("recipient, for now") << SmtpServer::Manner{.offersLogin = true, .atRecipient = "451 greylisted"}
                                            << Fault::RecipientRefused << true;
        QTest::newRow("text") << SmtpServer::Manner{.offersLogin = true, .atText = "554 5.7.1 spam"}
                              << Fault::MessageRefused << false;
    }
    void whoTakesWhatIsToldByTheFault() {
        QFETCH(const SmtpServer::Manner, manner);
        QFETCH(const Fault, fault);
        QFETCH(const bool, mayPass);
        SmtpServer server(manner);
        Account account = accountOf(server, Encryption::None);
        account.user = QStringLiteral("lea");
        account.password = QStringLiteral("secret");
        const auto result = sent(account, message());
        QCOMPARE(faultOf(result), std::optional(fault));
        QCOMPARE(result.error().mayPass(), mayPass);
        QVERIFY(server.mails.isEmpty());
    }

    void aServerThatSaysNothingIsNotWaitedForForEver() {
        SmtpServer server({.isSilent = true});
        Account account = accountOf(server, Encryption::None);
        account.patience = std::chrono::milliseconds(300);
        const auto result = sent(account, message());
        QCOMPARE(faultOf(result), std::optional(Fault::Silent));
        QVERIFY(result.error().mayPass());
    }

    void theEndDoesNotWaitForSuchAServer() {
        SmtpServer server({.isSilent = true});
        auto courier = std::make_unique<Courier>();
        Account account = accountOf(server, Encryption::None);
        account.patience = std::chrono::minutes(10);
        courier->send(account, message());
        QTRY_COMPARE_WITH_TIMEOUT(server.connections, 1, kLongMs);
        courier.reset();
        QTRY_COMPARE_WITH_TIMEOUT(server.ended, 1, kLongMs);
    }

    void aPlaceWithoutServerIsToldApart() {
        auto server = std::make_unique<SmtpServer>(SmtpServer::Manner());
        Account account = accountOf(*server, Encryption::None);
        server.reset();
        QCOMPARE(faultOf(sent(account, message())), std::optional(Fault::NotReachable));
        account.server = QStringLiteral("nowhere.invalid");
        QCOMPARE(faultOf(sent(account, message())), std::optional(Fault::UnknownServer));
        for (const char* name : {"", "smtp.example.org/path", "two words", "a@b", "x\r\ny"}) {
            account.server = QString::fromLatin1(name);
            QVERIFY(!isServer(account.server));
            QCOMPARE(faultOf(sent(account, message())), std::optional(Fault::BadServer));
        }
        for (const char* name : {"localhost", "smtp.example.org", "192.0.2.1", "2001:db8::1", "[2001:db8::1]"})
            QVERIFY2(isServer(QString::fromLatin1(name)), name);
        for (const char* name : {"smtp://smtp.example.org", "smtp.example.org:587"})
            QVERIFY2(!isServer(QString::fromLatin1(name)), name);
    }

    void encryptedFromTheFirstByteOrFromTheFirstWord_data() {
        QTest::addColumn<Encryption>("encryption");
        QTest::newRow("TLS") << Encryption::Tls;
        QTest::newRow("STARTTLS") << Encryption::StartTls;
    }
    void encryptedFromTheFirstByteOrFromTheFirstWord() {
        QFETCH(const Encryption, encryption);
        SmtpServer server({.offersStartTls = true, .offersLogin = true});
        show(server, QStringLiteral("localhost"), encryption);
        Account account = accountOf(server, encryption);
        account.trustedCertificates = certificateOf(QStringLiteral("localhost"));
        account.user = QStringLiteral("lea");
        account.passwordFile = m_folder.filePath(QStringLiteral("password"));
        QFile::remove(account.passwordFile);
        QCOMPARE(faultOf(sent(account, message())), std::optional(Fault::NoPassword));
        QFile file(account.passwordFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("sécret") > 0);
        file.close();
        QCOMPARE(faultOf(sent(account, message())), std::nullopt);
        QCOMPARE(server.mails.size(), 1);
        QCOMPARE(server.encrypted, 1);
        const QByteArray expected = QByteArray(
                                        "\0lea\0s\xc3\xa9"
                                        "cret",
                                        12)
                                        .toBase64();
        QVERIFY(std::ranges::any_of(server.commands, [&](const auto& line) { return line.endsWith(expected); }));
    }

    void aCertificateOfAnotherNameOrOfNobodyEndsIt_data() {
        QTest::addColumn<Encryption>("encryption");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTrusted");
        for (const auto& [encryption, words] :
             {std::pair(Encryption::Tls, "TLS"), {Encryption::StartTls, "STARTTLS"}}) {
            QTest::addRow("%s, another name", words) << encryption << QStringLiteral("elsewhere.example.org") << true;
            QTest::addRow("%s, of nobody", words) << encryption << QStringLiteral("localhost") << false;
        }
    }
    void aCertificateOfAnotherNameOrOfNobodyEndsIt() {
        QFETCH(const Encryption, encryption);
        QFETCH(const QString, name);
        QFETCH(const bool, isTrusted);
        SmtpServer server({.offersStartTls = true, .offersLogin = true});
        show(server, name, encryption);
        Account account = accountOf(server, encryption);
        account.trustedCertificates = isTrusted ? certificateOf(name) : QString();
        account.user = QStringLiteral("lea");
        account.password = QStringLiteral("secret");
        QCOMPARE(faultOf(sent(account, message())), std::optional(Fault::BadCertificate));
        saysNothingOfTheUser(server);
    }

    void whatIsToBeEncryptedNeverGoesInTheOpen_data() {
        QTest::addColumn<Encryption>("encryption");
        QTest::newRow("TLS") << Encryption::Tls;
        QTest::newRow("STARTTLS") << Encryption::StartTls;
    }
    void whatIsToBeEncryptedNeverGoesInTheOpen() {
        QFETCH(const Encryption, encryption);
        SmtpServer server({.offersLogin = true}); // speaks no TLS
        Account account = accountOf(server, encryption);
        account.user = QStringLiteral("lea");
        account.password = QStringLiteral("secret");
        account.patience = std::chrono::seconds(20);
        QCOMPARE(faultOf(sent(account, message())), std::optional(Fault::NoEncryption));
        saysNothingOfTheUser(server);
    }

private:
    [[nodiscard]] QString certificateOf(const QString& name) const {
        return m_folder.filePath(name + QStringLiteral(".pem"));
    }
    [[nodiscard]] QString keyOf(const QString& name) const { return m_folder.filePath(name + QStringLiteral(".key")); }

    void makeCertificate(const QString& name) {
        QProcess openssl;
        openssl.start(
            QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"), QStringLiteral("-newkey"),
             QStringLiteral("rsa:2048"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
             QStringLiteral("/CN=%1").arg(name), QStringLiteral("-addext"),
             QStringLiteral("subjectAltName=DNS:%1").arg(name), QStringLiteral("-keyout"), keyOf(name),
             QStringLiteral("-out"), certificateOf(name)});
        QVERIFY(openssl.waitForFinished(kLongMs));
        QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
    }

    void show(SmtpServer& server, const QString& name, Encryption encryption) const {
        server.isTls = encryption == Encryption::Tls;
        server.certificate = QSslCertificate::fromPath(certificateOf(name)).value(0);
        QFile file(keyOf(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        server.key = QSslKey(file.readAll(), QSsl::Rsa);
        QVERIFY(!server.certificate.isNull() && !server.key.isNull());
    }

    static void saysNothingOfTheUser(const SmtpServer& server) {
        QVERIFY(server.mails.isEmpty());
        for (const QByteArray& line : server.commands) {
            for (const char* word : {"AUTH", "MAIL", "lea", "secret", "bGVh"}) // the last: "lea" in Base64
                QVERIFY2(!line.contains(word), line.constData());
        }
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DeliveryTest)
#include "delivery_test.moc"
