// A .torrent that comes late changes nothing that was decided meanwhile.
#include "engine/session.h"
#include "hosting/file_supply.h"
#include "hosting/host_place.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace essaim;
using hosting::TrackerHost;
using hosting::test::Place;

namespace {

constexpr int kDeadlineMs = 30'000;

const QByteArray& info() {
    static const QByteArray bytes =
        "d6:lengthi1000e4:name4:film12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaa7:privatei1ee";
    return bytes;
}

} // namespace

class FileSupplyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void the_file_of_what_is_hosted_without_one_is_asked_for();
    void a_late_file_gives_no_visibility_back();
    void a_late_file_brings_nothing_back();

private:
    [[nodiscard]] const tracker::HostedStatus& status() const { return m_place->host->snapshot().hosted.front(); }
    void answer() { Q_EMIT m_session->torrentFile(m_torrent.infoHash.id(), "d4:info" + info() + "e"); }

    std::optional<Place> m_place;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<hosting::FileSupply> m_supply;
    tracker::HostedTorrent m_torrent;
};

void FileSupplyTest::init() {
    m_place.emplace();
    m_session = std::make_unique<engine::Session>(engine::SessionConfig{}); // never started: the test answers for it
    m_supply = std::make_unique<hosting::FileSupply>(*m_session, *m_place->host);
    m_place->host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_place->host->state(), TrackerHost::State::On, kDeadlineMs);
    m_torrent = {};
    m_torrent.infoHash.v1 =
        Sha1Hash::fromBytes(QCryptographicHash::hash(info(), QCryptographicHash::Sha1).toStdString());
    m_torrent.name = "film";
    m_torrent.size = 1000;
    m_torrent.isPrivate = true;
    m_place->host->host(m_torrent);
    QTRY_COMPARE_WITH_TIMEOUT(m_place->host->snapshot().hosted.size(), 1U, kDeadlineMs);
    QVERIFY(!status().hasFile);
}

void FileSupplyTest::cleanup() {
    m_supply.reset();
    m_session.reset();
    m_place.reset();
}

void FileSupplyTest::the_file_of_what_is_hosted_without_one_is_asked_for() {
    answer();
    QTRY_VERIFY_WITH_TIMEOUT(status().hasFile, kDeadlineMs);
}

void FileSupplyTest::a_late_file_gives_no_visibility_back() {
    m_torrent.visibility = tracker::Visibility::Friends;
    m_place->host->host(m_torrent); // under way: the window does not know yet
    QCOMPARE(status().torrent.visibility, tracker::Visibility::Everyone);
    answer();
    QTRY_VERIFY_WITH_TIMEOUT(status().hasFile, kDeadlineMs);
    QCOMPARE(status().torrent.visibility, tracker::Visibility::Friends);
}

void FileSupplyTest::a_late_file_brings_nothing_back() {
    m_place->host->unhost(m_torrent.infoHash.id());
    answer();
    tracker::HostedTorrent other = m_torrent;
    other.infoHash.v1->bytes.fill(9);
    QSignalSpy hosted(&*m_place->host, &TrackerHost::hosted);
    m_place->host->host(other); // after the answer
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::any_of(
            hosted,
            [&other](const auto& one) { return one.first().template value<TorrentId>() == other.infoHash.id(); }),
        kDeadlineMs);
    QCOMPARE(m_place->host->snapshot().hosted.size(), 1U);
    QVERIFY(!m_place->host->isHosted(m_torrent.infoHash.id()));
}

QTEST_GUILESS_MAIN(FileSupplyTest)
#include "file_supply_test.moc"
