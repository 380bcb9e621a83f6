// A process that is killed while it saves loses nothing of what it was told is saved.
#include "storage/database.h"
#include "storage/torrent_store.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstring>

using namespace essaim;
using namespace essaim::storage;

namespace {

/// Different for each number, and large enough that a commit is many pages.
TorrentRecord torrent(std::uint32_t number) {
    TorrentRecord record;
    record.infoHash.v1.emplace();
    for (std::size_t i = 0; i < 4; ++i)
        record.infoHash.v1->bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    record.id = record.infoHash.id();
    record.name = "torrent " + std::to_string(number);
    record.savePath = "/srv/" + std::to_string(number);
    record.metadata.assign(500 + number * 37 % 9000, static_cast<char>(number));
    record.resumeData.assign(300 + number * 101 % 20000, static_cast<char>(number >> 1));
    record.uploaded = number;
    record.resumeOrigin.sequence = 1;
    return record;
}

/// Saves torrents until it is killed, and writes the number of each that was acknowledged to standard output.
int saveForever(const char* file) {
    auto thread = DatabaseThread::open(file, "essaim");
    if (!thread)
        return 1;
    auto first = (*thread)->run(
        Operation::OpenStore, [](SQLite::Database& database) { return TorrentStore(database).loadAll().size(); });
    for (auto number = static_cast<std::uint32_t>(first.value()); number < 1'000'000; ++number) {
        const auto saved = (*thread)->run(Operation::SaveStore, [number](SQLite::Database& database) {
            TorrentStore store(database);
            store.put(torrent(number));
            // Also changes an old one, so that pages are written again.
            store.setPaused(torrent(number / 2).id, number % 2 == 0);
        });
        if (!saved)
            return 2;
        std::printf("%u\n", number);
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noAcknowledgedTorrentIsLost() {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("essaim.db"));
        for (int round = 0; round < 12; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--save-forever"), file});
            QByteArray output;
            // Killed at a different number of commits each time, and wherever it then happens to be.
            const auto enough = 5 + round * 7;
            while (output.count('\n') < enough && child.waitForReadyRead(30'000))
                output += child.readAllStandardOutput();
            QVERIFY2(output.count('\n') >= enough, qPrintable(child.errorString()));
            child.kill();
            QVERIFY(child.waitForFinished(30'000));
            output += child.readAllStandardOutput();
            const auto lines = output.left(output.lastIndexOf('\n')).split('\n');
            checkStored(file, lines.last().toUInt());
        }
    }

private:
    static void checkStored(const QString& file, std::uint32_t lastAcknowledged) {
        const auto database = openDatabase(file.toStdString(), "essaim");
        QVERIFY2(database.has_value(), database ? "" : describe(database.error()).c_str());
        QCOMPARE((*database)->execAndGet("PRAGMA integrity_check").getString(), "ok");
        auto records = TorrentStore(**database).loadAll();
        QVERIFY(records.size() > lastAcknowledged);
        // At most the one that was being saved may be there unacknowledged.
        QVERIFY(records.size() <= lastAcknowledged + 2);
        for (std::uint32_t number = 0; number < records.size(); ++number) {
            records[number].paused = false;
            QVERIFY(records[number] == torrent(number));
        }
    }
};

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "--save-forever") == 0)
        return saveForever(argv[2]);
    const QCoreApplication application(argc, argv);
    KillTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "kill_test.moc"
