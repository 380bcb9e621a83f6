// Inviting friends to the embedded tracker.
#include "core/bencode_reader.h"
#include "hosting/free_port.h"
#include "hosting/friends.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace essaim;
using hosting::Friends;
using hosting::TrackerHost;

namespace {

constexpr int kDeadlineMs = 15'000;

} // namespace

class HostingFriendsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
        m_host = std::make_unique<TrackerHost>(*m_settings, m_folder->filePath(QStringLiteral("tracker.db")), true);
        m_friends = std::make_unique<Friends>(*m_host);
    }
    void cleanup() {
        m_friends.reset();
        m_host.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void an_invitation_is_the_same_each_time() {
        switchOn();
        const qint64 id = add("Anna");
        const auto first = invite(id);
        QCOMPARE(first.name, QStringLiteral("Anna"));
        QVERIFY(first.link.startsWith(QStringLiteral("http://127.0.0.1:%1/i/").arg(m_host->port())));
        QCOMPARE(first.announceUrls.size(), 2);
        QVERIFY(first.announceUrls[1].startsWith(QStringLiteral("udp://")));
        const QString key = first.announceUrls[0].section(QLatin1Char('/'), -1);
        QCOMPARE(key.size(), 40);
        QVERIFY(!first.link.contains(key));

        m_host->setEnabled(false);
        switchOn();
        QTRY_VERIFY_WITH_TIMEOUT(m_friends->find(id) != nullptr, kDeadlineMs);
        const auto again = invite(id);
        QCOMPARE(again.link, first.link);
        QCOMPARE(again.announceUrls, first.announceUrls);
    }

    void a_result_comes_when_the_snapshot_shows_it() {
        switchOn();
        const qint64 id = add("Anna");
        QVERIFY(m_friends->find(id) != nullptr);
        std::optional<Expected<void>> result;
        m_friends->revoke(id, this, [&](const Expected<void>& outcome) {
            result = outcome;
            QVERIFY(m_friends->find(id)->revokedAt.has_value());
        });
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kDeadlineMs);
        QVERIFY(result->has_value());
    }

    void nothing_is_promised_while_the_tracker_is_off() {
        std::optional<Expected<std::int64_t>> result;
        m_friends->add({.name = "Anna"}, this, [&](const auto& outcome) { result = outcome; });
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kDeadlineMs);
        QVERIFY(!result->has_value());
    }

    void a_friends_torrent_differs_in_its_trackers_only() {
        const QByteArray info =
            "d6:lengthi5e4:name1:a12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaa7:privatei1ee";
        const QByteArray torrent = "d8:announce17:http://elsewhere/7:comment2:hi4:info" + info + "e";
        const hosting::FriendInvite invite{
            1,
            QStringLiteral("Anna"),
            {},
            {QStringLiteral("http://a/announce/k"), QStringLiteral("udp://a:1/announce/k")}};
        const auto made = hosting::torrentFor(invite, torrent);
        QVERIFY(made.has_value());
        const auto document = BencodeDocument::parse({made->constData(), std::size_t(made->size())});
        QVERIFY(document.has_value());
        QCOMPARE(QByteArray::fromStdString(std::string(document->root()["info"].encoded())), info);
        QCOMPARE(std::string(*document->root()["announce"].string()), std::string("http://a/announce/k"));
        QVERIFY(!made->contains("elsewhere"));
        QVERIFY(!hosting::torrentFor(invite, "x"));
    }

    void a_masked_address_hides_the_key() {
        const QString key = QStringLiteral("0123456789abcdef0123456789abcdef01234567");
        const QString masked = hosting::maskedUrl(QStringLiteral("http://a:6969/announce/") + key);
        QVERIFY(masked.startsWith(QStringLiteral("http://a:6969/announce/")));
        QVERIFY(masked.endsWith(QStringLiteral("4567")));
        QVERIFY(!masked.contains(key.left(6)));
        const QString plain = QStringLiteral("http://a:6969/announce");
        QCOMPARE(hosting::maskedUrl(plain), plain);
    }

private:
    void switchOn() {
        m_host->setEnabled(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    }
    qint64 add(const char* name) {
        qint64 id = 0;
        m_friends->add({.name = name}, this, [&](const Expected<std::int64_t>& added) { id = added.value_or(-1); });
        (void)QTest::qWaitFor([&] { return id != 0; }, kDeadlineMs);
        return id;
    }
    hosting::FriendInvite invite(qint64 id) {
        std::optional<hosting::FriendInvite> made;
        m_friends->invite(id, this, [&](const auto& invite) { made = invite.value_or(hosting::FriendInvite{}); });
        (void)QTest::qWaitFor([&] { return made.has_value(); }, kDeadlineMs);
        return made.value_or(hosting::FriendInvite{});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<TrackerHost> m_host;
    std::unique_ptr<Friends> m_friends;
};

QTEST_GUILESS_MAIN(HostingFriendsTest)
#include "friends_test.moc"
