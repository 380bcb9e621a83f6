// The embedded tracker behind its switch.
#include "hosting/free_port.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using hosting::TrackerHost;

namespace {

constexpr int kDeadlineMs = 10'000;

tracker::HostedTorrent sample(std::uint8_t seed) {
    tracker::HostedTorrent torrent;
    torrent.infoHash.v1 = Sha1Hash{};
    torrent.infoHash.v1->bytes.fill(seed);
    torrent.name = "Été";
    torrent.size = 1000;
    return torrent;
}

bool accepts(quint16 port) {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(kDeadlineMs);
}

} // namespace

class TrackerHostTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void it_serves_while_it_is_on();
    void it_names_only_loopback_when_offline();
    void a_taken_port_is_an_error_with_a_remedy();
    void a_failed_start_can_be_repeated();
    void another_port_ends_a_failure();
    void a_taken_port_is_used_once_it_is_free();
    void what_is_hosted_survives_the_switch();
    void a_torrent_that_is_no_longer_hosted_leaves_the_list();
    void hosting_while_it_is_off_fails();
    void the_last_of_several_switches_counts();
    void a_new_port_in_the_settings_moves_it();
    void it_comes_back_only_if_it_was_on();

private:
    void switchOn();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<TrackerHost> m_host;
};

void TrackerHostTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<settings::SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
    m_host = std::make_unique<TrackerHost>(*m_settings, m_folder->filePath(QStringLiteral("tracker.db")), true);
}

void TrackerHostTest::cleanup() {
    m_host.reset();
    m_settings.reset();
    m_folder.reset();
}

void TrackerHostTest::switchOn() {
    m_host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
}

void TrackerHostTest::it_serves_while_it_is_on() {
    QSignalSpy snapshots(m_host.get(), &TrackerHost::snapshotChanged);
    m_host->setEnabled(true);
    QCOMPARE(m_host->state(), TrackerHost::State::Starting);
    QVERIFY(m_host->announceUrls().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    QVERIFY(accepts(m_host->port()));
    QVERIFY(m_settings->value(settings::kTrackerEnabled));
    snapshots.clear();
    QTRY_VERIFY_WITH_TIMEOUT(snapshots.size() >= 2, kDeadlineMs);

    m_host->setEnabled(false);
    QCOMPARE(m_host->state(), TrackerHost::State::Off);
    QVERIFY(!m_settings->value(settings::kTrackerEnabled));
    QTRY_VERIFY_WITH_TIMEOUT(!accepts(m_host->port()), kDeadlineMs);
}

void TrackerHostTest::it_names_only_loopback_when_offline() {
    m_settings->set(settings::kTrackerHostName, QStringLiteral("lea.example.net"));
    switchOn();
    const QString rest = QStringLiteral("://127.0.0.1:%1/announce").arg(m_host->port());
    QCOMPARE(m_host->announceUrls(), (QStringList{QStringLiteral("http") + rest, QStringLiteral("udp") + rest}));
    QCOMPARE(m_host->addresses().size(), 1);
    QCOMPARE(m_host->loopbackAnnounceUrl(), QStringLiteral("http") + rest);
}

void TrackerHostTest::a_taken_port_is_an_error_with_a_remedy() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_settings->value(settings::kTrackerPort))));
    m_host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::Failed, kDeadlineMs);
    QVERIFY(m_host->error());
    QCOMPARE(m_host->error()->kind, ErrorKind::AddressInUse);
    QVERIFY(m_host->addresses().isEmpty());

    m_host->useFreePort();
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    QVERIFY(m_host->port() != other.serverPort());
    QCOMPARE(m_settings->value(settings::kTrackerPort), int(m_host->port()));
    QVERIFY(!m_host->error());
    QVERIFY(accepts(m_host->port()));
}

void TrackerHostTest::a_failed_start_can_be_repeated() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_settings->value(settings::kTrackerPort))));
    m_host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::Failed, kDeadlineMs);
    other.close();
    switchOn();
}

void TrackerHostTest::another_port_ends_a_failure() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_settings->value(settings::kTrackerPort))));
    m_host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::Failed, kDeadlineMs);
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(other.serverPort(), true).value()));
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    QVERIFY(!m_host->error());
}

void TrackerHostTest::a_taken_port_is_used_once_it_is_free() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_settings->value(settings::kTrackerPort))));
    m_host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::Failed, kDeadlineMs);
    other.close();
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, 2 * kDeadlineMs);
}

void TrackerHostTest::what_is_hosted_survives_the_switch() {
    switchOn();
    QSignalSpy hosted(m_host.get(), &TrackerHost::hosted);
    m_host->host(sample(1));
    QTRY_COMPARE_WITH_TIMEOUT(hosted.size(), 1, kDeadlineMs);
    QVERIFY(m_host->isHosted(sample(1).infoHash.id())); // at once, not with the next snapshot
    QVERIFY(!m_host->isHosted(sample(2).infoHash.id()));

    m_host->setEnabled(false);
    QVERIFY(m_host->snapshot().hosted.empty());
    switchOn();
    QTRY_VERIFY_WITH_TIMEOUT(m_host->isHosted(sample(1).infoHash.id()), kDeadlineMs);
    QCOMPARE(m_host->snapshot().hosted.front().torrent.name, std::string("Été"));
}

void TrackerHostTest::a_torrent_that_is_no_longer_hosted_leaves_the_list() {
    switchOn();
    QSignalSpy unhosted(m_host.get(), &TrackerHost::unhosted);
    m_host->host(sample(1));
    m_host->host(sample(2));
    m_host->unhost(sample(1).infoHash.id());
    QTRY_COMPARE_WITH_TIMEOUT(unhosted.size(), 1, kDeadlineMs);
    QVERIFY(!m_host->isHosted(sample(1).infoHash.id()));
    QVERIFY(m_host->isHosted(sample(2).infoHash.id()));
}

void TrackerHostTest::hosting_while_it_is_off_fails() {
    QSignalSpy hosted(m_host.get(), &TrackerHost::hosted);
    QSignalSpy failed(m_host.get(), &TrackerHost::hostFailed);
    m_host->host(sample(1));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kDeadlineMs);
    QCOMPARE(hosted.size(), 0);
}

void TrackerHostTest::the_last_of_several_switches_counts() {
    for (const bool on : {true, false, true, false, true})
        m_host->setEnabled(on);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    QVERIFY(accepts(m_host->port()));
    for (const bool on : {false, true, false})
        m_host->setEnabled(on);
    QTRY_VERIFY_WITH_TIMEOUT(!accepts(m_host->port()), kDeadlineMs);
    QCOMPARE(m_host->state(), TrackerHost::State::Off);
}

void TrackerHostTest::a_new_port_in_the_settings_moves_it() {
    switchOn();
    const quint16 before = m_host->port();
    const quint16 next = hosting::freePortNear(before, true).value();
    m_settings->set(settings::kTrackerPort, int(next));
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    QCOMPARE(m_host->port(), next);
    QVERIFY(accepts(next));
    QVERIFY(!accepts(before));
    QVERIFY(m_host->announceUrls().first().contains(QString::number(next)));
}

void TrackerHostTest::it_comes_back_only_if_it_was_on() {
    m_host->restore();
    QCOMPARE(m_host->state(), TrackerHost::State::Off);
    m_settings->set(settings::kTrackerEnabled, true);
    m_host->restore();
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
}

QTEST_GUILESS_MAIN(TrackerHostTest)
#include "tracker_host_test.moc"
