// Countries of addresses, from a file that the test writes itself.
#include "geo/country_database.h"

#include "data/country_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;

class CountryDatabaseTest : public QObject {
    Q_OBJECT
private:
    std::string written(const char* name, const std::string& bytes) {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
            qFatal("cannot write");
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void findsTheCountryOfAnAddressInTheWantedLanguage() {
        test::CountryFile file;
        file.add({192, 0, 2}, "FR", "France", "France");
        file.add({198, 51, 100}, "DE", "Germany", "Allemagne");
        const auto database = geo::CountryDatabase::open(written("countries.mmdb", file.bytes()));
        QVERIFY(database);
        QVERIFY(database->find("198.51.100.7", "fr") == geo::Country({"DE", "Allemagne"}));
        QVERIFY(database->find("198.51.100.255", "xx") == geo::Country({"DE", "Germany"}));
        QVERIFY(database->find("192.0.2.1", "en") == geo::Country({"FR", "France"}));
        QVERIFY(!database->find("203.0.113.1", "en"));
        QVERIFY(!database->find("2001:db8::1", "en"));
        QVERIFY(!database->find("no address", "en"));
    }

    void anotherFileIsNoDatabase() {
        QVERIFY(!geo::CountryDatabase::open(written("text.mmdb", "not a database")));
        QVERIFY(!geo::CountryDatabase::open(m_folder.filePath(QStringLiteral("nothing.mmdb")).toStdString()));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CountryDatabaseTest)
#include "country_database_test.moc"
