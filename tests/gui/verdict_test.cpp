// Why a torrent does not move.
#include "gui/details/verdict.h"
#include "gui/window_fixture.h"

using namespace essaim;
using namespace essaim::gui;
using engine::SwarmFacts;
using engine::TorrentState;

namespace {

engine::TorrentSnapshot torrentIn(TorrentState state) {
    return test::makeTorrent(1, QStringLiteral("a"), state, 1000, 0.5);
}

Verdict verdict(TorrentState state, const SwarmFacts& facts = {}) {
    return verdictOf(torrentIn(state), facts).value_or(Verdict{});
}

} // namespace

class VerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isSilentAboutWhatMoves() {
        for (const TorrentState state :
             {TorrentState::Downloading, TorrentState::Seeding, TorrentState::Complete, TorrentState::Checking,
              TorrentState::Moving})
            QVERIFY(!verdictOf(torrentIn(state), SwarmFacts()));
        QVERIFY(!verdictOf(torrentIn(TorrentState::Stalled), std::nullopt)); // nothing is known yet
    }

    void quotesTheOnlyTracker() {
        SwarmFacts facts;
        facts.trackers = facts.trackersFailing = 1;
        facts.failingHost = QStringLiteral("tracker.example");
        facts.failure = QStringLiteral("unregistered torrent");
        const Verdict said = verdict(TorrentState::Stalled, facts);
        QCOMPARE(
            said.sentence, QStringLiteral("Its only tracker, tracker.example, does not help: unregistered torrent."));
        QCOMPARE(said.remedy, Remedy::AskTrackers);
    }

    void knowsThatNobodyCanNameAPeer() {
        QCOMPARE(verdict(TorrentState::Stalled).remedy, Remedy::EditTrackers);
        SwarmFacts facts;
        facts.isDhtOn = true;
        facts.dhtNodes = 300;
        QCOMPARE(verdict(TorrentState::Stalled, facts).sentence, QStringLiteral("No peer has been found yet."));
        engine::TorrentSnapshot secret = torrentIn(TorrentState::Stalled);
        secret.isPrivate = true;
        QVERIFY(verdictOf(secret, SwarmFacts())->sentence.contains(QStringLiteral("private")));
    }

    void asksNoTrackersWhereThereAreNone() {
        SwarmFacts facts;
        facts.isDhtOn = true;
        for (const auto state : {TorrentState::Stalled, TorrentState::FetchingMetadata}) {
            const Verdict said = verdict(state, facts);
            QVERIFY(said.sentence.contains(QStringLiteral("has no tracker")));
            QCOMPARE(said.remedy, Remedy::EditTrackers);
        }
        facts.trackers = 1;
        const Verdict said = verdict(TorrentState::Stalled, facts);
        QVERIFY(said.sentence.contains(QStringLiteral("no tracker was asked")));
        QCOMPARE(said.remedy, Remedy::AskTrackers);
        facts.trackers = 0;
        facts.connected = 3; // who have nothing that is missing
        QCOMPARE(verdict(TorrentState::Stalled, facts).remedy, Remedy::EditTrackers);
    }

    void tellsUnreachablePeersFromAbsentOnes() {
        SwarmFacts facts;
        facts.trackers = facts.trackersWorking = 1;
        QVERIFY(verdict(TorrentState::Stalled, facts).sentence.contains(QStringLiteral("no other peer")));
        facts.knownPeers = 14;
        QVERIFY(
            verdict(TorrentState::Stalled, facts).sentence.startsWith(QStringLiteral("14 peer(s) are known and none")));
        facts.greeting = 2;
        QVERIFY(verdict(TorrentState::Stalled, facts).sentence.contains(QStringLiteral("being made")));
    }

    void seesThatTheRestIsWithNobody() {
        SwarmFacts facts;
        facts.connected = 3;
        engine::TorrentSnapshot torrent = torrentIn(TorrentState::Stalled);
        torrent.availability = 0.4;
        QVERIFY(verdictOf(torrent, facts)->sentence.contains(QStringLiteral("not the whole torrent")));
        facts.haveSomething = facts.choking = 2;
        QVERIFY(verdictOf(torrent, facts)->sentence.contains(QStringLiteral("send to others first")));
    }

    void countsThoseBeforeInTheQueue() {
        SwarmFacts facts;
        facts.queuedBefore = 2;
        const Verdict said = verdict(TorrentState::Queued, facts);
        QCOMPARE(said.sentence, QStringLiteral("It waits for its turn: 2 download(s) stand before it."));
        QCOMPARE(said.remedy, Remedy::RunNow);
    }

    void hasWordsForEveryRemedy() {
        for (int remedy = int(Remedy::AskTrackers); remedy <= int(Remedy::ChooseFolder); ++remedy)
            QVERIFY(!remedyWords(Remedy(remedy)).isEmpty());
    }

    void offersAButtonForWhatAUserCanDo_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("remedy");
        QTest::newRow("paused") << int(TorrentState::Paused) << int(Remedy::Resume);
        QTest::newRow("missing files") << int(TorrentState::MissingFiles) << int(Remedy::ChooseFolder);
        QTest::newRow("drive away") << int(TorrentState::DriveAway) << int(Remedy::None);
        QTest::newRow("error") << int(TorrentState::Error) << int(Remedy::Resume);
    }
    void offersAButtonForWhatAUserCanDo() {
        QFETCH(int, state);
        QFETCH(int, remedy);
        const Verdict said = verdict(TorrentState(state));
        QVERIFY(!said.sentence.isEmpty());
        QCOMPARE(int(said.remedy), remedy);
    }
};

QTEST_MAIN(VerdictTest)
#include "verdict_test.moc"
