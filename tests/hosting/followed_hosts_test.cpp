// A friend's Essaim keeps a host as a source: over a real tracker, with a real session.
#include "engine/session.h"
#include "hosting/followed_hosts.h"
#include "hosting/free_port.h"
#include "hosting/friends.h"
#include "hosting/renewed_invites.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace essaim;
using hosting::FollowedHost;
using hosting::FollowedHosts;
using hosting::TrackerHost;

namespace {

constexpr int kDeadlineMs = 15'000;

QByteArray torrentOf(const QByteArray& name) {
    const QByteArray info = "d6:lengthi1000e4:name" + QByteArray::number(name.size()) + ':' + name +
                            "12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaae";
    return "d4:info" + info + 'e';
}

} // namespace

class FollowedHostsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void links_are_told_from_other_urls_data();
    void links_are_told_from_other_urls();
    void a_feed_is_read_with_care();
    void what_is_shared_is_listed_as_new();
    void a_download_is_added_and_no_longer_new();
    void new_ones_come_by_themselves_if_wished();
    void sources_survive_a_restart();
    void a_revoked_link_says_so();
    void a_new_link_of_the_same_host_goes_on_with_what_was_known_data();
    void a_new_link_of_the_same_host_goes_on_with_what_was_known();
    void another_host_takes_nothing_over();
    void a_link_that_was_replaced_leads_to_its_source();
    void a_link_that_never_worked_leaves_nothing_where_another_does();
    void a_damaged_file_is_put_aside_and_the_one_before_is_used();
    void a_file_that_cannot_be_read_is_left_alone_data();
    void a_file_that_cannot_be_read_is_left_alone();
    void a_failure_to_save_is_told_and_tried_again();

private:
    [[nodiscard]] QByteArray content(const QString& suffix = {}) const;
    void put(const QByteArray& bytes) const;
    void host(const QByteArray& name);
    void renew();
    [[nodiscard]] static QByteArray bondIn(const QByteArray& json);
    std::unique_ptr<FollowedHosts> follower();
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("followed.json")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<TrackerHost> m_host;
    std::unique_ptr<engine::Session> m_session;
    QString m_link;
    std::int64_t m_anna = 0;
};

void FollowedHostsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<settings::SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
    m_settings->set(settings::kTrackerTitle, QStringLiteral("Léa"));
    m_host = std::make_unique<TrackerHost>(*m_settings, m_folder->filePath(QStringLiteral("tracker.db")), true);
    m_host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    hosting::Friends friends(*m_host);
    friends.add({.name = "Anna"}, this, [this](const Expected<std::int64_t>& id) { m_anna = id.value_or(0); });
    QTRY_VERIFY_WITH_TIMEOUT(m_anna != 0, kDeadlineMs);
    m_link.clear();
    friends.invite(m_anna, this, [this](const auto& invite) { m_link = invite->link; });
    QTRY_VERIFY_WITH_TIMEOUT(!m_link.isEmpty(), kDeadlineMs);

    engine::SessionSettings offline;
    offline.offline = true;
    m_session = std::make_unique<engine::Session>(engine::SessionConfig{{}, offline});
    QSignalSpy started(m_session.get(), &engine::Session::started);
    m_session->start();
    QVERIFY(started.wait(kDeadlineMs));
}

void FollowedHostsTest::cleanup() {
    m_session.reset();
    m_host.reset();
    m_settings.reset();
    m_folder.reset();
}

void FollowedHostsTest::host(const QByteArray& name) {
    tracker::HostedTorrent torrent;
    torrent.infoHash.v1 = Sha1Hash{};
    const QByteArray digest = QCryptographicHash::hash(torrentOf(name).mid(7).chopped(1), QCryptographicHash::Sha1);
    std::copy(digest.begin(), digest.end(), torrent.infoHash.v1->bytes.begin());
    torrent.name = name.toStdString();
    torrent.size = 1000;
    QSignalSpy hosted(m_host.get(), &TrackerHost::hosted);
    m_host->host(torrent, torrentOf(name));
    QVERIFY(hosted.wait(kDeadlineMs));
}

std::unique_ptr<FollowedHosts> FollowedHostsTest::follower() {
    return std::make_unique<FollowedHosts>(*m_session, file());
}

void FollowedHostsTest::links_are_told_from_other_urls_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const QString token(32, QLatin1Char('a'));
    QTest::newRow("link") << QStringLiteral("http://lea.example:6969/i/") + token << true;
    QTest::newRow("with a slash and spaces")
        << QStringLiteral(" https://[2a01:5::1]/i/") + token + QStringLiteral("/ ") << true;
    QTest::newRow("a torrent of it") << QStringLiteral("http://lea.example:6969/i/") + token +
                                            QStringLiteral("/x.torrent")
                                     << false;
    QTest::newRow("short token") << QStringLiteral("http://lea.example:6969/i/abc") << false;
    QTest::newRow("another scheme") << QStringLiteral("ftp://lea.example/i/") + token << false;
    QTest::newRow("a torrent elsewhere") << QStringLiteral("https://example.org/file.torrent") << false;
}

void FollowedHostsTest::links_are_told_from_other_urls() {
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(hosting::isInviteLink(text), expected);
    QCOMPARE(hosting::cleanInviteLink(text).endsWith(QLatin1Char('a')), expected);
}

void FollowedHostsTest::a_feed_is_read_with_care() {
    const QByteArray hash(40, 'a');
    const auto feed = hosting::parseFeed(
        R"({"version":"https://jsonfeed.org/version/1.1","title":"L","items":[)"
        R"({"id":")" +
        hash +
        R"(","title":"A","_essaim":{"size":7}},{"id":"../x","title":"B"},)"
        R"({"id":")" +
        hash + R"("},3,{"id":")" + hash + R"(","title":"C","_essaim":{"size":-5}}]})");
    QVERIFY(feed.has_value());
    QCOMPARE(feed->torrents.size(), 2);
    QCOMPARE(feed->torrents[0].size, 7);
    QCOMPARE(feed->torrents[1].size, 0);
    for (const QByteArray& wrong : {QByteArray("<html>"), QByteArray("{}"), QByteArray("[1]")})
        QVERIFY(!hosting::parseFeed(wrong));
}

void FollowedHostsTest::what_is_shared_is_listed_as_new() {
    host("film.mkv");
    const auto hosts = follower();
    hosts->follow(m_link);
    QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts().isEmpty() && !hosts->hosts()[0].feed.torrents.isEmpty(), kDeadlineMs);
    const FollowedHost& lea = hosts->hosts()[0];
    QCOMPARE(lea.feed.title, QStringLiteral("Léa"));
    QCOMPARE(lea.feed.torrents[0].name, QStringLiteral("film.mkv"));
    QCOMPARE(lea.feed.torrents[0].size, 1000);
    QVERIFY(lea.isNew(lea.feed.torrents[0]));
    hosts->markKnown(m_link);
    QVERIFY(!lea.isNew(lea.feed.torrents[0]));
    hosts->follow(m_link); // once is enough
    QCOMPARE(hosts->hosts().size(), 1);
}

void FollowedHostsTest::a_download_is_added_and_no_longer_new() {
    host("film.mkv");
    const auto hosts = follower();
    QSignalSpy added(m_session.get(), &engine::Session::addFinished);
    hosts->follow(m_link);
    QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts().isEmpty() && !hosts->hosts()[0].feed.torrents.isEmpty(), kDeadlineMs);
    const auto torrent = hosts->hosts()[0].feed.torrents[0];
    hosts->download(m_link, {torrent.id}, m_folder->filePath(QStringLiteral("files")));
    QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts()[0].isNew(torrent), kDeadlineMs);
    QCOMPARE(added.size(), 1);
    QVERIFY(!added[0][0].value<engine::AddTorrentOutcome>().error);
}

void FollowedHostsTest::new_ones_come_by_themselves_if_wished() {
    const auto hosts = follower();
    hosts->setSavePath(m_folder->filePath(QStringLiteral("files")));
    hosts->follow(m_link);
    hosts->setAutomatic(m_link, true);
    QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts().isEmpty() && hosts->hosts()[0].checkedAt != 0, kDeadlineMs);
    host("film.mkv");
    QSignalSpy added(m_session.get(), &engine::Session::addFinished);
    hosts->look(m_link);
    QVERIFY(added.wait(kDeadlineMs));
    QVERIFY(!added[0][0].value<engine::AddTorrentOutcome>().error);
}

void FollowedHostsTest::sources_survive_a_restart() {
    host("film.mkv");
    {
        const auto hosts = follower();
        hosts->follow(m_link);
        QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts().isEmpty() && !hosts->hosts()[0].feed.torrents.isEmpty(), kDeadlineMs);
        hosts->markKnown(m_link);
    }
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto hosts = follower();
    QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts().isEmpty() && !hosts->hosts()[0].feed.torrents.isEmpty(), kDeadlineMs);
    QVERIFY(!hosts->hosts()[0].isNew(hosts->hosts()[0].feed.torrents[0]));
    hosts->forget(m_link);
    QVERIFY(hosts->hosts().isEmpty());
}

void FollowedHostsTest::a_revoked_link_says_so() {
    hosting::Friends friends(*m_host);
    std::optional<Expected<void>> revoked;
    friends.revoke(m_anna, this, [&](const Expected<void>& result) { revoked = result; });
    QTRY_VERIFY_WITH_TIMEOUT(revoked.has_value(), kDeadlineMs);
    const auto hosts = follower();
    hosts->follow(m_link);
    QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts().isEmpty() && hosts->hosts()[0].error.has_value(), kDeadlineMs);
    QCOMPARE(hosts->hosts()[0].error->kind, ErrorKind::NotFound);
    QVERIFY(!QString::fromStdString(hosts->hosts()[0].error->subject).contains(m_link.right(32))); // it is a secret
}

void FollowedHostsTest::a_new_link_of_the_same_host_goes_on_with_what_was_known_data() {
    QTest::addColumn<bool>("isOldProfile");
    QTest::newRow("the host says that it is the same") << false;
    QTest::newRow("it refuses the old link, which was opened before hosts said so") << true;
}

void FollowedHostsTest::a_new_link_of_the_same_host_goes_on_with_what_was_known() {
    QFETCH(bool, isOldProfile);
    host("film.mkv");
    {
        const auto hosts = follower();
        hosts->follow(m_link);
        QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts().isEmpty() && !hosts->hosts()[0].feed.torrents.isEmpty(), kDeadlineMs);
        const QString id = hosts->hosts()[0].feed.torrents[0].id;
        hosts->download(m_link, {id}, m_folder->filePath(QStringLiteral("files")));
        QTRY_VERIFY_WITH_TIMEOUT(hosts->hosts()[0].fetched.contains(id), kDeadlineMs);
        hosts->setAutomatic(m_link, true);
    }
    const QByteArray bond = bondIn(content());
    QCOMPARE(bond.size(), 32);
    if (isOldProfile)
        put(content().replace(bond, ""));

    const QString old = m_link;
    renew();
    const auto hosts = follower();
    QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts().isEmpty() && hosts->hosts()[0].error.has_value(), kDeadlineMs);
    const QStringList urls = hosts->hosts()[0].announceUrls;
    QVERIFY(!urls.isEmpty());
    hosts->follow(m_link);
    QTRY_VERIFY_WITH_TIMEOUT(hosts->hosts()[0].link == m_link && hosts->hosts().size() == 1, kDeadlineMs);
    const FollowedHost& lea = hosts->hosts()[0];
    QVERIFY(!lea.error);
    QCOMPARE(lea.isAutomatic, !isOldProfile); // without proof, nothing happens by itself
    QCOMPARE(lea.fetched.size(), 1);
    QVERIFY(!lea.isNew(lea.feed.torrents.at(0)));
    for (const QString& url : urls)
        QVERIFY(lea.formerUrls.contains(url) && !lea.announceUrls.contains(url));
    QVERIFY(old != m_link);
}

void FollowedHostsTest::another_host_takes_nothing_over() {
    FollowedHost lea;
    lea.link = QStringLiteral("http://192.168.1.10:6969/i/") + QString(32, u'a');
    lea.feed.title = QStringLiteral("Léa");
    lea.error = Error{ErrorKind::NotFound, Operation::FetchTorrent, {}, "the server answered 404"};
    FollowedHost other = lea;
    other.link = QStringLiteral("http://192.168.1.10:6969/i/") + QString(32, u'b');
    other.error.reset();
    other.checkedAt = 1;
    QVERIFY(hosting::isRenewed(lea, other));
    other.feed.title = QStringLiteral("Mallory"); // another home has such an address, too
    QVERIFY(!hosting::isRenewed(lea, other));
    other.feed.title = lea.feed.title;
    other.link = QStringLiteral("http://192.168.1.11:6969/i/") + QString(32, u'b');
    QVERIFY(!hosting::isRenewed(lea, other));
    other.feed.bond = lea.feed.bond = QString(32, u'0');
    QVERIFY(hosting::isRenewed(lea, other));
    lea.feed.bond = QString(32, u'1');
    QVERIFY(!hosting::isRenewed(lea, other));
    other.link = QStringLiteral("http://192.168.1.10:6969/i/") + QString(32, u'b'); // at her address, by her name
    QVERIFY(!hosting::isRenewed(lea, other));
    other.feed.bond.clear();
    QVERIFY(!hosting::isRenewed(lea, other));
}

QByteArray FollowedHostsTest::bondIn(const QByteArray& json) {
    const QByteArray key = R"("bond":")";
    const qsizetype at = json.indexOf(key);
    return at < 0 ? QByteArray() : json.mid(at + key.size(), 32);
}

void FollowedHostsTest::renew() {
    hosting::Friends friends(*m_host);
    std::optional<Expected<void>> renewed;
    friends.renew({m_anna}, this, [&](const Expected<void>& result) { renewed = result; });
    QTRY_VERIFY_WITH_TIMEOUT(renewed.has_value(), kDeadlineMs);
    m_link.clear();
    friends.invite(m_anna, this, [this](const auto& invite) { m_link = invite->link; });
    QTRY_VERIFY_WITH_TIMEOUT(!m_link.isEmpty(), kDeadlineMs);
}

QByteArray FollowedHostsTest::content(const QString& suffix) const {
    QFile in(file() + suffix);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void FollowedHostsTest::put(const QByteArray& bytes) const {
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

/// As it stands in an old message.
void FollowedHostsTest::a_link_that_was_replaced_leads_to_its_source() {
    const QString old = m_link;
    {
        const auto hosts = follower();
        hosts->follow(old);
        QTRY_VERIFY_WITH_TIMEOUT(!hosts->hosts()[0].feed.bond.isEmpty(), kDeadlineMs);
        renew();
        hosts->follow(m_link);
        QTRY_VERIFY_WITH_TIMEOUT(hosts->hosts().size() == 1 && hosts->hosts()[0].link == m_link, kDeadlineMs);
    }
    QVERIFY(!content().contains(old.section(u'/', -1).toUtf8())); // nor does the file tell it
    const auto hosts = follower();
    QTRY_COMPARE_WITH_TIMEOUT(hosts->hosts().size(), 1, kDeadlineMs);
    const QSignalSpy replaced(hosts.get(), &FollowedHosts::replaced);
    hosts->follow(old);
    QCOMPARE(hosts->hosts().size(), 1);
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(replaced[0], (QVariantList{m_link, true}));
}

void FollowedHostsTest::a_link_that_never_worked_leaves_nothing_where_another_does() {
    const auto hosts = follower();
    hosts->follow(m_link);
    QTRY_VERIFY_WITH_TIMEOUT(hosts->hosts()[0].checkedAt != 0, kDeadlineMs);
    const QSignalSpy replaced(hosts.get(), &FollowedHosts::replaced);
    hosts->follow(m_link.chopped(32) + QString(32, u'a'));
    QCOMPARE(hosts->hosts().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(hosts->hosts().size(), 1, kDeadlineMs);
    QCOMPARE(hosts->hosts()[0].link, m_link);
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(replaced[0], (QVariantList{m_link, false}));
}

void FollowedHostsTest::a_damaged_file_is_put_aside_and_the_one_before_is_used() {
    {
        const auto hosts = follower();
        hosts->follow(m_link);
        QTRY_VERIFY_WITH_TIMEOUT(content().contains("/i/"), kDeadlineMs);
        hosts->setAutomatic(m_link, true); // so that there is a generation before
    }
    QVERIFY(content(QStringLiteral(".previous")).contains("/i/"));
    const QByteArray damaged = content().chopped(3);
    put(damaged);
    const auto hosts = follower();
    QSignalSpy failed(hosts.get(), &FollowedHosts::readFailed);
    QTRY_COMPARE_WITH_TIMEOUT(hosts->hosts().size(), 1, kDeadlineMs);
    QCOMPARE(hosts->hosts()[0].link, m_link);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::InvalidData);
    QVERIFY(failed[0][1].toBool());
    QCOMPARE(content(QStringLiteral(".damaged")), damaged);
    QTRY_VERIFY_WITH_TIMEOUT(content().contains("/i/"), kDeadlineMs); // in use again
}

void FollowedHostsTest::a_file_that_cannot_be_read_is_left_alone_data() {
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("of a newer version") << false;
    QTest::newRow("refused by the system") << true; // what root may not read either
}

void FollowedHostsTest::a_file_that_cannot_be_read_is_left_alone() {
    QFETCH(bool, isFolder);
    const QByteArray newer = R"({"version":2,"hosts":[],"more":1})";
    if (isFolder)
        QVERIFY(QDir().mkpath(file()));
    else
        put(newer);
    {
        const auto hosts = follower();
        QSignalSpy failed(hosts.get(), &FollowedHosts::readFailed);
        hosts->follow(m_link);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kDeadlineMs);
        QVERIFY(!failed[0][1].toBool());
        QCOMPARE(hosts->hosts().size(), 1);
    } // would write now
    QCOMPARE(content(), isFolder ? QByteArray() : newer);
    QVERIFY(!QFile::exists(file() + QStringLiteral(".damaged")));
}

void FollowedHostsTest::a_failure_to_save_is_told_and_tried_again() {
    QVERIFY(QDir().mkpath(file() + QStringLiteral(".new/full"))); // where the next one is written
    const auto hosts = follower();
    QSignalSpy failed(hosts.get(), &FollowedHosts::saveFailed);
    hosts->follow(m_link);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kDeadlineMs);
    QVERIFY(QDir(file() + QStringLiteral(".new")).removeRecursively());
    hosts->setAutomatic(m_link, true);
    QTRY_VERIFY_WITH_TIMEOUT(content().contains("/i/"), kDeadlineMs);
    QCOMPARE(failed.size(), 1);
}

QTEST_GUILESS_MAIN(FollowedHostsTest)
#include "followed_hosts_test.moc"
