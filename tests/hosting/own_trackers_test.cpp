// Transfers of what is shared here announce to this host's own tracker, and to it no longer when they are not.
#include "engine/session.h"
#include "hosting/free_port.h"
#include "hosting/host_transfer.h"
#include "hosting/own_trackers.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace essaim;
using hosting::HostTransfer;
using hosting::OwnTrackers;
using hosting::TrackerHost;
using tracker::Visibility;

namespace {

constexpr int kDeadlineMs = 40'000;
const auto kForeign = QStringLiteral("http://127.0.0.1:9/announce");
const auto kForeignKey = QStringLiteral("http://127.0.0.1:9/announce/") + QString(40, u'c');

QByteArray torrent(const QByteArray& name) {
    const QByteArray first = kForeign.toUtf8();
    const QByteArray second = kForeignKey.toUtf8();
    const auto text = [](const QByteArray& bytes) { return QByteArray::number(bytes.size()) + ':' + bytes; };
    return "d13:announce-listll" + text(first) + "el" + text(second) + "ee4:infod6:lengthi1000e4:name" + text(name) +
           "12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaa7:privatei1eee";
}

} // namespace

class OwnTrackersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void what_is_taken_down_announces_here_no_more_until_that_is_undone();
    void taking_down_can_be_undone_after_a_restart();
    void what_is_shared_no_more_announces_here_no_more();
    void another_port_takes_the_place_of_the_old_one();
    void another_port_is_noticed_after_a_restart();
    void another_host_name_takes_the_place_of_the_old_one();
    void with_whom_it_is_shared_decides_about_the_key();
    void a_new_key_of_the_host_takes_the_place_of_the_old_one();
    void restored_ones_follow_to_the_address_of_today();
    void an_old_key_is_not_valid_again_when_the_database_is_lost();

private:
    void start();
    void end();
    void add(const QByteArray& name);
    void watch(const TorrentId& id);
    void share(Visibility visibility = Visibility::Everyone);
    void withdraw(const std::string& reason);
    void undo();
    [[nodiscard]] QStringList foreignAnd(const QStringList& urls) const;
    [[nodiscard]] QStringList shared() const;
    [[nodiscard]] quint16 otherPort() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<TrackerHost> m_host;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<OwnTrackers> m_own;
    TorrentId m_id;
    QStringList m_trackers; ///< of the transfer, sorted
};

void OwnTrackersTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<settings::SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, false).value()));
    m_settings->set(settings::kTrackerHostName, QStringLiteral("one.example"));
    m_settings->set(settings::kTrackerEnabled, true);
    start();
    add("film");
}

/// Another torrent becomes the one that this is about.
void OwnTrackersTest::add(const QByteArray& name) {
    engine::AddTorrentRequest request;
    request.torrent = torrent(name);
    request.savePath = m_folder->filePath(QStringLiteral("files"));
    QSignalSpy added(m_session.get(), &engine::Session::addFinished);
    m_session->add(request);
    QVERIFY(added.wait(kDeadlineMs));
    watch(added.first().first().value<engine::AddTorrentOutcome>().id);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({}), kDeadlineMs);
}

void OwnTrackersTest::watch(const TorrentId& id) {
    m_id = id;
    m_trackers.clear();
    m_session->watchDetails(m_id, engine::DetailsPart::Trackers);
}

void OwnTrackersTest::start() {
    m_host = std::make_unique<TrackerHost>(*m_settings, m_folder->filePath(QStringLiteral("tracker.db")), false);
    engine::SessionSettings offline;
    offline.offline = true;
    m_session = std::make_unique<engine::Session>(
        engine::SessionConfig{m_folder->filePath(QStringLiteral("essaim.db")), offline});
    connect(m_session.get(), &engine::Session::detailsSeen, this, [this](const auto& details) {
        const auto* seen = std::get_if<engine::TrackersDetails>(&details->part);
        if (!seen || details->id != m_id)
            return;
        m_trackers.clear();
        for (const auto& tracker : seen->trackers)
            m_trackers << tracker.url;
        m_trackers.sort();
    });
    QSignalSpy running(m_session.get(), &engine::Session::allRunning);
    m_session->start();
    QVERIFY(running.wait(kDeadlineMs));
    m_own = std::make_unique<OwnTrackers>(*m_session, *m_host, *m_settings);
    m_host->restore();
    QTRY_VERIFY_WITH_TIMEOUT(m_host->snapshot().startedAt != 0, kDeadlineMs);
    if (m_id != TorrentId())
        watch(m_id);
}

void OwnTrackersTest::end() {
    QSignalSpy stopped(m_session.get(), &engine::Session::stopped);
    m_session->shutdown();
    QVERIFY(stopped.wait(kDeadlineMs));
    m_own.reset();
    m_session.reset();
    m_host.reset();
    m_trackers.clear();
}

void OwnTrackersTest::cleanup() {
    end();
    m_id = {};
    m_settings.reset();
    m_folder.reset();
}

void OwnTrackersTest::share(Visibility visibility) {
    tracker::HostedTorrent hosted;
    hosted.infoHash.v1 = m_id;
    hosted.name = "film";
    hosted.size = 1000;
    hosted.visibility = visibility;
    hosted.isPrivate = true;
    auto* transfer = new HostTransfer(*m_session, *m_host, m_host.get());
    QSignalSpy finished(transfer, &HostTransfer::finished);
    transfer->start(hosted);
    QVERIFY(finished.wait(kDeadlineMs));
    QVERIFY(m_host->isHosted(m_id));
}

void OwnTrackersTest::withdraw(const std::string& reason) {
    m_host->change(
        [id = m_id, reason](tracker::Tracker& tracker) { return tracker.withdraw(id, reason); }, [](const auto&) {});
}

void OwnTrackersTest::undo() {
    m_host->change(
        [id = m_id](tracker::Tracker& tracker) -> Expected<void> {
            const auto restored = tracker.restore({id});
            return restored ? Expected<void>() : std::unexpected(restored.error());
        },
        [](const auto&) {});
}

QStringList OwnTrackersTest::foreignAnd(const QStringList& urls) const {
    QStringList result = QStringList{kForeign, kForeignKey} + urls;
    result.sort();
    return result;
}

/// What a transfer has that is shared with everyone.
QStringList OwnTrackersTest::shared() const {
    return foreignAnd(m_host->publicAnnounceUrls() + QStringList{m_host->loopbackAnnounceUrl()});
}

quint16 OwnTrackersTest::otherPort() const {
    return hosting::freePortNear(quint16(m_host->port() + 1), false).value();
}

void OwnTrackersTest::what_is_taken_down_announces_here_no_more_until_that_is_undone() {
    share();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
    QVERIFY(m_trackers.size() > 3);
    withdraw("a reason");
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({}), kDeadlineMs);
    undo();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
}

void OwnTrackersTest::taking_down_can_be_undone_after_a_restart() {
    share();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
    withdraw("a reason");
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({}), kDeadlineMs);
    end();
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({}), kDeadlineMs);
    undo();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
}

void OwnTrackersTest::what_is_shared_no_more_announces_here_no_more() {
    share(Visibility::Friends);
    const QString own = m_host->ownAnnounceUrl(Visibility::Friends);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({own}), kDeadlineMs);
    m_host->unhost(m_id);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({}), kDeadlineMs);
}

void OwnTrackersTest::another_port_takes_the_place_of_the_old_one() {
    share();
    const QStringList before = shared();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, before, kDeadlineMs);
    m_settings->set(settings::kTrackerPort, int(otherPort()));
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
    QVERIFY(m_trackers != before);
}

void OwnTrackersTest::another_port_is_noticed_after_a_restart() {
    share(Visibility::Friends);
    const QStringList before = foreignAnd({m_host->ownAnnounceUrl(Visibility::Friends)});
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, before, kDeadlineMs);
    const quint16 other = otherPort();
    end();
    m_settings->set(settings::kTrackerPort, int(other));
    start();
    const QStringList after = foreignAnd({m_host->ownAnnounceUrl(Visibility::Friends)});
    QVERIFY(after != before);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, after, kDeadlineMs);
}

void OwnTrackersTest::another_host_name_takes_the_place_of_the_old_one() {
    share();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
    QCOMPARE(m_trackers.filter(QStringLiteral("//one.example:")).size(), 2);
    m_settings->set(settings::kTrackerHostName, QStringLiteral("two.example"));
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
    QVERIFY(m_trackers.filter(QStringLiteral("//one.example:")).isEmpty());
    QCOMPARE(m_trackers.filter(QStringLiteral("//two.example:")).size(), 2);
}

void OwnTrackersTest::with_whom_it_is_shared_decides_about_the_key() {
    share();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
    share(Visibility::Friends);
    const QString own = m_host->ownAnnounceUrl(Visibility::Friends);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({own}), kDeadlineMs);
    share();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
}

void OwnTrackersTest::a_new_key_of_the_host_takes_the_place_of_the_old_one() {
    share(Visibility::Friends);
    const QString old = m_host->ownAnnounceUrl(Visibility::Friends);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({old}), kDeadlineMs);
    std::optional<Expected<void>> renewed;
    m_host->renewOwnKey([&renewed](const Expected<void>& result) { renewed = result; });
    QTRY_VERIFY_WITH_TIMEOUT(renewed.has_value(), kDeadlineMs);
    QVERIFY(renewed->has_value());
    const QString own = m_host->ownAnnounceUrl(Visibility::Friends);
    QVERIFY(own != old);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({own}), kDeadlineMs);
    end();
    start();
    QCOMPARE(m_host->ownAnnounceUrl(Visibility::Friends), own);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, foreignAnd({own}), kDeadlineMs);
}

void OwnTrackersTest::restored_ones_follow_to_the_address_of_today() {
    share();
    const TorrentId film = m_id;
    add("book");
    const QList<TorrentId> ids{film, m_id};
    share();
    QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
    const QSignalSpy removed(m_session.get(), &engine::Session::torrentsRemoved);
    m_session->remove(ids, engine::FilesFate::Keep);
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), ids.size(), kDeadlineMs);
    m_settings->set(settings::kTrackerHostName, QStringLiteral("two.example"));
    QTRY_COMPARE_WITH_TIMEOUT(
        m_host->publicAnnounceUrls().filter(QStringLiteral("//two.example:")).size(), 2, kDeadlineMs);
    m_session->restoreRemoved(ids);
    for (const TorrentId& id : ids) {
        watch(id);
        QTRY_COMPARE_WITH_TIMEOUT(m_trackers, shared(), kDeadlineMs);
    }
}

void OwnTrackersTest::an_old_key_is_not_valid_again_when_the_database_is_lost() {
    const QString first = m_host->ownAnnounceUrl(Visibility::Friends);
    std::optional<Expected<void>> renewed;
    m_host->renewOwnKey([&renewed](const Expected<void>& result) { renewed = result; });
    QTRY_VERIFY_WITH_TIMEOUT(renewed.has_value(), kDeadlineMs);
    QVERIFY(renewed->has_value());
    end();
    QFile database(m_folder->filePath(QStringLiteral("tracker.db")));
    QVERIFY(database.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(database.write(QByteArray(8192, 'x')) == 8192);
    database.close();
    start();
    QVERIFY(m_host->ownAnnounceUrl(Visibility::Friends) != first);
}

QTEST_GUILESS_MAIN(OwnTrackersTest)
#include "own_trackers_test.moc"
