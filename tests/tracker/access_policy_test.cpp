// Who may announce in each access mode.
#include "tracker/service/settings.h"

#include <QtTest>

using namespace essaim::tracker;

namespace {

const std::string kBen = "0123456789abcdef0123456789abcdef01234567";
const std::string kZoe = "ffffffffffffffffffffffffffffffffffffffff";
const std::vector<FriendAccess> kFriends{{1, passkeyDigest(kBen)}, {2, passkeyDigest(kZoe), true}};

} // namespace

class AccessPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openAndHostedModeAskForNoKey();
    void onlyOpenModeTakesEveryTorrent();
    void friendsAreLetIn();
    void othersAreToldNothingButNo_data();
    void othersAreToldNothingButNo();
    void withoutFriendsNobodyComesIn();
};

void AccessPolicyTest::openAndHostedModeAskForNoKey() {
    for (const auto mode : {AccessMode::Open, AccessMode::Hosted}) {
        const AccessPolicy policy(mode, kFriends);
        QVERIFY(policy.check("") == nullptr);
        QVERIFY(policy.check("anything") == nullptr);
        QCOMPARE(policy.check(kBen).value()->id, 1); // known though nobody asked
        QVERIFY(!policy.needsPasskey());
    }
}

void AccessPolicyTest::onlyOpenModeTakesEveryTorrent() {
    QVERIFY(!AccessPolicy(AccessMode::Open, {}).onlyHosted());
    QVERIFY(AccessPolicy(AccessMode::Hosted, {}).onlyHosted());
    QVERIFY(AccessPolicy(AccessMode::Friends, {}).onlyHosted());
}

void AccessPolicyTest::friendsAreLetIn() {
    const AccessPolicy policy(AccessMode::Friends, kFriends);
    QVERIFY(policy.needsPasskey());
    QCOMPARE(policy.check(kBen).value()->id, 1);
    QCOMPARE(policy.check(kZoe).value()->id, 2);
    QVERIFY(policy.check(kZoe).value()->seedOnly);
    QCOMPARE(policy.check("0123456789ABCDEF0123456789abcdef01234567").value()->id, 1); // case does not matter
}

void AccessPolicyTest::othersAreToldNothingButNo_data() {
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char* name, const std::string& key) {
        QTest::newRow(name) << QByteArray::fromStdString(key);
    };
    row("unknown", std::string(40, '0'));
    row("one digit off", "1" + kBen.substr(1));
    row("too short", kBen.substr(0, 39));
    row("too long", kBen + "0");
    row("not hexadecimal", std::string(40, 'z'));
    row("one character", "x");
    row("huge", std::string(10'000, 'f'));
    row("zero bytes", std::string(40, '\0'));
}

void AccessPolicyTest::othersAreToldNothingButNo() {
    QFETCH(QByteArray, key);
    const AccessPolicy policy(AccessMode::Friends, kFriends);
    QVERIFY(policy.check(key.toStdString()).error() == kPasskeyRefused);
    QVERIFY(policy.check("").error() == kPasskeyRequired);
}

void AccessPolicyTest::withoutFriendsNobodyComesIn() {
    const AccessPolicy policy(AccessMode::Friends, {});
    QVERIFY(policy.check(kBen).error() == kPasskeyRefused);
    // A friend without a usable key is no way in either.
    TrackerConfig config;
    config.access = AccessMode::Friends;
    config.friends = {{"Nobody", ""}, {"Short", "abc"}};
    const Settings settings(config);
    QVERIFY(settings.access.check("abc").error() == kPasskeyRefused);
    QVERIFY(settings.access.check("").error() == kPasskeyRequired);
}

QTEST_GUILESS_MAIN(AccessPolicyTest)
#include "access_policy_test.moc"
