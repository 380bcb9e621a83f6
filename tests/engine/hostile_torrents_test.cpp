// Every torrent of an enemy gets its verdict, and those that are let in touch nothing outside their folder.
#include "data/hostile_torrents.h"
#include "engine/session_fixture.h"

#include <QTemporaryDir>

#include <algorithm>
#include <set>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;
using essaim::test::HostileSample;

class HostileTorrentsTest : public QObject {
    Q_OBJECT

    std::vector<HostileSample> m_samples = essaim::test::hostileTorrents();

private Q_SLOTS:
    void areManyAndDifferent() {
        std::set<std::string> names;
        for (const HostileSample& sample : m_samples)
            names.insert(sample.name);
        QCOMPARE(names.size(), m_samples.size());
        QVERIFY2(m_samples.size() >= 250, qPrintable(QString::number(m_samples.size())));
        QVERIFY(std::ranges::equal(
            m_samples, essaim::test::hostileTorrents(), {}, &HostileSample::torrent, &HostileSample::torrent));
    }

    void getTheVerdictThatTheyDeserve_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_samples.size(); ++i)
            QTest::newRow(m_samples[i].name.c_str()) << int(i);
    }
    void getTheVerdictThatTheyDeserve() {
        QFETCH(int, index);
        const HostileSample& sample = m_samples[std::size_t(index)];
        const auto torrent = parseTorrent(QByteArray::fromStdString(sample.torrent));
        if (!sample.fault) {
            QVERIFY2(torrent.has_value(), torrent ? "" : torrent.error().detail.c_str());
            QCOMPARE(int(torrent->comment.size()) < 10'000, true);
            const bool isNoted = std::ranges::any_of(
                torrent->notes, [&](const TorrentNote& note) { return !sample.note || note.kind == *sample.note; });
            QVERIFY(isNoted || !sample.note);
            return;
        }
        QVERIFY2(!torrent, "it was accepted");
        QVERIFY(torrent.error().refusal);
        QCOMPARE(
            QString::fromStdString(torrent.error().detail).section(u' ', 0, 0),
            QString::fromStdString(std::string(wordOf(*sample.fault))));
    }

    void touchNothingOutsideTheirFolder() {
        const QTemporaryDir world;
        const QString canary = world.filePath(QStringLiteral("canary.txt"));
        writeFile(canary, "here first");
        writeFile(world.filePath(QStringLiteral("a/b/c/etc/passwd")), "root");
        const QString root = world.filePath(QStringLiteral("a/b/c/downloads"));
        TestSession session;
        QVERIFY(session.start());
        std::size_t added = 0;
        for (const HostileSample& sample : m_samples) {
            // Each in a folder of its own: two of them may want the same name.
            AddTorrentRequest request;
            request.torrent = QByteArray::fromStdString(sample.torrent);
            request.savePath = root + QStringLiteral("/%1").arg(added);
            const AddTorrentOutcome outcome = session.add(request);
            QVERIFY2(bool(outcome.error) == bool(sample.fault), sample.name.c_str());
            added += outcome.error ? 0 : 1;
        }
        QVERIFY(added > 50);
        const auto isReady = [](const auto& entry) {
            return entry.second.state == TorrentState::Stalled || entry.second.state == TorrentState::Queued;
        };
        QTRY_VERIFY_WITH_TIMEOUT(
            session.snapshots.size() == added && std::ranges::all_of(session.snapshots, isReady), kDeadlineMs);
        QVERIFY(session.stop());
        for (const QString& path : treeOf(world.path()).keys()) {
            const bool isOurs = path.startsWith(QStringLiteral("a/b/c/downloads/"));
            QVERIFY2(
                isOurs || path == QStringLiteral("canary.txt") || path == QStringLiteral("a/b/c/etc/passwd"),
                qPrintable(path));
        }
        QCOMPARE(readFile(canary), QByteArray("here first"));
    }
};

QTEST_GUILESS_MAIN(HostileTorrentsTest)
#include "hostile_torrents_test.moc"
