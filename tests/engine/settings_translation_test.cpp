// Which settings of libtorrent follow from ours.
#include "engine/settings_translation.h"

#include <QTest>

#include <limits>

using namespace essaim::engine;
using Pack = lt::settings_pack;

class SettingsTranslationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTorrentThatRunsIsAnnouncedInTime() {
        for (const int limit : {Pack::active_tracker_limit, Pack::active_dht_limit, Pack::active_lsd_limit}) {
            QCOMPARE(announceLimits(0).get_int(limit), sessionParams(SessionSettings{}).settings.get_int(limit));
            QVERIFY(announceLimits(250).get_int(limit) >= 10'000);
            QVERIFY(announceLimits(2).get_int(limit) > announceLimits(1).get_int(limit));
        }
    }

    void listensWhereTheUserSays_data() {
        QTest::addColumn<QString>("bind");
        QTest::addColumn<bool>("offline");
        QTest::addColumn<QString>("interfaces");
        QTest::newRow("everywhere") << QString() << false << QStringLiteral("0.0.0.0:7000,[::]:7000");
        QTest::newRow("offline") << QString() << true << QStringLiteral("127.0.0.1:7000");
        QTest::newRow("one address") << QStringLiteral("10.0.0.1") << false << QStringLiteral("10.0.0.1:7000");
        QTest::newRow("one IPv6 address") << QStringLiteral("fd00::1") << true << QStringLiteral("[fd00::1]:7000");
    }
    void listensWhereTheUserSays() {
        QFETCH(QString, bind);
        QFETCH(bool, offline);
        QFETCH(QString, interfaces);
        SessionSettings settings;
        settings.listenPort = 7000;
        settings.bindAddress = bind;
        settings.offline = offline;
        QCOMPARE(QString::fromStdString(userSettings(settings).get_str(Pack::listen_interfaces)), interfaces);
    }

    void leavesThisComputerOnlyWhenOnline() {
        SessionSettings settings;
        const auto outgoing = [&settings] { return userSettings(settings).get_str(Pack::outgoing_interfaces); };
        QCOMPARE(outgoing(), std::string());
        settings.offline = true;
        QCOMPARE(outgoing(), std::string("127.0.0.1"));
        settings.bindAddress = QStringLiteral("10.0.0.1"); // a network of the user's choice
        QCOMPARE(outgoing(), std::string("10.0.0.1"));
    }

    void contactsNobodyWhenOffline() {
        SessionSettings settings; // everything on
        const auto isOn = [](const Pack& pack) {
            return QList<bool>{
                pack.get_bool(Pack::enable_dht), pack.get_bool(Pack::enable_lsd), pack.get_bool(Pack::enable_upnp),
                pack.get_bool(Pack::enable_natpmp)};
        };
        QCOMPARE(isOn(userSettings(settings)), QList<bool>(4, true));
        settings.offline = true;
        QCOMPARE(isOn(userSettings(settings)), QList<bool>(4, false));
        settings.offline = false;
        settings.dht = false;
        QCOMPARE(isOn(userSettings(settings)), (QList<bool>{false, true, true, true}));
        settings.portMapping = false;
        QCOMPARE(isOn(userSettings(settings)), (QList<bool>{false, true, false, false}));
    }

    void keepsPeerExchangeToTorrents() {
        SessionSettings settings;
        QVERIFY(torrentFlags(settings) == lt::torrent_flags_t{});
        settings.pex = false;
        QVERIFY(torrentFlags(settings) == lt::torrent_flags::disable_pex);
    }

    void protectsDataWhateverTheUserSets() {
        const Pack pack = sessionParams({}).settings;
        QCOMPARE(pack.get_int(Pack::mmap_file_size_cutoff), std::numeric_limits<int>::max());
        QCOMPARE(pack.get_int(Pack::disk_write_mode), int(Pack::always_pwrite));
        QVERIFY(!pack.get_bool(Pack::disable_hash_checks));
        QVERIFY(pack.get_bool(Pack::ssrf_mitigation));
        QVERIFY(pack.get_bool(Pack::validate_https_trackers));
        QVERIFY(!pack.get_bool(Pack::listen_system_port_fallback));
        QCOMPARE(pack.get_int(Pack::max_retry_port_bind), 0);
    }

    void noticesASettingThatWasNotTaken() {
        Pack wanted;
        wanted.set_int(Pack::aio_threads, 4);
        wanted.set_bool(Pack::ssrf_mitigation, true);
        wanted.set_str(Pack::user_agent, "Essaim");
        Pack actual = lt::default_settings();
        actual.set_int(Pack::aio_threads, 4);
        actual.set_bool(Pack::ssrf_mitigation, true);
        actual.set_str(Pack::user_agent, "Essaim");
        QVERIFY(checkSettings(wanted, actual));
        actual.set_bool(Pack::ssrf_mitigation, false);
        const auto checked = checkSettings(wanted, actual);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, essaim::ErrorKind::Internal);
        QVERIFY(checked.error().detail.contains("ssrf_mitigation"));
    }
};

QTEST_GUILESS_MAIN(SettingsTranslationTest)
#include "settings_translation_test.moc"
