// The desktop program from outside: command line, one instance per profile, orderly end, lists that cannot be read.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

namespace {

constexpr int kDeadlineMs = 20'000;

/// Runs the program to its end.
struct Run {
    explicit Run(const QStringList& arguments) {
        process.start(QStringLiteral(ESSAIM_BIN_DIR "/essaim"), arguments);
        finished = process.waitForFinished(kDeadlineMs);
        output = process.readAllStandardOutput();
        errors = process.readAllStandardError();
    }
    QProcess process;
    bool finished = false;
    QByteArray output;
    QByteArray errors;
};

QByteArray nextLine(QProcess& process) {
    while (!process.canReadLine())
        if (!process.waitForReadyRead(kDeadlineMs))
            return {};
    return process.readLine();
}

QJsonObject ask(QProcess& process, const QByteArray& command) {
    process.write(command + '\n');
    return QJsonDocument::fromJson(nextLine(process)).object();
}

} // namespace

class ProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void helpAndVersionNeedNoDisplay() {
        qputenv("QT_QPA_PLATFORM", "xcb");
        const Run version({QStringLiteral("--version")});
        const Run help({QStringLiteral("--help")});
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QVERIFY(version.finished && version.output.startsWith("essaim "));
        QCOMPARE(version.process.exitCode(), 0);
        QVERIFY(help.output.contains("--profile"));
        QVERIFY(!help.output.contains("--pilot"));
    }

    void anUnknownOptionIsNamedAndNothingStarts() {
        const Run run({QStringLiteral("--profil"), m_folder->path()});
        QCOMPARE(run.process.exitCode(), 2);
        QVERIFY(run.errors.contains("--profil"));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aSecondStartHandsOverAndEnds() {
        const std::unique_ptr<QProcess> first = start();
        QVERIFY(ask(*first, R"({"id":1,"do":"status"})")[QStringLiteral("ok")].toBool());
        const Run second(
            {QStringLiteral("--profile"), m_folder->path(), QStringLiteral("--offline"),
             QStringLiteral("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=Chor")});
        QVERIFY(second.finished);
        QCOMPARE(second.process.exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            ask(*first, R"({"id":2,"do":"read","widget":"addTorrentDialog"})")[QStringLiteral("visible")].toBool(),
            kDeadlineMs);
        end(*first);
    }

    void aTorrentOnTheCommandLineIsCheckedLikeAnyOther() {
        const auto write = [this](const char* name, const QByteArray& bytes) {
            QFile file(m_folder->filePath(QLatin1String(name)));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write");
            return file.fileName();
        };
        const QString packed = write("packed.torrent", "\x1f\x8b packed");
        const QString page = write("page.torrent", "<html>sign in</html>");
        const std::unique_ptr<QProcess> first = start({}, {packed});
        const auto says = [&first](const char* words) {
            const QJsonObject read = ask(*first, R"({"id":1,"do":"read","widget":"messageLabel"})");
            return read[QStringLiteral("visible")].toBool() &&
                   read[QStringLiteral("text")].toString().contains(QLatin1String(words));
        };
        QTRY_VERIFY_WITH_TIMEOUT(says("compressed file"), kDeadlineMs);
        const Run second({QStringLiteral("--profile"), m_folder->path(), QStringLiteral("--offline"), page});
        QVERIFY(second.finished);
        QTRY_VERIFY_WITH_TIMEOUT(says("web page"), kDeadlineMs);
        QVERIFY(
            !ask(*first, R"({"id":2,"do":"read","widget":"addTorrentDialog"})")[QStringLiteral("visible")].toBool());
        end(*first);
    }

    void anotherProfileIsAnotherProgram() {
        const std::unique_ptr<QProcess> first = start();
        QVERIFY(ask(*first, R"({"id":1,"do":"status"})")[QStringLiteral("ok")].toBool());
        const QTemporaryDir other;
        const std::unique_ptr<QProcess> second = start(other.path());
        QVERIFY(ask(*second, R"({"id":1,"do":"status"})")[QStringLiteral("ok")].toBool());
        end(*second);
        end(*first);
    }

    void aKilledProgramLeavesNothingInTheWayOfTheNext() {
        const std::unique_ptr<QProcess> first = start();
        QVERIFY(ask(*first, R"({"id":1,"do":"status"})")[QStringLiteral("ok")].toBool());
        first->kill();
        QVERIFY(first->waitForFinished(kDeadlineMs));
        const std::unique_ptr<QProcess> second = start();
        QVERIFY(ask(*second, R"({"id":1,"do":"status"})")[QStringLiteral("ok")].toBool());
        end(*second);
    }

    void theTerminationSignalEndsItCleanly() {
        const std::unique_ptr<QProcess> program = start();
        QVERIFY(ask(*program, R"({"id":1,"do":"status"})")[QStringLiteral("ok")].toBool());
        QCOMPARE(::kill(static_cast<pid_t>(program->processId()), SIGTERM), 0);
        QVERIFY(program->waitForFinished(kDeadlineMs));
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
    }

    void aProgramThatIsStartedGetsNoneOfTheSockets() {
        const QString seen = m_folder->filePath(QStringLiteral("seen"));
        QFile script(m_folder->filePath(QStringLiteral("script")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("ls -l /proc/$$/fd > " + seen.toUtf8() + ".part; mv " + seen.toUtf8() + ".part " + seen.toUtf8());
        script.close();
        QFile settings(m_folder->filePath(QStringLiteral("essaim.ini")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[downloads]\nrun_when_added=/bin/sh " + script.fileName().toUtf8() + "\n");
        settings.close();
        const std::unique_ptr<QProcess> program =
            start({}, {QStringLiteral("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=Chor")});
        const auto isAsked = [&program] {
            return ask(*program, R"({"id":1,"do":"read","widget":"addTorrentDialog"})")[QStringLiteral("visible")]
                .toBool();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(), kDeadlineMs);
        const QJsonObject added = ask(*program, R"({"id":2,"do":"click","widget":"addTorrentDialog/addButton"})");
        QVERIFY(added[QStringLiteral("ok")].toBool());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(seen), kDeadlineMs);
        QFile files(seen);
        QVERIFY(files.open(QIODevice::ReadOnly));
        const QByteArray told = files.readAll();
        QVERIFY2(told.contains(" 2 -> ") && !told.contains("socket:"), told.constData());
        end(*program);
    }

private:
    std::unique_ptr<QProcess> start(const QString& profile = {}, const QStringList& items = {}) {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(
            QStringLiteral(ESSAIM_BIN_DIR "/essaim"),
            QStringList{
                QStringLiteral("--profile"), profile.isEmpty() ? m_folder->path() : profile,
                QStringLiteral("--offline"), QStringLiteral("--pilot")} +
                items);
        return process;
    }

    static void end(QProcess& process) {
        process.write("{\"id\":99,\"do\":\"quit\"}\n");
        QVERIFY(process.waitForFinished(kDeadlineMs));
        QCOMPARE(process.exitCode(), 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
