// Two Essaims, one of which stands in for the other: from the offer to its end.
#include "engine/session.h"
#include "hosting/followed_hosts.h"
#include "hosting/friends.h"
#include "hosting/host_place.h"
#include "hosting/stand_in_reports.h"
#include "hosting/standing_in.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace essaim;
using hosting::FollowedHost;
using hosting::FollowedHosts;
using hosting::StandingIn;
using hosting::TrackerHost;
using hosting::test::Place;

namespace {

constexpr int kDeadlineMs = 15'000;

} // namespace

class StandingInTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void an_offer_is_accepted_and_followed();
    void a_list_outlives_both_programs();
    void who_withdraws_serves_nobody_at_once();

private:
    void follow();
    void accept();
    [[nodiscard]] std::optional<tracker::StandInAnswer> answer() const;
    [[nodiscard]] FollowedHost::StandIn standing() const { return m_followed->hosts().first().standIn; }

    std::optional<Place> m_alice;
    std::optional<Place> m_paul;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<FollowedHosts> m_followed;
    std::unique_ptr<StandingIn> m_standingIn;
    std::unique_ptr<hosting::StandInReports> m_reports;
    QString m_link;
    std::int64_t m_paulsId = 0;
};

void StandingInTest::init() {
    m_alice.emplace();
    m_alice->host->setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_alice->host->state(), TrackerHost::State::On, kDeadlineMs);
    m_paul.emplace(); // after the port of the other is taken
    hosting::Friends friends(*m_alice->host);
    m_paulsId = 0;
    friends.add({.name = "Paul"}, this, [this](const Expected<std::int64_t>& id) { m_paulsId = id.value_or(0); });
    QTRY_VERIFY_WITH_TIMEOUT(m_paulsId != 0, kDeadlineMs);
    m_link.clear();
    friends.invite(m_paulsId, this, [this](const auto& invite) { m_link = invite->link; });
    QTRY_VERIFY_WITH_TIMEOUT(!m_link.isEmpty(), kDeadlineMs);
    m_reports = std::make_unique<hosting::StandInReports>(*m_alice->host);
    engine::SessionSettings offline;
    offline.offline = true;
    m_session = std::make_unique<engine::Session>(engine::SessionConfig{{}, offline});
    QSignalSpy started(m_session.get(), &engine::Session::started);
    m_session->start();
    QVERIFY(started.wait(kDeadlineMs));
    follow();
}

void StandingInTest::cleanup() {
    m_standingIn.reset();
    m_followed.reset();
    m_reports.reset();
    m_session.reset();
    m_paul.reset();
    m_alice.reset();
}

void StandingInTest::follow() {
    m_followed = std::make_unique<FollowedHosts>(*m_session, m_paul->folder.filePath(QStringLiteral("followed.json")));
    m_followed->follow(m_link);
    m_standingIn = std::make_unique<StandingIn>(*m_followed, *m_paul->host);
}

std::optional<tracker::StandInAnswer> StandingInTest::answer() const {
    const auto read = tracker::Tracker::readStandInAnswer(m_followed->hosts().first().standInList.toStdString());
    return read ? std::optional(*read) : std::nullopt;
}

void StandingInTest::accept() {
    m_standingIn->setOffered(m_link, true);
    QTRY_VERIFY_WITH_TIMEOUT(answer().has_value(), kDeadlineMs);
    QVERIFY(!answer()->isAccepted);
    m_alice->host->change(
        [id = m_paulsId](tracker::Tracker& tracker) { return tracker.acceptStandIn(id); }, [](const auto&) {});
    QTRY_VERIFY_WITH_TIMEOUT(answer()->isAccepted, kDeadlineMs);
}

void StandingInTest::an_offer_is_accepted_and_followed() {
    accept();
    QCOMPARE(m_paul->host->state(), TrackerHost::State::On); // it was switched on for it
    QCOMPARE(answer()->members, std::size_t{1});
    hosting::Friends friends(*m_alice->host);
    friends.add({.name = "Anna"}, this, [](const auto&) {});
    QTRY_COMPARE_WITH_TIMEOUT(answer()->members, std::size_t{2}, kDeadlineMs); // without waiting for the next look
    QTRY_COMPARE_WITH_TIMEOUT(m_paul->host->snapshot().standingIn.size(), std::size_t{1}, kDeadlineMs);
    const auto urls = m_alice->host->publicAnnounceUrls();
    QVERIFY(urls.size() > m_alice->host->announceUrls().size());
    m_alice->host->change(
        [id = m_paulsId](tracker::Tracker& tracker) { return tracker.endStandIn(id); }, [](const auto&) {});
    QTRY_VERIFY_WITH_TIMEOUT(!answer()->isAccepted, kDeadlineMs);
}

void StandingInTest::a_list_outlives_both_programs() {
    accept();
    m_alice->host->setEnabled(false);
    m_standingIn.reset();
    m_followed.reset(); // writes
    m_followed = std::make_unique<FollowedHosts>(*m_session, m_paul->folder.filePath(QStringLiteral("followed.json")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_followed->hosts().isEmpty(), kDeadlineMs);
    QVERIFY(answer() && answer()->isAccepted);
    m_standingIn = std::make_unique<StandingIn>(*m_followed, *m_paul->host);
    QTRY_VERIFY_WITH_TIMEOUT(m_followed->hosts().first().error.has_value(), kDeadlineMs);
    QVERIFY(answer()->isAccepted); // silence takes nothing away
    QTRY_COMPARE_WITH_TIMEOUT(m_paul->host->snapshot().standingIn.size(), std::size_t{1}, kDeadlineMs);
}

void StandingInTest::who_withdraws_serves_nobody_at_once() {
    accept();
    m_standingIn->setOffered(m_link, false);
    QVERIFY(!answer());
    QTRY_VERIFY_WITH_TIMEOUT(m_paul->host->snapshot().standingIn.empty(), kDeadlineMs);
    QTRY_COMPARE_WITH_TIMEOUT(standing(), FollowedHost::StandIn::No, kDeadlineMs); // the host has heard of it
    QTRY_VERIFY_WITH_TIMEOUT(m_alice->host->snapshot().standIns.empty(), kDeadlineMs);
}

QTEST_GUILESS_MAIN(StandingInTest)
#include "standing_in_test.moc"
