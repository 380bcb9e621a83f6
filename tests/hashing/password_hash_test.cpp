// Passwords as they are written down.
#include "hashing/password_hash.h"

#include <QTest>

using namespace essaim::hashing;

class PasswordHashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPasswordFitsItsHashAndNoOther() {
        const auto hash = hashPassword("mot de passe é");
        QVERIFY(hash);
        QVERIFY(isPasswordHash(*hash));
        QVERIFY(isPasswordOf("mot de passe é", *hash));
        QVERIFY(!isPasswordOf("mot de passe e", *hash));
        QVERIFY(!isPasswordOf("", *hash));
        QVERIFY(hash->find("mot") == std::string::npos);
    }

    void twoHashesOfOnePasswordDiffer() { QVERIFY(*hashPassword("same") != *hashPassword("same")); }

    void thatOfAnotherToolFits() {
        // By hashlib of Python:
        // scrypt(b"pleaseletmein", salt=b"SodiumChloride16", n=1024, r=8, p=1, dklen=32)
        const std::string hash = "scrypt:1024:8:1:536f6469756d43686c6f726964653136:"
                                 "c259dbffbcff249591dcb872c422fd04fcd1cca45d07cc0fc7f87bdec4cb89b8";
        QVERIFY(isPasswordOf("pleaseletmein", hash));
    }

    void whatCannotBeReadFitsNothing_data() {
        QTest::addColumn<QString>("hash");
        for (const char* hash :
             {"", "scrypt", "scrypt:1:2", "md5:1024:8:1:00:00", "scrypt:1024:8:1:zz:00",
              "scrypt:99999999:8:1:536f6469756d43686c6f726964653136:"
              "0000000000000000000000000000000000000000000000000000000000000000"})
            QTest::addRow("%s", hash) << QString::fromLatin1(hash);
    }
    void whatCannotBeReadFitsNothing() {
        QFETCH(QString, hash);
        QVERIFY(!isPasswordHash(hash.toStdString()));
        QVERIFY(!isPasswordOf("", hash.toStdString()));
    }
};

QTEST_GUILESS_MAIN(PasswordHashTest)
#include "password_hash_test.moc"
