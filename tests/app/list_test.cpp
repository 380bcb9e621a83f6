// The list of the real program: backups by window and terminal, a newer database, damage, kill -9, a disk without room.
#include "storage/backup.h"
#include "storage/client_store.h"
#include "storage/small_disk.h"
#include "storage/torrent_store.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace essaim;
using namespace essaim::storage;

namespace {

constexpr int kDeadlineMs = 20'000;
constexpr std::int64_t kTaken = 1'700'000'000; // 2023-11-14 22:13:20 UTC

TorrentRecord magnet(std::uint8_t number) {
    TorrentRecord record;
    record.infoHash.v1.emplace();
    record.infoHash.v1->bytes.fill(number);
    record.id = record.infoHash.id();
    record.name = "torrent " + std::to_string(number);
    record.savePath = "/srv/nowhere";
    record.source = "magnet:?xt=urn:btih:" + record.id.toHex();
    record.paused = true;
    record.addedAt = 1000 + number;
    return record;
}

struct Run {
    int status = -1;
    QString output;
    QString errors;
};

Run run(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(ESSAIM_BIN_DIR "/essaim"), arguments);
    if (!process.waitForFinished(kDeadlineMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {
        process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

/// The window, steered.
class Window {
public:
    explicit Window(const QString& profile) {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral(ESSAIM_BIN_DIR "/essaim"),
            {QStringLiteral("--profile"), profile, QStringLiteral("--offline"), QStringLiteral("--pilot")});
    }
    ~Window() {
        m_process.kill();
        m_process.waitForFinished(kDeadlineMs);
    }
    QJsonObject ask(const QByteArray& command) {
        m_process.write(command + '\n');
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(kDeadlineMs))
                return {};
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    bool does(const QByteArray& command) { return ask(command)[QStringLiteral("ok")].toBool(); }
    bool isUsable(const QByteArray& widget) {
        const QJsonObject answer = ask(R"({"do":"read","widget":")" + widget + R"("})");
        return answer[QStringLiteral("visible")].toBool() && answer[QStringLiteral("enabled")].toBool();
    }
    QStringList names() {
        QStringList names;
        for (const QJsonValue torrent : ask(R"({"do":"status"})")[QStringLiteral("torrents")].toArray())
            names << torrent[QStringLiteral("name")].toString();
        names.sort();
        return names;
    }
    int end() {
        m_process.write("{\"do\":\"quit\"}\n");
        return m_process.waitForFinished(kDeadlineMs) ? m_process.exitCode() : -1;
    }
    QProcess& process() { return m_process; }

private:
    QProcess m_process;
};

} // namespace

class ListTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;

    std::filesystem::path path(const char* name) const {
        return (m_profile + QLatin1Char('/') + QLatin1String(name)).toStdString();
    }

    QStringList arguments(const QStringList& more) const {
        return QStringList{QStringLiteral("--profile"), m_profile} + more;
    }

    /// Torrents 1, 2 and 3 in a backup; 3 is not in the list any more.
    void makeList() const {
        auto store = openClientStore(path("essaim.db")).value();
        const auto change = [&store](const std::function<void(TorrentStore&)>& work) {
            store.database
                ->run(
                    Operation::SaveStore,
                    [&](SQLite::Database& database) {
                        TorrentStore torrents(database, store.run);
                        work(torrents);
                    })
                .value();
        };
        change([](TorrentStore& torrents) {
            for (std::uint8_t number = 1; number <= 3; ++number)
                torrents.put(magnet(number));
        });
        store.database
            ->runAlone(
                Operation::SaveBackup,
                [this](SQLite::Database& database) {
                    (void)makeBackup(database, path("backup"), BackupKind::Daily, kTaken).value();
                })
            .value();
        change([](TorrentStore& torrents) { torrents.remove(magnet(3).id); });
        store.database
            ->run(Operation::SaveStore, [&](SQLite::Database& database) { endRun(database, store.run.runId); })
            .value();
    }

    QStringList listed() const {
        QStringList names;
        const auto store = openClientStore(path("essaim.db"));
        for (const auto& record : store.value().torrents)
            names << QString::fromStdString(record.name);
        return names;
    }

    static QByteArray read(const std::filesystem::path& file) {
        QFile in(QString::fromStdString(file.string()));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static void write(const std::filesystem::path& file, const QByteArray& bytes) {
        QFile out(QString::fromStdString(file.string()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    void setVersion(int version) const {
        SQLite::Database database(path("essaim.db").string(), SQLite::OPEN_READWRITE);
        const auto number = std::to_string(version);
        database.exec("DELETE FROM schema WHERE version = 9999");
        database.exec("INSERT OR IGNORE INTO schema VALUES (" + number + ", 'to come', '')");
        database.exec("PRAGMA user_version=" + number);
    }

    static QStringList all() {
        return {QStringLiteral("torrent 1"), QStringLiteral("torrent 2"), QStringLiteral("torrent 3")};
    }
    static QStringList two() { return all().mid(0, 2); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile = m_folder->filePath(QStringLiteral("profile"));
        makeList();
    }

    void theTerminalListsBackups() {
        const Run listing = run(arguments({QStringLiteral("--list-backups")}));
        QCOMPARE(listing.status, 0);
        QVERIFY2(
            listing.output.contains(QStringLiteral("daily-20231114-221320.db  3 torrents")),
            qPrintable(listing.output));
    }

    void theTerminalRestoresByNameDateAndLatest_data() {
        QTest::addColumn<QString>("backup");
        QTest::newRow("latest") << QStringLiteral("latest");
        QTest::newRow("name") << QStringLiteral("daily-20231114-221320.db");
        QTest::newRow("day after") << QStringLiteral("2023-11-15");
        QTest::newRow("minute") << QStringLiteral("2023-11-16 08:00");
    }
    void theTerminalRestoresByNameDateAndLatest() {
        QFETCH(QString, backup);
        const Run restoring = run(arguments({QStringLiteral("--restore"), backup}));
        QVERIFY2(restoring.status == 0, qPrintable(restoring.errors));
        QVERIFY(restoring.output.contains(QStringLiteral("1 torrent came back")));
        QCOMPARE(listed(), all());
    }

    void theTerminalSaysWhenThereIsNoSuchBackup() {
        for (const char* backup : {"2023-11-01", "yesterday.db"}) {
            const Run restoring = run(arguments({QStringLiteral("--restore"), QString::fromLatin1(backup)}));
            QCOMPARE(restoring.status, 1);
            QVERIFY(restoring.errors.contains(QLatin1String(backup)));
        }
        QCOMPARE(run(arguments({QStringLiteral("--exactly")})).status, 2);
        QCOMPARE(run(arguments({QStringLiteral("--list-backups"), QStringLiteral("--verify-store")})).status, 2);
        QCOMPARE(listed(), two());
    }

    void theTerminalExportsWhatOtherProgramsCanRead() {
        const QString target = m_folder->filePath(QStringLiteral("exported"));
        for (int time = 1; time <= 2; ++time) { // nothing is replaced the second time
            QCOMPARE(run(arguments({QStringLiteral("--export"), target})).status, 0);
            QCOMPARE(QDir(target).entryList(QDir::Files).size(), time * 3);
        }
        QVERIFY(read((target + QStringLiteral("/torrent 1.magnet")).toStdString()).startsWith("magnet:?xt="));
        const auto list = QJsonDocument::fromJson(read((target + QStringLiteral("/list.json")).toStdString())).array();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0][QStringLiteral("save-path")].toString(), QStringLiteral("/srv/nowhere"));
        QCOMPARE(list[0][QStringLiteral("file")].toString(), QStringLiteral("torrent 1.magnet"));
    }

    void theTerminalExportsAlsoWhatANewerVersionMade() {
        setVersion(9999);
        const QString target = m_folder->filePath(QStringLiteral("exported"));
        QCOMPARE(run(arguments({QStringLiteral("--export"), target})).status, 0);
        QCOMPARE(QDir(target).entryList(QDir::Files).size(), 3);
    }

    void theTerminalVerifiesAndChangesNothing() {
        const auto before = read(path("essaim.db"));
        const Run sound = run(arguments({QStringLiteral("--verify-store")}));
        QVERIFY2(sound.status == 0, qPrintable(sound.output + sound.errors));
        const auto backup = backupPath(path("backup"), BackupKind::Daily, kTaken);
        write(backup, read(backup).replace("torrent 2", "torrent X"));
        const Run damaged = run(arguments({QStringLiteral("--verify-store")}));
        QCOMPARE(damaged.status, 1);
        QVERIFY(damaged.output.contains(QStringLiteral("daily-20231114-221320.db")));
        QVERIFY(damaged.errors.contains(QStringLiteral("1 thing is damaged")));
        QCOMPARE(read(path("essaim.db")), before);
    }

    void theTerminalLeavesARunningProgramAlone() {
        Window window(m_profile);
        QTRY_COMPARE_WITH_TIMEOUT(window.names(), two(), kDeadlineMs);
        for (const auto& options :
             {QStringList{QStringLiteral("--restore"), QStringLiteral("latest")},
              QStringList{QStringLiteral("--verify-store")}}) {
            const Run refused = run(arguments(options));
            QCOMPARE(refused.status, 1);
            QVERIFY2(refused.errors.contains(QStringLiteral("Another Essaim")), qPrintable(refused.errors));
        }
        QCOMPARE(run(arguments({QStringLiteral("--list-backups")})).status, 0);
        QCOMPARE(window.end(), 0);
    }

    void theWindowRestoresTheListAndOpensAgain() {
        Window window(m_profile);
        QTRY_COMPARE_WITH_TIMEOUT(window.names(), two(), kDeadlineMs);
        QVERIFY(window.does(R"({"do":"trigger","action":"restoreListAction"})"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isUsable("restoreDialog/restoreButton"), kDeadlineMs);
        QVERIFY(window.does(R"({"do":"click","widget":"restoreDialog/restoreButton"})"));
        QTRY_COMPARE_WITH_TIMEOUT(window.names(), all(), kDeadlineMs);
        QCOMPARE(window.end(), 0);
        QCOMPARE(listed(), all());
        QCOMPARE(listBackups(path("backup")).front().kind, BackupKind::BeforeRestore);
    }

    void aNewerListIsLeftAsItIs() {
        setVersion(9999);
        const auto before = read(path("essaim.db"));
        Window window(m_profile);
        QTRY_VERIFY_WITH_TIMEOUT(window.isUsable("startFailedBox/quitButton"), kDeadlineMs);
        QVERIFY(window.does(R"({"do":"click","widget":"startFailedBox/quitButton"})"));
        QVERIFY(window.process().waitForFinished(kDeadlineMs));
        QCOMPARE(window.process().exitCode(), 1);
        QCOMPARE(read(path("essaim.db")), before);
        QVERIFY(!std::filesystem::exists(path("quarantine")));
    }

    void aListOfItsOwnIsMadeBesideANewerOneOnRequest() {
        setVersion(9999);
        Window window(m_profile);
        QTRY_VERIFY_WITH_TIMEOUT(window.isUsable("startFailedBox/goOnButton"), kDeadlineMs);
        QVERIFY(window.does(R"({"do":"click","widget":"startFailedBox/goOnButton"})"));
        QTRY_COMPARE_WITH_TIMEOUT(window.names(), two(), kDeadlineMs);
        QCOMPARE(window.end(), 0);
        QVERIFY(std::filesystem::exists(path("quarantine")));
    }

    void whateverIsDamagedAndWheneverItIsKilledEveryTorrentIsThere() {
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const auto good = read(path("essaim.db"));
        for (int round = 0; round < 8; ++round) {
            auto bytes = good;
            if (round % 4 == 3)
                bytes.truncate(random.bounded(int(bytes.size())));
            for (int i = 0; i < 1 << round % 7 && !bytes.isEmpty(); ++i) {
                const auto at = random.bounded(int(bytes.size()));
                bytes[at] = char(bytes[at] ^ 1 << random.bounded(8));
            }
            std::filesystem::remove(path("essaim.db-wal"));
            write(path("essaim.db"), bytes);
            Window window(m_profile);
            QTRY_VERIFY2_WITH_TIMEOUT(
                window.names() == two(), qPrintable(QStringLiteral("seed %1 round %2").arg(seed).arg(round)),
                kDeadlineMs);
            window.process().kill();
            QVERIFY(window.process().waitForFinished(kDeadlineMs));
        }
        Window window(m_profile);
        QTRY_COMPARE_WITH_TIMEOUT(window.names(), two(), kDeadlineMs);
        QCOMPARE(window.end(), 0);
    }

    void saysHowItEndedTheTimeBefore() {
        {
            Window window(m_profile);
            QTRY_COMPARE_WITH_TIMEOUT(window.names(), two(), kDeadlineMs);
            QVERIFY(!window.isUsable("messageBanner"));
            window.process().kill();
            QVERIFY(window.process().waitForFinished(kDeadlineMs));
        }
        {
            Window window(m_profile);
            QTRY_VERIFY_WITH_TIMEOUT(window.isUsable("messageBanner"), kDeadlineMs);
            QCOMPARE(window.end(), 0);
        }
        Window window(m_profile);
        QTRY_COMPARE_WITH_TIMEOUT(window.names(), two(), kDeadlineMs);
        QVERIFY(!window.isUsable("messageBanner"));
        QCOMPARE(window.end(), 0);
    }

    /// Last: the small disk stays for the rest of the process.
    void startsAndListsWithoutAByteFree() {
        test::SmallDisk disk(8 * 1024);
        if (!disk.reason().isEmpty())
            QSKIP(qPrintable(QStringLiteral("cannot mount a small disk: ") + disk.reason()));
        m_profile = disk.filePath(QStringLiteral("profile"));
        makeList();
        write(path("essaim.ini"), "[window]\ndetails=false\n");
        disk.fill();
        for (int time = 0; time < 3; ++time) {
            Window window(m_profile);
            QTRY_COMPARE_WITH_TIMEOUT(window.names(), two(), kDeadlineMs);
            QCOMPARE(window.end(), 0);
            disk.fill(); // whatever was given back
        }
        QVERIFY(read(path("essaim.ini")).contains("details=false"));
    }
};

QTEST_GUILESS_MAIN(ListTest)
#include "list_test.moc"
