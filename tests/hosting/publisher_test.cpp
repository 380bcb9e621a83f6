// Publishing for real: a session, the tracker, and a friend who downloads through it.
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "hosting/free_port.h"
#include "hosting/friends.h"
#include "hosting/publisher.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <unordered_map>

using namespace essaim;
using hosting::PublishedTorrent;
using hosting::Publisher;
using hosting::PublishRequest;
using hosting::TrackerHost;

namespace {

constexpr int kDeadlineMs = 30'000;

void writeFile(const QString& path, qint64 size) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator{quint32(size)};
    for (char& byte : bytes)
        byte = char(generator.generate());
    QCOMPARE(file.write(bytes), size);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A session that talks to nobody but loopback, and remembers what it said about its torrents.
struct Client {
    explicit Client(const QString& database)
        : session({database, settings()}) {
        QObject::connect(&session, &engine::Session::torrentsChanged, [this](const auto& changed) {
            for (const engine::TorrentSnapshot& torrent : changed)
                torrents.insert(torrent.id, torrent);
        });
        QObject::connect(&session, &engine::Session::torrentsRemoved, [this](const auto& ids) {
            for (const TorrentId& id : ids)
                torrents.remove(id);
        });
        QSignalSpy started(&session, &engine::Session::started);
        session.start();
        isStarted = started.wait(kDeadlineMs);
    }

    static engine::SessionSettings settings() {
        engine::SessionSettings result;
        result.offline = true;
        result.bindAddress = QStringLiteral("127.0.0.1");
        return result;
    }

    engine::Session session;
    struct Torrents {
        std::unordered_map<TorrentId, engine::TorrentSnapshot> byId;
        void insert(const TorrentId& id, const engine::TorrentSnapshot& torrent) { byId.insert_or_assign(id, torrent); }
        void remove(const TorrentId& id) { byId.erase(id); }
        [[nodiscard]] bool isEmpty() const { return byId.empty(); }
        [[nodiscard]] bool isComplete(const TorrentId& id) const {
            const auto found = byId.find(id);
            return found != byId.end() && found->second.isComplete();
        }
    } torrents;
    bool isStarted = false;
};

} // namespace

class PublisherTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void a_friend_downloads_what_was_published_data();
    void a_friend_downloads_what_was_published();
    void what_is_for_friends_reaches_friends_alone();
    void a_torrent_under_another_name_is_seeded_from_where_it_lies();
    void publishing_without_hosting_leaves_the_tracker_alone();
    void publishing_again_keeps_what_is_there();
    void a_new_version_takes_the_place_of_the_old_one_data();
    void a_new_version_takes_the_place_of_the_old_one();
    void a_new_version_beside_the_old_one_leaves_it_alone();
    void cancelling_undoes_everything_data();
    void cancelling_undoes_everything();
    void a_publisher_that_goes_away_undoes_everything_data();
    void a_publisher_that_goes_away_undoes_everything();
    void a_taken_port_fails_before_anything_is_made();
    void a_torrent_that_cannot_be_written_is_neither_hosted_nor_seeded();

private:
    [[nodiscard]] PublishRequest requestFor(const QString& item) const;
    [[nodiscard]] Expected<PublishedTorrent> publish(const PublishRequest& request);
    void expectNothingLeft(const PublishRequest& request);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<TrackerHost> m_trackerHost;
    std::unique_ptr<Client> m_client;
};

void PublisherTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    const QDir folder(m_folder->path());
    QVERIFY(folder.mkpath(QStringLiteral("shared/Été 2024/photos")));
    writeFile(folder.filePath(QStringLiteral("shared/Été 2024/film.bin")), 3'000'001);
    writeFile(folder.filePath(QStringLiteral("shared/Été 2024/photos/α.bin")), 70'000);
    m_settings = std::make_unique<settings::SettingsStore>(folder.filePath(QStringLiteral("settings.ini")));
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
    m_trackerHost = std::make_unique<TrackerHost>(*m_settings, folder.filePath(QStringLiteral("tracker.db")), true);
    m_client = std::make_unique<Client>(folder.filePath(QStringLiteral("host/essaim.db")));
    QVERIFY(m_client->isStarted);
}

void PublisherTest::cleanup() {
    m_client.reset();
    m_trackerHost.reset();
    m_settings.reset();
    m_folder.reset();
}

PublishRequest PublisherTest::requestFor(const QString& item) const {
    PublishRequest request;
    request.create.paths = {m_folder->filePath(QStringLiteral("shared/") + item)};
    request.torrentPath = m_folder->filePath(QStringLiteral("out/result.torrent"));
    return request;
}

Expected<PublishedTorrent> PublisherTest::publish(const PublishRequest& request) {
    Publisher publisher(m_client->session, *m_trackerHost);
    std::optional<Expected<PublishedTorrent>> result;
    connect(&publisher, &Publisher::finished, this, [&result](const auto& outcome) { result = outcome; });
    publisher.start(request);
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, kDeadlineMs))
        return failure(ErrorKind::Timeout, Operation::None);
    return *result;
}

void PublisherTest::expectNothingLeft(const PublishRequest& request) {
    QVERIFY(!QFile::exists(request.torrentPath));
    QTRY_VERIFY_WITH_TIMEOUT(m_trackerHost->snapshot().hosted.empty(), kDeadlineMs);
    // A command that is answered after the removal: what the session says then is final.
    QSignalSpy answered(&m_client->session, &engine::Session::addFinished);
    engine::AddTorrentRequest nonsense;
    nonsense.torrent = "x";
    m_client->session.add(nonsense);
    QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), kDeadlineMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->torrents.isEmpty(), kDeadlineMs);
}

void PublisherTest::a_friend_downloads_what_was_published_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<bool>("byInvite");
    QTest::newRow("v1 by .torrent") << int(engine::TorrentFormat::V1) << false << false;
    QTest::newRow("v1 by invite link") << int(engine::TorrentFormat::V1) << false << true;
    QTest::newRow("private by .torrent") << int(engine::TorrentFormat::V1) << true << false;
    QTest::newRow("hybrid by .torrent") << int(engine::TorrentFormat::Hybrid) << false << false;
    QTest::newRow("v2 by .torrent") << int(engine::TorrentFormat::V2) << false << false;
}

void PublisherTest::a_friend_downloads_what_was_published() {
    QFETCH(const int, format);
    QFETCH(const bool, isPrivate);
    QFETCH(const bool, byInvite);
    PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    request.create.format = engine::TorrentFormat(format);
    request.create.isPrivate = isPrivate;
    const auto published = publish(request);
    QVERIFY2(published, published ? "" : describe(published.error()).c_str());
    const TorrentId id = published->torrent.infoHash.id();
    QCOMPARE(m_trackerHost->state(), TrackerHost::State::On);
    QVERIFY(m_trackerHost->isHosted(id));

    const auto description = engine::readTorrent(request.torrentPath);
    QVERIFY(description);
    const QStringList urls = m_trackerHost->announceUrls();
    QCOMPARE(description->trackers, (QList<QStringList>{{urls.at(0)}, {urls.at(1)}}));
    QCOMPARE(description->isPrivate, isPrivate);
    // Clients do not hand out the metadata of private torrents: a link would lead nowhere.
    QCOMPARE(published->inviteLink.startsWith(QStringLiteral("magnet:?")), !isPrivate);

    Client buddy(m_folder->filePath(QStringLiteral("friend/essaim.db")));
    QVERIFY(buddy.isStarted);
    engine::AddTorrentRequest add;
    add.savePath = m_folder->filePath(QStringLiteral("received"));
    if (byInvite)
        add.magnet = published->inviteLink;
    else
        add.torrent = contentOf(request.torrentPath);
    buddy.session.add(add);
    QTRY_VERIFY_WITH_TIMEOUT(buddy.torrents.isComplete(id), kDeadlineMs);
    for (const char* file : {"Été 2024/film.bin", "Été 2024/photos/α.bin"}) {
        const QString name = QString::fromUtf8(file);
        QVERIFY(!contentOf(m_folder->filePath(QStringLiteral("received/") + name)).isEmpty());
        QCOMPARE(
            contentOf(m_folder->filePath(QStringLiteral("received/") + name)),
            contentOf(m_folder->filePath(QStringLiteral("shared/") + name)));
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_trackerHost->snapshot().hosted.front().completed == 1, kDeadlineMs);
}

void PublisherTest::what_is_for_friends_reaches_friends_alone() {
    m_trackerHost->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_trackerHost->state(), TrackerHost::State::On, kDeadlineMs);
    hosting::Friends friends(*m_trackerHost);
    qint64 anna = 0;
    friends.add({.name = "Anna"}, this, [&](const Expected<std::int64_t>& id) { anna = id.value_or(-1); });
    QTRY_VERIFY_WITH_TIMEOUT(anna > 0, kDeadlineMs);
    std::optional<hosting::FriendInvite> invite;
    friends.invite(anna, this, [&](const auto& made) { invite = made.value_or(hosting::FriendInvite{}); });
    QTRY_VERIFY_WITH_TIMEOUT(invite.has_value(), kDeadlineMs);

    PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    request.create.trackers = {{QStringLiteral("http://127.0.0.1:9/announce")}};
    request.visibility = tracker::Visibility::Friends;
    const auto published = publish(request);
    QVERIFY2(published, published ? "" : describe(published.error()).c_str());
    const TorrentId id = published->torrent.infoHash.id();
    const auto description = engine::readTorrent(request.torrentPath);
    QVERIFY(description && description->isPrivate);
    QVERIFY(description->trackers.isEmpty()); // leads nobody anywhere
    QVERIFY(published->inviteLink.isEmpty());
    QVERIFY(m_trackerHost->snapshot().hosted.front().hasFile);

    const auto addTo = [&](Client& client, const hosting::FriendInvite& with, const QString& folder) {
        engine::AddTorrentRequest add;
        add.savePath = m_folder->filePath(folder);
        add.torrent = hosting::torrentFor(with, published->torrent.torrent).value_or(QByteArray());
        client.session.add(add);
    };
    Client stranger(m_folder->filePath(QStringLiteral("stranger/essaim.db")));
    hosting::FriendInvite without;
    without.announceUrls = m_trackerHost->announceUrls().mid(0, 1);
    addTo(stranger, without, QStringLiteral("stolen"));
    Client buddy(m_folder->filePath(QStringLiteral("friend/essaim.db")));
    addTo(buddy, *invite, QStringLiteral("received"));
    QTRY_VERIFY_WITH_TIMEOUT(buddy.torrents.isComplete(id), kDeadlineMs);
    const QString film = QStringLiteral("/Été 2024/film.bin");
    QCOMPARE(
        contentOf(m_folder->filePath(QStringLiteral("received") + film)),
        contentOf(m_folder->filePath(QStringLiteral("shared") + film)));
    QTRY_VERIFY_WITH_TIMEOUT(
        stranger.torrents.byId[id].trackerMessage.contains(QStringLiteral("passkey")), kDeadlineMs);
    QVERIFY(!stranger.torrents.isComplete(id));
    QTRY_VERIFY_WITH_TIMEOUT(friends.find(anna)->lastSeen > 0, kDeadlineMs);
}

void PublisherTest::a_torrent_under_another_name_is_seeded_from_where_it_lies() {
    PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    request.create.name = QStringLiteral("Summer");
    const auto published = publish(request);
    QVERIFY(published);
    QCOMPARE(published->torrent.name, QStringLiteral("Summer"));
    Client buddy(m_folder->filePath(QStringLiteral("friend/essaim.db")));
    engine::AddTorrentRequest add;
    add.savePath = m_folder->filePath(QStringLiteral("received"));
    add.torrent = contentOf(request.torrentPath);
    buddy.session.add(add);
    QTRY_VERIFY_WITH_TIMEOUT(buddy.torrents.isComplete(published->torrent.infoHash.id()), kDeadlineMs);
    QCOMPARE(
        contentOf(m_folder->filePath(QStringLiteral("received/Summer/film.bin"))),
        contentOf(m_folder->filePath(QStringLiteral("shared/Été 2024/film.bin"))));
}

void PublisherTest::publishing_without_hosting_leaves_the_tracker_alone() {
    PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    request.host = false;
    const auto published = publish(request);
    QVERIFY(published);
    QVERIFY(published->inviteLink.isEmpty());
    QCOMPARE(m_trackerHost->state(), TrackerHost::State::Off);
    QVERIFY(engine::readTorrent(request.torrentPath)->trackers.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->torrents.isComplete(published->torrent.infoHash.id()), kDeadlineMs);
}

void PublisherTest::publishing_again_keeps_what_is_there() {
    const PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    QVERIFY(publish(request));
    const auto again = publish(request);
    QVERIFY(again);
    QVERIFY(!again->inviteLink.isEmpty());
    QVERIFY(m_trackerHost->isHosted(again->torrent.infoHash.id()));
    QCOMPARE(m_trackerHost->snapshot().hosted.size(), std::size_t(1));
}

void PublisherTest::a_new_version_takes_the_place_of_the_old_one_data() {
    QTest::addColumn<tracker::Visibility>("visibility");
    QTest::newRow("for everyone") << tracker::Visibility::Everyone;
    QTest::newRow("for friends") << tracker::Visibility::Friends;
}

void PublisherTest::a_new_version_takes_the_place_of_the_old_one() {
    QFETCH(tracker::Visibility, visibility);
    PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    request.visibility = visibility;
    const auto old = publish(request);
    QVERIFY(old.has_value());
    const TorrentId oldId = old->torrent.infoHash.id();
    writeFile(m_folder->filePath(QStringLiteral("shared/Été 2024/added.bin")), 5000);
    request.torrentPath.clear();
    request.replaces = oldId;
    const auto next = publish(request);
    QVERIFY(next.has_value());
    const TorrentId id = next->torrent.infoHash.id();
    QVERIFY(id != oldId);
    QTRY_VERIFY_WITH_TIMEOUT(!m_trackerHost->isHosted(oldId), kDeadlineMs);
    QVERIFY(m_trackerHost->isHosted(id));
    QTRY_VERIFY_WITH_TIMEOUT(!m_client->torrents.byId.contains(oldId), kDeadlineMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->torrents.byId.contains(id), kDeadlineMs);
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("shared/Été 2024/film.bin"))));
}

void PublisherTest::a_new_version_beside_the_old_one_leaves_it_alone() {
    PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    const auto old = publish(request);
    QVERIFY(old.has_value());
    writeFile(m_folder->filePath(QStringLiteral("shared/Été 2024/added.bin")), 5000);
    request.torrentPath.clear();
    QVERIFY(publish(request).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_trackerHost->snapshot().hosted.size(), 2U, kDeadlineMs);
    QVERIFY(m_trackerHost->isHosted(old->torrent.infoHash.id()));
}

void PublisherTest::cancelling_undoes_everything_data() {
    QTest::addColumn<QString>("moment");
    QTest::newRow("at once") << QStringLiteral("start");
    QTest::newRow("when the tracker is on") << QStringLiteral("on");
    QTest::newRow("when it is all read") << QStringLiteral("read");
    QTest::newRow("when the tracker has it") << QStringLiteral("hosted");
}

void PublisherTest::cancelling_undoes_everything() {
    QFETCH(const QString, moment);
    const PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    Publisher publisher(m_client->session, *m_trackerHost);
    std::optional<Expected<PublishedTorrent>> result;
    connect(&publisher, &Publisher::finished, this, [&result](const auto& outcome) { result = outcome; });
    connect(m_trackerHost.get(), &TrackerHost::stateChanged, &publisher, [&] {
        if (moment == QLatin1String("on") && m_trackerHost->state() == TrackerHost::State::On)
            publisher.cancel();
    });
    connect(&publisher, &Publisher::progressed, &publisher, [&](const engine::HashProgress& state) {
        if (moment == QLatin1String("read") && state.done == state.total)
            publisher.cancel();
    });
    connect(m_trackerHost.get(), &TrackerHost::hosted, &publisher, [&] {
        if (moment == QLatin1String("hosted"))
            publisher.cancel();
    });
    publisher.start(request);
    if (moment == QLatin1String("start"))
        publisher.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kDeadlineMs);
    QVERIFY(!*result);
    QCOMPARE(result->error().kind, ErrorKind::Cancelled);
    expectNothingLeft(request);
}

void PublisherTest::a_publisher_that_goes_away_undoes_everything_data() {
    QTest::addColumn<QString>("moment");
    QTest::newRow("while it writes the .torrent") << QStringLiteral("read");
    QTest::newRow("while the session takes it") << QStringLiteral("hosted");
}

void PublisherTest::a_publisher_that_goes_away_undoes_everything() {
    QFETCH(const QString, moment);
    const PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    auto publisher = std::make_unique<Publisher>(m_client->session, *m_trackerHost);
    bool isGone = false;
    const auto goAway = [&] {
        // Queued, so that the signal has done its work: the next step runs.
        QMetaObject::invokeMethod(
            this,
            [&] {
                publisher.reset();
                isGone = true;
            },
            Qt::QueuedConnection);
    };
    connect(publisher.get(), &Publisher::progressed, this, [&](const engine::HashProgress& state) {
        if (moment == QLatin1String("read") && state.done == state.total)
            goAway();
    });
    connect(m_trackerHost.get(), &TrackerHost::hosted, this, [&] {
        if (moment == QLatin1String("hosted"))
            publisher.reset();
        isGone = !publisher;
    });
    publisher->start(request);
    QTRY_VERIFY_WITH_TIMEOUT(isGone, kDeadlineMs);
    QTRY_COMPARE_WITH_TIMEOUT(QFile::exists(request.torrentPath), false, kDeadlineMs);
    expectNothingLeft(request);
}

void PublisherTest::a_taken_port_fails_before_anything_is_made() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_settings->value(settings::kTrackerPort))));
    const PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    const auto published = publish(request);
    QVERIFY(!published);
    QCOMPARE(published.error().kind, ErrorKind::AddressInUse);
    expectNothingLeft(request);
}

void PublisherTest::a_torrent_that_cannot_be_written_is_neither_hosted_nor_seeded() {
    PublishRequest request = requestFor(QStringLiteral("Été 2024"));
    // Below a file there can be no folder, whoever runs the test.
    request.torrentPath = m_folder->filePath(QStringLiteral("shared/Été 2024/film.bin/x.torrent"));
    const auto published = publish(request);
    QVERIFY(!published);
    QVERIFY(published.error().kind != ErrorKind::Internal);
    expectNothingLeft(request);
}

QTEST_GUILESS_MAIN(PublisherTest)
#include "publisher_test.moc"
