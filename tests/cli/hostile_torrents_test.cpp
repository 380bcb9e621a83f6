// The real essaim-cli with every torrent of an enemy: one readable sentence, and nothing outside the folder.
#include "data/hostile_torrents.h"
#include "engine/session_fixture.h"

#include <QProcess>
#include <QTemporaryDir>

#include <list>
#include <set>

using namespace essaim;
using namespace essaim::engine::test;
using essaim::test::HostileSample;

namespace {

struct Run {
    const HostileSample* sample = nullptr;
    std::unique_ptr<QProcess> process;
};

} // namespace

class HostileTorrentsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_world;
    std::vector<HostileSample> m_samples = essaim::test::hostileTorrents();

    QString fileOf(std::size_t index) const {
        return m_world.filePath(QStringLiteral("torrents/%1.torrent").arg(index));
    }

    Run start(std::size_t index, const QString& command) const {
        Run run{&m_samples[index], std::make_unique<QProcess>()};
        QStringList arguments{command, fileOf(index)};
        if (command != QStringLiteral("show"))
            arguments += {QStringLiteral("--save-path"), m_world.filePath(QStringLiteral("a/b/downloads"))};
        if (command == QStringLiteral("download"))
            arguments += QStringLiteral("--offline");
        run.process->start(QStringLiteral(ESSAIM_BIN_DIR "/essaim-cli"), arguments);
        return run;
    }

    static void check(Run& run) {
        QVERIFY(run.process->waitForFinished(kDeadlineMs));
        const QByteArray name = QByteArray::fromStdString(run.sample->name);
        QVERIFY2(run.process->exitStatus() == QProcess::NormalExit, name);
        const QString said = QString::fromUtf8(run.process->readAllStandardError());
        const QString shown = QString::fromUtf8(run.process->readAllStandardOutput());
        for (const char16_t c : {u'\x1b', u'\x07', u'\r', u'\u202e'})
            QVERIFY2(!said.contains(c) && !shown.contains(c), name);
        if (!run.sample->fault) {
            QVERIFY2(run.process->exitCode() == 0 && !shown.isEmpty(), name);
            QVERIFY2(said.isEmpty(), name + ": " + said.toUtf8());
            return;
        }
        QVERIFY2(run.process->exitCode() == 1, name);
        const auto words = essaim::test::wordsOfSentence(*run.sample->fault);
        QVERIFY2(said.contains(QString::fromUtf8(words.data(), qsizetype(words.size()))), name + ": " + said.toUtf8());
        QVERIFY2(said.count(u'\n') == 1, name + ": " + said.toUtf8());
    }

    /// Two at a time: most of the time of such a run is the start of a program.
    void runAll(const QString& command, bool onePerFault) {
        std::list<Run> running;
        std::set<Fault> seen;
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            const auto& fault = m_samples[i].fault;
            if (onePerFault && (!fault || !seen.insert(*fault).second))
                continue;
            running.push_back(start(i, command));
            if (running.size() < 2)
                continue;
            check(running.front());
            running.pop_front();
        }
        for (Run& run : running)
            check(run);
    }

private Q_SLOTS:
    void initTestCase() {
        for (std::size_t i = 0; i < m_samples.size(); ++i)
            writeFile(fileOf(i), QByteArray::fromStdString(m_samples[i].torrent));
        writeFile(m_world.filePath(QStringLiteral("a/etc/passwd")), "here first");
    }

    void areShownOrRefused() { runAll(QStringLiteral("show"), false); }
    void areNotVerified() { runAll(QStringLiteral("verify"), true); }
    void areNotDownloaded() { runAll(QStringLiteral("download"), true); }

    void leaveNothingBehind() {
        QStringList left = treeOf(m_world.path()).keys();
        left.removeIf([](const QString& path) { return path.startsWith(QStringLiteral("torrents/")); });
        QCOMPARE(left, QStringList{QStringLiteral("a/etc/passwd")});
    }
};

QTEST_GUILESS_MAIN(HostileTorrentsTest)
#include "hostile_torrents_test.moc"
