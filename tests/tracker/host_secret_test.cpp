// The file of which the keys of friends are made.
#include "tracker/access/host_secret.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace essaim;
using namespace essaim::tracker;

class HostSecretTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char* suffix = "") const {
        return m_folder->filePath(QStringLiteral("tracker.secret") + QString::fromLatin1(suffix));
    }
    [[nodiscard]] std::string keyNow() const {
        const auto secret = HostSecret::open(path().toStdString());
        return secret ? secret->passkeyOf({1, 2, 3}) : describe(secret.error());
    }
    void overwrite(const QString& file, const QByteArray& bytes) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    [[nodiscard]] static QByteArray contentOf(const QString& file) {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isMadeOnceForItsOwnerOnly() {
        const auto key = keyNow();
        QCOMPARE(key.size(), 40u);
        QCOMPARE(keyNow(), key);
        for (const char* const suffix : {"", ".copy"}) {
            const auto mode = std::filesystem::status(path(suffix).toStdString()).permissions();
            QVERIFY(mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
        }
        QVERIFY(!contentOf(path()).contains(QByteArray::fromStdString(key)));
    }

    void keysDifferByFriendPurposeAndHost() {
        const auto secret = HostSecret::open(path().toStdString());
        QVERIFY(secret.has_value());
        const auto other = HostSecret::open(path("2").toStdString());
        QVERIFY(other.has_value());
        const storage::KeySalt anna{1};
        const storage::KeySalt ben{2};
        QVERIFY(secret->passkeyOf(anna) != secret->passkeyOf(ben));
        QVERIFY(secret->passkeyOf(anna) != other->passkeyOf(anna));
        QVERIFY(secret->passkeyOf(anna).substr(0, 32) != secret->inviteTokenOf(anna));
        QVERIFY(secret->ownPasskey() != secret->passkeyOf({}));
        QCOMPARE(secret->inviteTokenOf(anna).size(), 32u);
    }

    // So that what was sent to friends stays good in every later version.
    void isDerivedAsBefore() {
        Sha256Hash bytes;
        bytes.bytes.fill(7);
        const HostSecret secret(bytes);
        QCOMPARE(secret.passkeyOf({1, 2, 3}), std::string("9b26a21b706ad90f4bbecbf380585740d3478a04"));
        QCOMPARE(secret.inviteTokenOf({1, 2, 3}), std::string("85c1376c55de45f17611444dfc61b604"));
    }

    void comesBackFromItsCopy_data() {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("lost") << false << QByteArray();
        QTest::newRow("empty") << true << QByteArray();
        QTest::newRow("of zeros") << true << QByteArray(300, '\0');
        QTest::newRow("one digit other") << true << QByteArray("digit");
    }
    void comesBackFromItsCopy() {
        QFETCH(bool, isThere);
        QFETCH(QByteArray, content);
        const auto key = keyNow();
        if (content == "digit") {
            content = contentOf(path());
            const auto at = content.indexOf("-1\n") + 5;
            content[at] = content[at] == '0' ? '1' : '0';
        }
        if (isThere)
            overwrite(path(), content);
        else
            QVERIFY(QFile::remove(path()));
        QCOMPARE(keyNow(), key);
        QVERIFY(QFile::exists(path()));
        QCOMPARE(QFile::exists(path(".damaged")), isThere);
    }

    void aLostCopyIsMadeAgain() {
        const auto key = keyNow();
        QVERIFY(QFile::remove(path(".copy")));
        QCOMPARE(keyNow(), key);
        QVERIFY(QFile::remove(path()));
        QCOMPARE(keyNow(), key);
    }

    void isMadeAnewWhenBothAreLost() {
        const auto key = keyNow();
        QVERIFY(QFile::remove(path()));
        QVERIFY(QFile::remove(path(".copy")));
        QCOMPARE(keyNow().size(), 40u);
        QVERIFY(keyNow() != key);
    }
};

QTEST_GUILESS_MAIN(HostSecretTest)
#include "host_secret_test.moc"
