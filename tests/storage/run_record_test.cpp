// How the run before this one ended.
#include "storage/run_record.h"

#include "storage/database.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;

class RunRecordTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SQLite::Database> m_database;

private Q_SLOTS:
    void init() {
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = openDatabase(m_folder->filePath(QStringLiteral("essaim.db")).toStdString(), "essaim").value();
    }

    void theFirstRunHasNoneBeforeIt() {
        const auto run = startRun(*m_database, "a");
        QCOMPARE(run.previousEnd, PreviousEnd::FirstStart);
        QVERIFY(run.runId > 0);
        QCOMPARE(run.bootId, "a");
    }

    void aRunThatEndedInOrderIsClean() {
        const auto first = startRun(*m_database, "a");
        endRun(*m_database, first.runId);
        const auto second = startRun(*m_database, "b"); // whatever the system did meanwhile
        QCOMPARE(second.previousEnd, PreviousEnd::Clean);
        QVERIFY(second.runId > first.runId);
    }

    void aRunThatDidNotEndCrashedIfTheSystemWentOn() {
        (void)startRun(*m_database, "a");
        QCOMPARE(startRun(*m_database, "a").previousEnd, PreviousEnd::ProcessCrash);
    }

    void aRunThatDidNotEndLostItsPowerIfTheSystemIsAnotherOne() {
        (void)startRun(*m_database, "a");
        QCOMPARE(startRun(*m_database, "b").previousEnd, PreviousEnd::PowerLoss);
    }

    void nobodyKnowsWithoutAnIdOfTheSystem() {
        (void)startRun(*m_database, "");
        QCOMPARE(startRun(*m_database, "").previousEnd, PreviousEnd::PowerLoss);
    }

    void aListWithoutARunIsNotTrusted() {
        TorrentRecord record;
        record.infoHash.v1.emplace();
        record.id = record.infoHash.id();
        record.savePath = "/srv";
        TorrentStore(*m_database).put(record);
        QCOMPARE(startRun(*m_database, "a").previousEnd, PreviousEnd::PowerLoss);
    }

    void theSystemTellsWhichStartItIs() {
        QCOMPARE(currentBootId().size(), 36u);
        QCOMPARE(currentBootId(), currentBootId());
    }
};

QTEST_GUILESS_MAIN(RunRecordTest)
#include "run_record_test.moc"
