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
            QCOMPARE(announcePace(100, 0).get_int(limit), sessionParams(SessionSettings{}).settings.get_int(limit));
            QVERIFY(announcePace(10'000, 250).get_int(limit) >= 10'000);
            QVERIFY(announcePace(10'000, 2).get_int(limit) > announcePace(10'000, 1).get_int(limit));
        }
    }

    void manyTorrentsTroubleASilentTrackerLess() {
        const lt::settings_pack few = announcePace(100, 0);
        const lt::settings_pack many = announcePace(10'000, 0);
        QCOMPARE(
            few.get_int(Pack::tracker_backoff),
            sessionParams(SessionSettings{}).settings.get_int(Pack::tracker_backoff));
        QVERIFY(many.get_int(Pack::tracker_backoff) > few.get_int(Pack::tracker_backoff));
        QVERIFY(many.get_int(Pack::active_tracker_limit) < few.get_int(Pack::active_tracker_limit));
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

    void bansRangesButNeverThisComputer() {
        SessionSettings settings;
        settings.bannedPeers = {QStringLiteral("10.0.0.0/8"),    QStringLiteral("192.0.2.7-192.0.2.9"),
                                QStringLiteral("2001:db8::/32"), QStringLiteral("nonsense"),
                                QStringLiteral("198.51.100.1"),  QStringLiteral("126.0.0.0-128.0.0.0")};
        const lt::ip_filter filter = bannedPeers(settings);
        const auto isBanned = [&filter](const char* address) {
            return filter.access(lt::make_address(address)) == lt::ip_filter::blocked;
        };
        for (const char* const one :
             {"10.0.0.0", "10.255.255.255", "192.0.2.7", "192.0.2.9", "2001:db8:ffff::1", "198.51.100.1", "126.0.0.1",
              "128.0.0.0"})
            QVERIFY2(isBanned(one), one);
        for (const char* const one :
             {"11.0.0.0", "9.255.255.255", "192.0.2.6", "192.0.2.10", "2001:db9::", "198.51.100.2", "127.0.0.1",
              "127.9.9.9", "::1"})
            QVERIFY2(!isBanned(one), one);
        settings.bannedPeers = {QStringLiteral("::/0")};
        QVERIFY(bannedPeers(settings).access(lt::make_address("::2")) == lt::ip_filter::blocked);
        QVERIFY(bannedPeers(settings).access(lt::make_address("::1")) != lt::ip_filter::blocked);
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
