// Drives the real essaim-tracker: its options, its one line, its end.
#include "tracker/clients.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace essaim;
using namespace essaim::tracker::test;

namespace {

const QString kProgram = QStringLiteral(ESSAIM_BIN_DIR "/essaim-tracker");
constexpr int kDeadlineMs = 20'000;

/// A running tracker; ended by SIGKILL if a test does not end it.
class Program {
public:
    explicit Program(const QStringList& arguments, const QString& workingDirectory = {}) {
        m_process.setWorkingDirectory(workingDirectory);
        m_process.start(kProgram, arguments);
        m_process.waitForStarted(kDeadlineMs);
    }
    ~Program() {
        m_process.kill();
        m_process.waitForFinished(kDeadlineMs);
    }

    /// The first line of standard output; empty if the program ends before.
    QString firstLine() {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(kDeadlineMs))
                return {};
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    bool waitForReady() {
        static const QRegularExpression pattern(QStringLiteral("^ready http=(\\S*) udp=(\\S*)$"));
        const auto match = pattern.match(firstLine());
        http = match.captured(1).split(QLatin1Char(','));
        udp = match.captured(2).split(QLatin1Char(','));
        return match.hasMatch();
    }
    int end() {
        m_process.terminate(); // SIGTERM
        return exitStatus();
    }
    int exitStatus() {
        if (!m_process.waitForFinished(kDeadlineMs) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }
    QString standardError() { return QString::fromUtf8(m_process.readAllStandardError()); }
    QString restOfOutput() { return QString::fromUtf8(m_process.readAllStandardOutput()); }

    QStringList http;
    QStringList udp;

private:
    QProcess m_process;
};

Endpoint endpointOf(const QString& text) {
    return Endpoint::parse(text.toStdString()).value();
}

const QStringList kLoopback{
    QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--udp"), QStringLiteral("127.0.0.1:0")};

QString writeFile(const QTemporaryDir& folder, const QByteArray& text) {
    const QString path = folder.filePath(QStringLiteral("tracker.toml"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace

class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itServesAndEndsCleanlyOnSigterm();
    void severalAddressesAreListed();
    void helpAndVersionEndWithSuccess();
    void mistakesAreOneLineAndStatusTwo_data();
    void mistakesAreOneLineAndStatusTwo();
    void mistakesInTheFileNameTheLine_data();
    void mistakesInTheFileNameTheLine();
    void aTakenPortIsOneSentenceAndStatusOne();
    void theFileHostsTorrentsAndNamesFriends();
    void theCommandLineWinsOverTheFile();
    void numbersSurviveARestart();
};

void ProgramTest::itServesAndEndsCleanlyOnSigterm() {
    Program program(kLoopback + QStringList{QStringLiteral("--access"), QStringLiteral("open")});
    QVERIFY(program.waitForReady());
    HttpClient http(endpointOf(program.http.at(0)));
    QCOMPARE(http.get(announceTarget(hashOf('a'), 6881)).status, 200);
    UdpClient udp(endpointOf(program.udp.at(0)));
    QVERIFY(udp.connect() != 0);
    QCOMPARE(program.end(), 0);
    QCOMPARE(program.restOfOutput(), QString());
    QCOMPARE(program.standardError(), QString());
}

void ProgramTest::severalAddressesAreListed() {
    Program program(
        {QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--http"), QStringLiteral("[::1]:0"),
         QStringLiteral("--threads"), QStringLiteral("2")});
    QVERIFY(program.waitForReady());
    QCOMPARE(program.http.size(), 2);
    QCOMPARE(program.udp, QStringList{QString()});
    for (const auto& address : program.http)
        QCOMPARE(HttpClient(endpointOf(address)).get("/").status, 200);
    QCOMPARE(program.end(), 0);
}

void ProgramTest::helpAndVersionEndWithSuccess() {
    Program help({QStringLiteral("--help")});
    QCOMPARE(help.exitStatus(), 0);
    QVERIFY(help.restOfOutput().contains(QStringLiteral("--config")));
    Program version({QStringLiteral("--version")});
    QCOMPARE(version.exitStatus(), 0);
    QVERIFY(version.restOfOutput().startsWith(QStringLiteral("essaim-tracker ")));
}

void ProgramTest::mistakesAreOneLineAndStatusTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* arguments, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(arguments).split(QLatin1Char(' ')) << QString::fromUtf8(expected);
    };
    row("unknown option", "--frobnicate", "--frobnicate");
    row("address without port", "--http 127.0.0.1", "--http: \"127.0.0.1\" is not an address");
    row("port out of range", "--udp 127.0.0.1:70000", "--udp:");
    row("access", "--access everybody", "none of open, hosted, friends");
    row("threads", "--threads 0", "--threads: 0");
    row("threads not a number", "--threads many", "--threads");
    row("folder for a file", "--config /", "cannot read /: this is a folder");
    row("missing file", "--config /nonexistent/tracker.toml", "cannot read /nonexistent/tracker.toml");
    row("stray word", "start", "start");
}

void ProgramTest::mistakesAreOneLineAndStatusTwo() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    Program program(arguments);
    QCOMPARE(program.exitStatus(), 2);
    const auto error = program.standardError();
    QVERIFY2(error.contains(expected), qPrintable(error));
    QCOMPARE(error.count(QLatin1Char('\n')), 1);
    QCOMPARE(program.restOfOutput(), QString());
}

void ProgramTest::mistakesInTheFileNameTheLine_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& text, const char* expected) {
        QTest::newRow(name) << text << QString::fromUtf8(expected);
    };
    row("syntax", "access = \"open\"\nthreads = = 2\n", ":2: ");
    row("unknown key", "\ncolour = \"red\"\n", ":2: \"colour\" is not a key");
    row("kind", "threads = \"two\"\n", ":1: threads: must be a number");
    row("access", "access = \"all\"\n", "access: \"all\" is none of");
    row("interval", "interval = 0\n", "interval: must be a number of seconds");
    row("intervals", "interval = 60\nmin_interval = 90\n", "min_interval is longer than interval");
    row("external address", "external_address = \"home\"\n", "external_address: \"home\" is not an address");
    row("passkey", "[[friends]]\nname = \"Ben\"\npasskey = \"secret\"\n", "the passkey of \"Ben\" must be 40");
    row("hash", "[[torrents]]\ninfo_hash = \"abcd\"\n", "info_hash \"abcd\" must be 40 or 64");
    row("torrent key", "[[torrents]]\nhash = \"abcd\"\n", "torrents: \"hash\" is not a key");
    row("no hash", "[[torrents]]\nname = \"x\"\n", "torrents: info_hash is needed");
    row("table", "torrents = 3\n", "must be written as [[torrents]]");
    row("empty data folder", "data = \"\"\n", ":1: data: is empty");
    row("empty certificate", "certificate = \"\"\n", "certificate: is empty");
    row("name that is no text", "[[torrents]]\nname = 3\ninfo_hash = \"" + QByteArray(40, 'a') + "\"\n",
        "name: must be a text");
    row("two hashes of one kind",
        "[[torrents]]\ninfo_hash = [\"" + QByteArray(40, 'a') + "\", \"" + QByteArray(40, 'b') + "\"]\n",
        "one hash of 40 digits");
    row("one passkey for two",
        "[[friends]]\nname = \"Ben\"\npasskey = \"" + QByteArray(40, 'a') +
            "\"\n[[friends]]\nname = \"Eve\"\npasskey = \"" + QByteArray(40, 'A') + "\"\n",
        "\"Ben\" and \"Eve\" have the same passkey (in the one that begins at line 4)");
    row("external address of nobody", "external_address = \"0.0.0.0\"\n", "nobody outside reaches \"0.0.0.0\"");
    row("peers in an answer", "numwant = 100\nmax_numwant = 50\n", "numwant is larger than max_numwant");
    row("line end in a key", "\"a\\nb\" = 1\n", "\"a?b\" is not a key");
}

void ProgramTest::mistakesInTheFileNameTheLine() {
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const QTemporaryDir folder;
    Program program({QStringLiteral("--config"), writeFile(folder, text)});
    QCOMPARE(program.exitStatus(), 2);
    const auto error = program.standardError();
    QVERIFY2(error.contains(expected), qPrintable(error));
    QVERIFY2(!error.contains(QStringLiteral("secret")), qPrintable(error));
    QCOMPARE(error.count(QLatin1Char('\n')), 1);
}

void ProgramTest::aTakenPortIsOneSentenceAndStatusOne() {
    Program first(kLoopback);
    QVERIFY(first.waitForReady());
    Program second({QStringLiteral("--http"), first.http.at(0)});
    QCOMPARE(second.exitStatus(), 1);
    const auto error = second.standardError();
    QVERIFY2(error.contains(first.http.at(0)), qPrintable(error));
    QCOMPARE(error.count(QLatin1Char('\n')), 1);
    QCOMPARE(second.restOfOutput(), QString());
}

void ProgramTest::theFileHostsTorrentsAndNamesFriends() {
    const QTemporaryDir folder;
    const auto config = writeFile(
        folder, "http = \"127.0.0.1:0\"\n"
                "access = \"friends\"\n"
                "interval = 600\nmin_interval = 60\n"
                "[[friends]]\nname = \"Ben\"\npasskey = \"0123456789abcdef0123456789abcdef01234567\"\n"
                "[[torrents]]\ninfo_hash = \"6161616161616161616161616161616161616161\"\nname = \"a\"\n");
    Program program({QStringLiteral("--config"), config});
    QVERIFY(program.waitForReady());
    HttpClient client(endpointOf(program.http.at(0)));
    const auto target = announceTarget(hashOf('a'), 6881);
    QVERIFY(client.get(target).body.find("passkey required") != std::string::npos);
    const std::string path = "/announce/0123456789ABCDEF0123456789abcdef01234567";
    const auto served = client.get(path + target.substr(target.find('?'))).body;
    QVERIFY(served.find("12:min intervali60e") != std::string::npos);
    const auto other = announceTarget(hashOf('b'), 6881);
    QVERIFY(client.get(path + other.substr(other.find('?'))).body.find("does not host") != std::string::npos);
    QCOMPARE(program.end(), 0);
}

void ProgramTest::theCommandLineWinsOverTheFile() {
    const QTemporaryDir folder;
    const auto config = writeFile(folder, "http = [\"127.0.0.1:1\"]\naccess = \"hosted\"\n");
    Program program(
        {QStringLiteral("--config"), config, QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"),
         QStringLiteral("--access"), QStringLiteral("open")});
    QVERIFY(program.waitForReady());
    QVERIFY(program.http.at(0) != QStringLiteral("127.0.0.1:1"));
    HttpClient client(endpointOf(program.http.at(0)));
    QVERIFY(client.get(announceTarget(hashOf('a'), 6881)).body.find("failure") == std::string::npos);
    QCOMPARE(program.end(), 0);
}

void ProgramTest::numbersSurviveARestart() {
    const QTemporaryDir folder;
    const auto config = writeFile(
        folder, "http = \"127.0.0.1:0\"\n[[torrents]]\ninfo_hash = \"6161616161616161616161616161616161616161\"\n");
    const QStringList arguments{QStringLiteral("--config"), config, QStringLiteral("--data"), QStringLiteral("data")};
    for (const bool isFirst : {true, false}) {
        Program program(arguments, folder.path());
        QVERIFY(program.waitForReady());
        HttpClient client(endpointOf(program.http.at(0)));
        if (isFirst) {
            client.get(announceTarget(hashOf('a'), 6881, "&left=1"));
            client.get(announceTarget(hashOf('a'), 6881, "&left=0&event=completed"));
        }
        const auto scrape = client.get("/scrape?info_hash=" + rawHash(hashOf('a'))).body;
        QVERIFY2(scrape.find("10:downloadedi1e") != std::string::npos, scrape.c_str());
        QCOMPARE(program.end(), 0);
    }
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("data/tracker.db"))));
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
