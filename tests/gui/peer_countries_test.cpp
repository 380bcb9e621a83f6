// Countries in the list of peers.
#include "gui/details/peer_countries.h"

#include "window_fixture.h"

#include "data/country_file.h"
#include "gui/details/details_table.h"
#include "gui/details/peers_model.h"
#include "settings/schema.h"

#include <QFile>
#include <QSignalSpy>

using namespace essaim;
using namespace essaim::gui;

class PeerCountriesTest : public QObject {
    Q_OBJECT
private:
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
    static QByteArray database(const char* code, const char* name) {
        test::CountryFile file;
        file.add({192, 0, 2}, code, name, name);
        return QByteArray::fromStdString(file.bytes());
    }
    static engine::PeerDetails peer(const QString& address) {
        engine::PeerDetails details;
        details.address = address;
        details.port = 6881;
        return details;
    }

private Q_SLOTS:
    void aDatabaseOfTheSystemIsFoundAndThatOfCountriesPreferred() {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("asn.mmdb")), "broken");
        write(folder.filePath(QStringLiteral("zz-city.mmdb")), database("XX", "Of the cities"));
        write(folder.filePath(QStringLiteral("dbip-country-lite.mmdb")), database("NZ", "New Zealand"));
        settings::SettingsStore settings(folder.filePath(QStringLiteral("essaim.ini")));
        PeerCountries countries(settings, {folder.path()});
        PeersModel model(&countries);
        model.setPeers({peer(QStringLiteral("192.0.2.9")), peer(QStringLiteral("203.0.113.9"))});
        const QModelIndex known = model.index(0, PeersModel::CountryColumn);
        QTRY_COMPARE(known.data().toString(), QStringLiteral("New Zealand"));
        QCOMPARE(known.data(kBadgeRole).toString(), QStringLiteral("NZ"));
        const QModelIndex unknown = model.index(1, PeersModel::CountryColumn);
        QVERIFY(unknown.data().toString().isEmpty() && unknown.data(kBadgeRole).toString().isEmpty());
    }

    void theFileOfThePreferencesTakesItsPlaceAtOnce() {
        const QTemporaryDir folder;
        settings::SettingsStore settings(folder.filePath(QStringLiteral("essaim.ini")));
        PeerCountries countries(settings, {folder.path()});
        QSignalSpy available(&countries, &PeerCountries::availableChanged);
        QTRY_COMPARE(available.size(), 1);
        QVERIFY(!countries.isAvailable());
        PeersModel model(&countries);
        model.setPeers({peer(QStringLiteral("192.0.2.9"))});
        const QString file = folder.filePath(QStringLiteral("elsewhere.bin"));
        write(file, database("FR", "France"));
        settings.set(settings::kCountryDatabase, file);
        QTRY_VERIFY(countries.isAvailable());
        QTRY_COMPARE(model.index(0, PeersModel::CountryColumn).data().toString(), QStringLiteral("France"));
    }
};

QTEST_MAIN(PeerCountriesTest)
#include "peer_countries_test.moc"
