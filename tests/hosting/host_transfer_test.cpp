// Sharing a torrent of the list: links wait until the router has answered, but not for ever.
#include "engine/session.h"
#include "hosting/free_port.h"
#include "hosting/host_transfer.h"
#include "hosting/port_forwarding.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace essaim;
using engine::PortMapping;
using hosting::HostTransfer;
using hosting::Reachability;
using hosting::TrackerHost;

namespace {

constexpr int kDeadlineMs = 20'000;
const auto kLan = QStringLiteral("10.77.0.1");
const auto kOutside = QStringLiteral("5.5.1.2");

QByteArray torrentOf(char letter) {
    const QByteArray pieces(20, letter);
    return "d4:infod6:lengthi1000e4:name4:film12:piece lengthi16384e6:pieces20:" + pieces + "ee";
}

} // namespace

class HostTransferTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void a_link_waits_for_the_router();
    void a_router_that_says_no_is_an_answer();
    void a_router_that_never_answers_is_not_waited_for_for_ever();
    void who_hears_of_the_start_hears_of_the_router();

private:
    [[nodiscard]] TorrentId add(const QByteArray& torrent);
    void share();
    void tell(PortMapping::State state);
    [[nodiscard]] bool hasAskedForTheFile();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<TrackerHost> m_host;
    std::unique_ptr<engine::Session> m_session;
    TorrentId m_id;
    TorrentId m_marker;
    std::optional<Expected<QString>> m_link;
};

/// Where there is no network, there is no router to wait for: this computer gets an address of a home.
void HostTransferTest::initTestCase() {
    QProcess ip;
    ip.start(
        QStringLiteral("ip"), {QStringLiteral("address"), QStringLiteral("add"), kLan + QStringLiteral("/24"),
                               QStringLiteral("dev"), QStringLiteral("lo")});
    QVERIFY(ip.waitForFinished(kDeadlineMs));
    QCOMPARE(ip.exitCode(), 0);
}

void HostTransferTest::init() {
    m_link.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<settings::SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, false).value()));
    m_host = std::make_unique<TrackerHost>(*m_settings, m_folder->filePath(QStringLiteral("tracker.db")), false);
    engine::SessionSettings offline;
    offline.offline = true;
    m_session = std::make_unique<engine::Session>(engine::SessionConfig{{}, offline});
    QSignalSpy started(m_session.get(), &engine::Session::started);
    m_session->start();
    QVERIFY(started.wait(kDeadlineMs));
    m_id = add(torrentOf('a'));
    m_marker = add(torrentOf('b'));
    m_host->setEnabled(true);
    tell(PortMapping::State::Asking);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    QCOMPARE(m_host->reachability().verdict, Reachability::Verdict::Asking);
}

void HostTransferTest::cleanup() {
    m_session.reset();
    m_host.reset();
    m_settings.reset();
    m_folder.reset();
}

TorrentId HostTransferTest::add(const QByteArray& torrent) {
    engine::AddTorrentRequest request;
    request.torrent = torrent;
    request.savePath = m_folder->filePath(QStringLiteral("files"));
    request.diskName = QString::fromLatin1(torrent.right(3).left(1));
    QSignalSpy added(m_session.get(), &engine::Session::addFinished);
    m_session->add(request);
    if (!added.wait(kDeadlineMs))
        return {};
    return added.first().first().value<engine::AddTorrentOutcome>().id;
}

void HostTransferTest::share() {
    tracker::HostedTorrent torrent;
    torrent.infoHash.v1 = m_id;
    torrent.name = "film";
    torrent.size = 1000;
    auto* transfer = new HostTransfer(*m_session, *m_host, m_host.get());
    connect(transfer, &HostTransfer::finished, this, [this](const auto& link) { m_link = link; });
    transfer->start(torrent);
}

void HostTransferTest::tell(PortMapping::State state) {
    PortMapping mapping;
    mapping.state = state;
    mapping.port = m_host->port();
    if (state == PortMapping::State::Mapped) {
        mapping.tcpPort = mapping.udpPort = mapping.port;
        mapping.routerAddress = IpAddress::parse(kOutside.toStdString());
    }
    m_host->setPortMapping(mapping);
}

/// The session answers in the order in which it was asked.
bool HostTransferTest::hasAskedForTheFile() {
    QSignalSpy files(m_session.get(), &engine::Session::torrentFile);
    m_session->requestTorrentFile(m_marker);
    while (files.isEmpty() || files.last().first().value<TorrentId>() != m_marker) {
        if (!files.wait(kDeadlineMs))
            return true;
    }
    return files.size() > 1;
}

void HostTransferTest::a_link_waits_for_the_router() {
    share();
    QVERIFY(!hasAskedForTheFile());
    tell(PortMapping::State::Mapped);
    QTRY_VERIFY_WITH_TIMEOUT(m_link.has_value(), kDeadlineMs);
    QVERIFY(m_link->has_value());
    QVERIFY2(m_link->value().contains(kOutside), qPrintable(m_link->value()));
    QVERIFY(m_host->isHosted(m_id));
}

void HostTransferTest::a_router_that_says_no_is_an_answer() {
    share();
    QVERIFY(!hasAskedForTheFile());
    tell(PortMapping::State::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(m_link.has_value(), kDeadlineMs);
    QVERIFY(m_link->has_value());
    QVERIFY2(m_link->value().contains(kLan), qPrintable(m_link->value()));
}

void HostTransferTest::a_router_that_never_answers_is_not_waited_for_for_ever() {
    share();
    QVERIFY(!hasAskedForTheFile());
    QTRY_VERIFY_WITH_TIMEOUT(m_link.has_value(), kDeadlineMs);
    QCOMPARE(m_host->reachability().verdict, Reachability::Verdict::Asking);
    QVERIFY(m_link->has_value());
    QVERIFY2(m_link->value().contains(kLan), qPrintable(m_link->value()));
}

/// The session's answer comes later than the tracker's.
void HostTransferTest::who_hears_of_the_start_hears_of_the_router() {
    m_host->setEnabled(false);
    tell(PortMapping::State::Off);
    const hosting::PortForwarding forwarding(*m_session, *m_host);
    std::optional<PortMapping::State> atStart;
    connect(m_host.get(), &TrackerHost::stateChanged, this, [&] {
        if (!atStart && m_host->portToMap() != 0)
            atStart = m_host->portMapping().state;
    });
    m_host->setEnabled(true);
    QTRY_VERIFY_WITH_TIMEOUT(atStart, kDeadlineMs);
    QCOMPARE(*atStart, PortMapping::State::Asking);
    // The settings of this session forbid to ask.
    QTRY_COMPARE_WITH_TIMEOUT(m_host->reachability().verdict, Reachability::Verdict::NotAsked, kDeadlineMs);
}

QTEST_GUILESS_MAIN(HostTransferTest)
#include "host_transfer_test.moc"
