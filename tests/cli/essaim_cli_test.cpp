// The real essaim-cli: what it prints, how it ends, and that kill -9 costs nothing.
#include "engine/session_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace essaim::engine::test;

namespace {

struct Result {
    int exitCode = -1;
    QString out;
    QString err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

const QString kProgram = QStringLiteral(ESSAIM_BIN_DIR "/essaim-cli");

QString cacheFolder() {
    static const QTemporaryDir folder;
    return folder.path();
}

void prepare(QProcess& process, const QStringList& arguments) {
    process.setProgram(kProgram);
    process.setArguments(arguments);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), cacheFolder());
    process.setProcessEnvironment(environment);
}

Result run(const QStringList& arguments) {
    QProcess process;
    prepare(process, arguments);
    process.start();
    Result result;
    if (!process.waitForFinished(kDeadlineMs) || process.exitStatus() != QProcess::NormalExit)
        return result;
    result.exitCode = process.exitCode();
    result.out = QString::fromUtf8(process.readAllStandardOutput());
    result.err = QString::fromUtf8(process.readAllStandardError());
    return result;
}

/// A program that goes on until it is told to stop; its --json lines are read as they come.
class Running {
public:
    explicit Running(const QStringList& arguments) {
        prepare(m_process, arguments + QStringList{QStringLiteral("--json")});
        m_process.start();
    }
    ~Running() {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
    }
    /// The first object from now on that satisfies `test`; an empty one if none comes in time.
    template <typename Test>
    QJsonObject waitFor(Test test) {
        QJsonObject found;
        (void)QTest::qWaitFor(
            [&] {
                while (m_process.canReadLine()) {
                    found = QJsonDocument::fromJson(m_process.readLine()).object();
                    if (test(found))
                        return true;
                }
                found = {};
                return m_process.state() == QProcess::NotRunning;
            },
            kDeadlineMs);
        return found;
    }
    QJsonObject waitForEvent(const char* name) {
        return waitFor([name](const QJsonObject& object) {
            return object.value(QStringLiteral("event")).toString() == QLatin1String(name);
        });
    }
    QString address() {
        return QStringLiteral("127.0.0.1:%1").arg(waitForEvent("listening").value(QStringLiteral("port")).toInt());
    }
    void sendSignal(int signal) { ::kill(pid_t(m_process.processId()), signal); }
    int exitCode() {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kDeadlineMs))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
};

} // namespace

class EssaimCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    /// Makes content below "seed" and content.torrent.
    void makeTorrent(qsizetype size = 900'001) {
        const auto result = run(
            {QStringLiteral("create"), makeContent(path("seed"), size), QStringLiteral("-o"), path("content.torrent"),
             QStringLiteral("--piece-size"), QStringLiteral("16K")});
        QCOMPARE(result.exitCode, 0);
    }
    QStringList seedArguments() const {
        return {
            QStringLiteral("seed"), path("content.torrent"), QStringLiteral("--save-path"), path("seed"),
            QStringLiteral("--offline")};
    }
    QStringList downloadArguments(const QString& peer) const {
        return {
            QStringLiteral("download"),
            path("content.torrent"),
            QStringLiteral("--save-path"),
            path("leech"),
            QStringLiteral("--offline"),
            QStringLiteral("--peer"),
            peer,
            QStringLiteral("--exit-when-done")};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void createsAndShowsATorrent() {
        const QString content = makeContent(path("seed"));
        const auto created = run(
            {QStringLiteral("create"),
             content,
             QStringLiteral("-o"),
             path("x.torrent"),
             QStringLiteral("--tracker"),
             QStringLiteral("http://a.example/announce"),
             QStringLiteral("--tracker"),
             QStringLiteral("udp://b.example:1"),
             QStringLiteral("--web-seed"),
             QStringLiteral("http://w.example/"),
             QStringLiteral("--piece-size"),
             QStringLiteral("64 KiB"),
             QStringLiteral("--format"),
             QStringLiteral("hybrid"),
             QStringLiteral("--private"),
             QStringLiteral("--comment"),
             QStringLiteral("Grüße"),
             QStringLiteral("--source"),
             QStringLiteral("SRC"),
             QStringLiteral("--threads"),
             QStringLiteral("1"),
             QStringLiteral("--json")});
        QVERIFY2(created.exitCode == 0, qPrintable(created.err));
        const auto shown = run({QStringLiteral("show"), path("x.torrent"), QStringLiteral("--json")});
        QCOMPARE(shown.exitCode, 0);
        const QJsonObject json = shown.json();
        QCOMPARE(json[QStringLiteral("name")].toString(), QStringLiteral("Été à Zürich"));
        QCOMPARE(json[QStringLiteral("infoHashV1")], created.json()[QStringLiteral("infoHashV1")]);
        QCOMPARE(json[QStringLiteral("infoHashV2")].toString().size(), 64);
        QCOMPARE(json[QStringLiteral("pieceLength")].toInt(), 65'536);
        QCOMPARE(json[QStringLiteral("private")].toBool(), true);
        QCOMPARE(json[QStringLiteral("comment")].toString(), QStringLiteral("Grüße"));
        QCOMPARE(json[QStringLiteral("source")].toString(), QStringLiteral("SRC"));
        QCOMPARE(json[QStringLiteral("trackers")].toArray().size(), 2);
        QCOMPARE(json[QStringLiteral("webSeeds")].toArray().size(), 1);
        QCOMPARE(json[QStringLiteral("files")].toArray().size(), 4);
        const auto words = run({QStringLiteral("show"), path("x.torrent")});
        QVERIFY(words.out.contains(QStringLiteral("große Datei.bin")));
        const auto magnet = run(
            {QStringLiteral("show"), created.json()[QStringLiteral("magnet")].toString(), QStringLiteral("--json")});
        QCOMPARE(magnet.json()[QStringLiteral("infoHashV1")], json[QStringLiteral("infoHashV1")]);
    }

    void saysWhatItWouldMake() {
        writeFile(path("top/CON.txt"), bytesOf(10, 1));
        writeFile(path("top/read.nfo"), bytesOf(10, 2));
        writeFile(path("top/Thumbs.db"), bytesOf(10, 3));
        writeFile(path("top/good"), bytesOf(10, 4));
        const QStringList arguments{
            QStringLiteral("create"), path("top"), QStringLiteral("--exclude"), QStringLiteral("*.NFO")};
        const auto plan = run(arguments + QStringList{QStringLiteral("--dry-run")});
        QCOMPARE(plan.exitCode, 0);
        QVERIFY(plan.out.contains(QStringLiteral("_CON.txt")));
        QVERIFY(plan.out.contains(QStringLiteral("top/good")));
        QVERIFY(!plan.out.contains(QStringLiteral("top/read.nfo\n  ")));
        QVERIFY(plan.out.contains(QStringLiteral("2 files")));
        const auto strict =
            run(arguments + QStringList{QStringLiteral("--strict"), QStringLiteral("-o"), path("strict.torrent")});
        QCOMPARE(strict.exitCode, 1);
        QVERIFY(!QFileInfo::exists(path("strict.torrent")));
    }

    void makesOneTorrentEach() {
        writeFile(path("in/a"), bytesOf(10, 1));
        writeFile(path("in/b"), bytesOf(10, 2));
        const QStringList each{QStringLiteral("create"), path("in/a"), path("in/b"), QStringLiteral("--each")};
        QCOMPARE(run(each + QStringList{QStringLiteral("-o"), path("one.torrent")}).exitCode, 2);
        const auto made =
            run(each + QStringList{QStringLiteral("-o"), path("in") + QStringLiteral("/x-{name}.torrent")});
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        QVERIFY(QFileInfo::exists(path("in/x-a.torrent")) && QFileInfo::exists(path("in/x-b.torrent")));
    }

    void editsWithoutANewIdentity() {
        makeTorrent();
        const auto before = run({QStringLiteral("show"), path("content.torrent"), QStringLiteral("--json")}).json();
        const QStringList edit{QStringLiteral("edit"), path("content.torrent")};
        const auto edited =
            run(edit + QStringList{
                           QStringLiteral("--tracker"), QStringLiteral("http://a.example/announce,udp://a.example:1"),
                           QStringLiteral("--comment"), QStringLiteral("neu")});
        QVERIFY2(edited.exitCode == 0, qPrintable(edited.err));
        const auto after = run({QStringLiteral("show"), path("content.torrent"), QStringLiteral("--json")}).json();
        QCOMPARE(after[QStringLiteral("infoHashV1")], before[QStringLiteral("infoHashV1")]);
        QCOMPARE(after[QStringLiteral("comment")].toString(), QStringLiteral("neu"));
        QCOMPARE(after[QStringLiteral("trackers")].toArray().at(0).toArray().size(), 2);
        const QStringList source{QStringLiteral("--source"), QStringLiteral("X")};
        QCOMPARE(run(edit + source).exitCode, 2);
        QCOMPARE(run(edit + source + QStringList{QStringLiteral("--new-identity")}).exitCode, 0);
    }

    void verifiesByHashing() {
        makeTorrent();
        const QStringList verify{
            QStringLiteral("verify"), path("content.torrent"), QStringLiteral("--save-path"), path("seed")};
        QCOMPARE(run(verify).exitCode, 0);
        writeFile(path("seed/Été à Zürich/über/写真/一.jpg"), bytesOf(16'384, 99));
        const auto damaged = run(verify);
        QCOMPARE(damaged.exitCode, 1);
        QVERIFY(damaged.out.contains(QStringLiteral("一.jpg")));
        QVERIFY(!damaged.out.contains(QStringLiteral("Missing")));
    }

    void endsWithTheRightCode_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const auto words = [](const char* text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); };
        QTest::newRow("nothing") << QStringList() << 2;
        QTest::newRow("unknown command") << words("fly") << 2;
        QTest::newRow("unknown option") << words("show x --fast") << 2;
        QTest::newRow("missing option") << words("download x") << 2;
        QTest::newRow("bad size") << words("create /etc/hostname -o /nowhere/x --piece-size huge") << 2;
        QTest::newRow("bad peer") << words("download x --save-path y --peer nowhere") << 2;
        QTest::newRow("bad address") << words("download x --save-path y --bind somewhere") << 2;
        QTest::newRow("bad port") << words("download x --save-path y --port 70000") << 2;
        QTest::newRow("help") << words("--help") << 0;
        QTest::newRow("version") << words("--version") << 0;
        QTest::newRow("no file") << words("show /nowhere.torrent") << 1;
        QTest::newRow("not a torrent") << words("show /etc/hostname") << 1;
        QTest::newRow("bad magnet") << words("show magnet:?xt=urn:btih:x") << 1;
        QTest::newRow("cannot write") << words("create /etc/hostname -o /nowhere/x") << 1;
    }
    void endsWithTheRightCode() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const auto result = run(arguments);
        QCOMPARE(result.exitCode, code);
        QVERIFY2(
            code == 0 ? result.err.isEmpty() : result.err.startsWith(QStringLiteral("essaim-cli: ")),
            qPrintable(result.err));
    }

    void downloadsFromAnotherProcess() {
        makeTorrent();
        Running seeder(seedArguments());
        Running leecher(downloadArguments(seeder.address()));
        QVERIFY(!leecher.waitForEvent("finished").isEmpty());
        QCOMPARE(leecher.exitCode(), 0);
        QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
        seeder.sendSignal(SIGTERM);
        QCOMPARE(seeder.exitCode(), 0);
    }

    void keepsWhatItHasWhenItIsInterrupted() {
        makeTorrent();
        Running leecher(
            {QStringLiteral("download"), path("content.torrent"), QStringLiteral("--save-path"), path("leech"),
             QStringLiteral("--offline")});
        QVERIFY(!leecher.waitForEvent("listening").isEmpty());
        leecher.sendSignal(SIGINT);
        QCOMPARE(leecher.exitCode(), 1); // not complete
    }

    void refusesToSeedWhatIsNotThere() {
        makeTorrent();
        QDir(path("seed")).removeRecursively();
        const auto result = run(seedArguments());
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.err.contains(path("seed")));
        QVERIFY(!QFileInfo::exists(path("seed")));
    }

    void saysThatThePortIsTaken() {
        makeTorrent();
        Running seeder(seedArguments());
        const QString port = seeder.address().section(u':', 1);
        const auto second = run(seedArguments() + QStringList{QStringLiteral("--port"), port});
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.err.contains(port), qPrintable(second.err));
    }

    void survivesBeingKilledInMidDownload() {
        makeTorrent(40'000'000);
        Running seeder(seedArguments());
        const QStringList arguments =
            downloadArguments(seeder.address()) + QStringList{
                                                      QStringLiteral("--profile"), path("profile"),
                                                      QStringLiteral("--download-limit"),
                                                      QStringLiteral("10M")}; // slow enough to be hit on the way
        const auto isUnderWay = [](const QJsonObject& object) {
            const double done = object.value(QStringLiteral("done")).toDouble();
            return done > 1'000'000 && done < 39'000'000;
        };
        int kills = 0;
        while (kills < 3) {
            Running leecher(arguments);
            const QJsonObject seen = leecher.waitFor([&](const QJsonObject& object) {
                return isUnderWay(object) || object.value(QStringLiteral("event")) == QStringLiteral("finished");
            });
            QVERIFY(!seen.isEmpty());
            if (!isUnderWay(seen))
                break;
            leecher.sendSignal(SIGKILL);
            QCOMPARE(leecher.exitCode(), -1);
            ++kills;
        }
        QVERIFY2(kills == 3, "the download was over before it could be killed");
        Running leecher(arguments);
        QVERIFY(!leecher.waitForEvent("finished").isEmpty());
        QCOMPARE(leecher.exitCode(), 0);
        QVERIFY(treeOf(path("leech")) == treeOf(path("seed")));
    }
};

QTEST_GUILESS_MAIN(EssaimCliTest)
#include "essaim_cli_test.moc"
