// Torrents of followed hosts announce to where the hosts, and those who stand in for them, are now.
#include "engine/session.h"
#include "hosting/followed_trackers.h"
#include "hosting/friends.h"
#include "hosting/host_place.h"
#include "hosting/stand_in_reports.h"
#include "hosting/standing_in.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace essaim;
using hosting::FollowedHosts;
using hosting::TrackerHost;
using hosting::test::Place;

namespace {

constexpr int kDeadlineMs = 15'000;
const auto kElsewhere = QStringLiteral("http://127.0.0.1:9/announce");

const QByteArray& info() {
    static const QByteArray bytes = "d6:lengthi1000e4:name4:film12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaae";
    return bytes;
}

/// Somebody who opened an invite link.
struct Follower : Place {
    Follower()
        : session({{}, offline()}) {}

    static engine::SessionSettings offline() {
        engine::SessionSettings result;
        result.offline = true;
        return result;
    }

    bool start(const QString& invite) {
        link = invite;
        QObject::connect(&session, &engine::Session::detailsSeen, &session, [this](const auto& details) {
            const auto* seen = std::get_if<engine::TrackersDetails>(&details->part);
            if (!seen)
                return;
            trackers.clear();
            for (const auto& tracker : seen->trackers)
                trackers << tracker.url;
        });
        QSignalSpy started(&session, &engine::Session::started);
        session.start();
        if (!started.wait(kDeadlineMs))
            return false;
        followed.emplace(session, QString());
        standingIn.emplace(*followed, *host);
        refresher.emplace(session, *followed, *host);
        followed->follow(link);
        return true;
    }

    [[nodiscard]] bool hasTrackerAt(const QString& base) const {
        return std::ranges::any_of(trackers, [&base](const QString& url) { return url.startsWith(base); });
    }
    [[nodiscard]] const hosting::FollowedHost& alice() const { return followed->hosts().first(); }

    engine::Session session;
    QString link;
    QStringList trackers; ///< of the torrent, as the session has them
    std::optional<FollowedHosts> followed;
    std::optional<hosting::StandingIn> standingIn;
    std::optional<hosting::FollowedTrackers> refresher;
};

/// Answers an invite link with whatever it likes.
struct LyingHost {
    LyingHost() {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            QTcpSocket* socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->peek(8192).contains("\r\n\r\n"))
                    return;
                const QByteArray answer = answerTo(QString::fromLatin1(socket->readAll()));
                const QByteArray size = QByteArray::number(answer.size());
                socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + size + "\r\n\r\n" + answer);
                socket->disconnectFromHost();
            });
        });
        server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QByteArray answerTo(const QString& request) const {
        QJsonArray items;
        for (auto one = torrents.begin(); one != torrents.end(); ++one) {
            if (request.contains(one.key() + QStringLiteral(".torrent")))
                return one.value();
            items << QJsonObject{{QStringLiteral("id"), one.key()}, {QStringLiteral("title"), one.key()}};
        }
        const QJsonObject essaim{{QStringLiteral("announce"), QJsonArray::fromStringList(urls)}};
        const QJsonObject feed{
            {QStringLiteral("version"), QStringLiteral("https://jsonfeed.org/version/1.1")},
            {QStringLiteral("title"), QStringLiteral("Mallory")},
            {QStringLiteral("_essaim"), essaim},
            {QStringLiteral("items"), items}};
        return QJsonDocument(feed).toJson();
    }
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()); }
    [[nodiscard]] QString link() const { return address() + QStringLiteral("/i/") + QString(32, u'a'); }
    [[nodiscard]] QString announce() const { return address() + QStringLiteral("/announce/") + QString(40, u'b'); }

    QTcpServer server;
    QStringList urls;
    QHash<QString, QByteArray> torrents; ///< by id
};

QByteArray torrentWith(const QString& announce, const QByteArray& content = info()) {
    return "d8:announce" + QByteArray::number(announce.size()) + ':' + announce.toUtf8() + "4:info" + content + "e";
}

TorrentId idOf(const QByteArray& content) {
    return *Sha1Hash::fromBytes(QCryptographicHash::hash(content, QCryptographicHash::Sha1).toStdString());
}

QString hexOf(const TorrentId& id) {
    return QString::fromStdString(id.toHex());
}

/// With the key of somebody who is neither.
const auto kBobs = QStringLiteral("http://127.0.0.1:9/announce/") + QString(40, u'c');

} // namespace

class FollowedTrackersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void friends_who_follow_learn_who_stands_in();
    void who_stands_in_announces_to_its_own_tracker_over_loopback();
    void torrents_from_elsewhere_are_left_alone();
    void a_host_can_neither_bring_nor_take_trackers_of_others();
    void a_torrent_from_the_page_of_the_invite_follows_its_host();
    void who_follows_no_more_stands_in_no_more();
    void a_new_key_of_the_host_takes_the_place_of_the_old_one();

private:
    void share();
    void download(Follower& follower);
    void addByHand(const QByteArray& torrent);
    void acceptPaul();
    void endPaul();
    [[nodiscard]] QString baseOf(const Place& place) const { return place.host->loopbackAnnounceUrl() + u'/'; }
    [[nodiscard]] std::pair<qint64, QString> invite(const char* name);

    TorrentId m_id;
    std::optional<Place> m_alice;
    std::unique_ptr<hosting::StandInReports> m_reports;
    std::unique_ptr<Follower> m_paul;
    std::unique_ptr<Follower> m_anna;
    qint64 m_paulsId = 0;
};

std::pair<qint64, QString> FollowedTrackersTest::invite(const char* name) {
    hosting::Friends friends(*m_alice->host);
    std::pair<qint64, QString> result;
    friends.add({.name = name}, this, [&result](const Expected<std::int64_t>& id) { result.first = id.value_or(0); });
    [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.first != 0, kDeadlineMs); }();
    friends.invite(result.first, this, [&result](const auto& invited) { result.second = invited->link; });
    [&result] { QTRY_VERIFY_WITH_TIMEOUT(!result.second.isEmpty(), kDeadlineMs); }();
    return result;
}

void FollowedTrackersTest::init() {
    m_alice.emplace();
    m_alice->host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_alice->host->state(), TrackerHost::State::On, kDeadlineMs);
    m_reports = std::make_unique<hosting::StandInReports>(*m_alice->host);
    share();
    const auto [pauls, link] = invite("Paul");
    m_paulsId = pauls;
    m_paul = std::make_unique<Follower>(); // after the port of the other is taken
    QVERIFY(m_paul->start(link));
    m_paul->host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_paul->host->state(), TrackerHost::State::On, kDeadlineMs);
    m_anna = std::make_unique<Follower>();
    QVERIFY(m_anna->start(invite("Anna").second));
}

void FollowedTrackersTest::cleanup() {
    m_anna.reset();
    m_paul.reset();
    m_reports.reset();
    m_alice.reset();
}

void FollowedTrackersTest::share() {
    tracker::HostedTorrent torrent;
    const QByteArray digest = QCryptographicHash::hash(info(), QCryptographicHash::Sha1);
    torrent.infoHash.v1 = Sha1Hash::fromBytes(digest.toStdString());
    torrent.name = "film";
    torrent.size = 1000;
    torrent.visibility = tracker::Visibility::Friends;
    m_id = torrent.infoHash.id();
    QSignalSpy hosted(&*m_alice->host, &TrackerHost::hosted);
    m_alice->host->host(torrent, "d4:info" + info() + "e");
    QVERIFY(hosted.wait(kDeadlineMs));
}

void FollowedTrackersTest::addByHand(const QByteArray& torrent) {
    engine::AddTorrentRequest request;
    request.torrent = torrent;
    request.savePath = m_anna->folder.filePath(QStringLiteral("files"));
    m_anna->session.add(request);
    m_anna->session.watchDetails(m_id, engine::DetailsPart::Trackers);
}

void FollowedTrackersTest::download(Follower& follower) {
    QTRY_COMPARE_WITH_TIMEOUT(follower.alice().feed.torrents.size(), 1, kDeadlineMs);
    follower.followed->download(
        follower.link, {follower.alice().feed.torrents.first().id}, follower.folder.filePath(QStringLiteral("files")));
    QTRY_VERIFY_WITH_TIMEOUT(!follower.alice().known.isEmpty(), kDeadlineMs);
    follower.session.watchDetails(m_id, engine::DetailsPart::Trackers);
    QTRY_VERIFY_WITH_TIMEOUT(follower.hasTrackerAt(baseOf(*m_alice)), kDeadlineMs);
    QVERIFY(!follower.hasTrackerAt(baseOf(*m_paul)));
}

void FollowedTrackersTest::acceptPaul() {
    m_paul->standingIn->setOffered(m_paul->link, true);
    QTRY_VERIFY_WITH_TIMEOUT(!m_paul->alice().standInList.isEmpty(), kDeadlineMs);
    m_alice->host->change(
        [id = m_paulsId](tracker::Tracker& tracker) { return tracker.acceptStandIn(id); }, [](const auto&) {});
    QTRY_VERIFY_WITH_TIMEOUT(
        !tracker::Tracker::readStandInTorrents(m_paul->alice().standInList.toStdString()).empty(), kDeadlineMs);
}

void FollowedTrackersTest::endPaul() {
    m_alice->host->change(
        [id = m_paulsId](tracker::Tracker& tracker) { return tracker.endStandIn(id); }, [](const auto&) {});
    QTRY_VERIFY_WITH_TIMEOUT(
        tracker::Tracker::readStandInTorrents(m_paul->alice().standInList.toStdString()).empty(), kDeadlineMs);
}

void FollowedTrackersTest::friends_who_follow_learn_who_stands_in() {
    download(*m_anna);
    const QStringList before = m_anna->trackers;
    acceptPaul();
    m_anna->followed->look(m_anna->link);
    QTRY_VERIFY_WITH_TIMEOUT(m_anna->hasTrackerAt(baseOf(*m_paul)), kDeadlineMs);
    for (const QString& url : before)
        QVERIFY(m_anna->trackers.contains(url));
    endPaul();
    m_anna->followed->look(m_anna->link);
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->trackers, before, kDeadlineMs);
}

void FollowedTrackersTest::who_stands_in_announces_to_its_own_tracker_over_loopback() {
    download(*m_paul);
    acceptPaul();
    const QString own = m_paul->host->ownAnnounceUrl(tracker::Visibility::Friends);
    QTRY_VERIFY_WITH_TIMEOUT(m_paul->trackers.contains(own), kDeadlineMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_paul->host->snapshot().totals.peers > 0, kDeadlineMs); // its own tracker lists it
    // Under the key that it has as a friend of the host, too, it would be there twice.
    m_paul->followed->look(m_paul->link);
    QTRY_VERIFY_WITH_TIMEOUT(m_paul->alice().announceUrls.size() > 2, kDeadlineMs);
    QCOMPARE(m_paul->trackers.filter(baseOf(*m_paul)), QStringList{own});
    endPaul();
    QTRY_VERIFY_WITH_TIMEOUT(!m_paul->hasTrackerAt(baseOf(*m_paul)), kDeadlineMs);
    QVERIFY(m_paul->hasTrackerAt(baseOf(*m_alice)));
}

void FollowedTrackersTest::torrents_from_elsewhere_are_left_alone() {
    addByHand(torrentWith(kElsewhere));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->trackers, QStringList{kElsewhere}, kDeadlineMs);
    acceptPaul();
    m_anna->followed->look(m_anna->link);
    QTRY_VERIFY_WITH_TIMEOUT(!m_anna->alice().announceUrls.filter(baseOf(*m_paul)).isEmpty(), kDeadlineMs); // and yet:
    const QString marker = QStringLiteral("udp://127.0.0.1:9/marker");
    m_anna->session.edit({m_id}, engine::RefreshTrackers{{}, {kElsewhere, marker}}); // what came before it is done
    QTRY_VERIFY_WITH_TIMEOUT(m_anna->trackers.contains(marker), kDeadlineMs);
    QStringList trackers = m_anna->trackers;
    trackers.sort();
    QCOMPARE(trackers, (QStringList{kElsewhere, marker}));
}

void FollowedTrackersTest::a_host_can_neither_bring_nor_take_trackers_of_others() {
    addByHand(torrentWith(kBobs));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->trackers, QStringList{kBobs}, kDeadlineMs);

    LyingHost mallory;
    const QByteArray song = QByteArray(info()).replace("film", "song");
    mallory.torrents = {
        {hexOf(m_id), torrentWith(mallory.announce())}, {hexOf(idOf(song)), torrentWith(mallory.announce(), song)}};
    mallory.urls = {kElsewhere, kBobs, mallory.announce()}; // the first is everybody's
    m_anna->followed->forget(QString(m_anna->link));
    m_anna->followed->follow(mallory.link());
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->alice().announceUrls, (QStringList{kBobs, mallory.announce()}), kDeadlineMs);
    m_anna->followed->download(
        mallory.link(), mallory.torrents.keys(), m_anna->folder.filePath(QStringLiteral("files")));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->alice().known.size(), 2, kDeadlineMs);
    QCOMPARE(m_anna->alice().fetched, QSet<QString>{hexOf(idOf(song))}); // the other was there before

    const QString another = mallory.address() + QStringLiteral("/announce/") + QString(40, u'd');
    mallory.urls = {mallory.announce(), another};
    m_anna->followed->look(mallory.link());
    m_anna->session.watchDetails(idOf(song), engine::DetailsPart::Trackers);
    QTRY_VERIFY_WITH_TIMEOUT(m_anna->trackers.contains(another), kDeadlineMs); // so everything was told, and yet:
    m_anna->session.edit({m_id}, engine::AddTrackers{{QStringLiteral("udp://127.0.0.1:9/marker")}});
    m_anna->session.watchDetails(m_id, engine::DetailsPart::Trackers);
    QTRY_VERIFY_WITH_TIMEOUT(m_anna->hasTrackerAt(QStringLiteral("udp://127.0.0.1:9/marker")), kDeadlineMs);
    QCOMPARE(m_anna->trackers.size(), 2);
    QVERIFY(m_anna->trackers.contains(kBobs));
}

void FollowedTrackersTest::a_torrent_from_the_page_of_the_invite_follows_its_host() {
    LyingHost host; // but this one tells the truth
    host.torrents = {{hexOf(m_id), torrentWith(host.announce())}};
    host.urls = {host.announce()};
    addByHand(torrentWith(host.announce()));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->trackers, host.urls, kDeadlineMs);
    m_anna->followed->forget(QString(m_anna->link));
    m_anna->followed->follow(host.link());
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->alice().announceUrls, host.urls, kDeadlineMs);
    host.urls << kBobs << kElsewhere; // a tracker that stands in, and one for everybody
    m_anna->followed->look(host.link());
    QTRY_VERIFY_WITH_TIMEOUT(m_anna->trackers.contains(kBobs), kDeadlineMs);
    QVERIFY(!m_anna->trackers.contains(kElsewhere));
}

void FollowedTrackersTest::who_follows_no_more_stands_in_no_more() {
    download(*m_paul);
    acceptPaul();
    QTRY_VERIFY_WITH_TIMEOUT(m_paul->hasTrackerAt(baseOf(*m_paul)), kDeadlineMs);
    m_paul->followed->forget(QString(m_paul->link));
    QVERIFY(m_paul->followed->hosts().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_alice->host->snapshot().standIns.empty(), kDeadlineMs); // the host was told
    QTRY_VERIFY_WITH_TIMEOUT(m_paul->followed->leaving().isEmpty(), kDeadlineMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_paul->host->snapshot().standingIn.empty(), kDeadlineMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_paul->hasTrackerAt(baseOf(*m_paul)), kDeadlineMs);
}

void FollowedTrackersTest::a_new_key_of_the_host_takes_the_place_of_the_old_one() {
    download(*m_paul);
    const QString old = m_paul->alice().announceUrls.value(0);
    QVERIFY(m_paul->trackers.contains(old));
    hosting::Friends friends(*m_alice->host);
    QString link;
    friends.renew({m_paulsId}, this, [](const auto&) {});
    friends.invite(m_paulsId, this, [&link](const auto& invited) { link = invited->link; });
    QTRY_VERIFY_WITH_TIMEOUT(!link.isEmpty(), kDeadlineMs);
    m_paul->followed->follow(link);
    QTRY_VERIFY_WITH_TIMEOUT(!m_paul->trackers.contains(old), kDeadlineMs);
    QVERIFY(!m_paul->alice().announceUrls.contains(old));
    for (const QString& url : m_paul->alice().announceUrls)
        QVERIFY(m_paul->trackers.contains(url));
}

QTEST_GUILESS_MAIN(FollowedTrackersTest)
#include "followed_trackers_test.moc"
