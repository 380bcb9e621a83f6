// What happens by itself when torrents are added and complete. The session is spoken for, its questions answered here.
#include "gui/automation/automation.h"
#include "gui/transfers/transfer_model.h"
#include "gui/window_fixture.h"
#include "settings/schema.h"

#include <QClipboard>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>

using namespace essaim;
using namespace essaim::gui;
using test::makeTorrent;

namespace {

engine::TorrentFileEntry file(const char* path, bool isPadding = false) {
    engine::TorrentFileEntry entry;
    entry.path = QString::fromUtf8(path);
    entry.size = 10;
    entry.isPadding = isPadding;
    return entry;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Automatic {
    Automatic() {
        QObject::connect(&fixture.session, &engine::Session::torrentsChanged, &model, [this](const auto& torrents) {
            model.merge(torrents);
        });
        automation = std::make_unique<Automation>(fixture.services(), model, nullptr);
    }
    void add(const engine::TorrentSnapshot& torrent) {
        engine::AddTorrentOutcome outcome;
        outcome.id = torrent.id;
        outcome.name = torrent.name;
        Q_EMIT fixture.session.addFinished(outcome);
        Q_EMIT fixture.session.torrentsChanged({torrent});
    }
    void describe(const engine::TorrentSnapshot& torrent, const QList<engine::TorrentFileEntry>& files) {
        engine::TorrentDetails details;
        details.id = torrent.id;
        details.description.files = files;
        Q_EMIT fixture.session.details(details);
    }
    [[nodiscard]] QString path(const char* name) const { return fixture.folder.filePath(QString::fromLatin1(name)); }

    test::WindowFixture fixture;
    TransferModel model;
    std::unique_ptr<Automation> automation;
};

} // namespace

class AutomationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersStandForWhatIsKnown() {
        auto torrent = makeTorrent(0xab, QStringLiteral("Les oiseaux; rm -rf ~"));
        torrent.category = QStringLiteral("films");
        torrent.tags = {QStringLiteral("a"), QStringLiteral("b")};
        torrent.totalSize = 1234;
        torrent.fileCount = 2;
        engine::TorrentDescription content;
        content.files = {file("birds/1.flac"), file(".pad/5", true), file("birds/2.flac")};
        QCOMPARE(
            ProgramRunner::wordsOf(
                QStringLiteral("/usr/bin/x \"%N\" --in=%F %D %L/%G %Z %C %I %J 100%% %x %"), torrent, content),
            QStringList(
                {QStringLiteral("/usr/bin/x"), torrent.name, QStringLiteral("--in=/home/lea/Downloads/birds"),
                 QStringLiteral("/home/lea/Downloads"), QStringLiteral("films/a,b"), QStringLiteral("1234"),
                 QStringLiteral("2"), QStringLiteral("ab").repeated(20), QString(), QStringLiteral("100%"),
                 QStringLiteral("%x"), QStringLiteral("%")}));
        content.files = {file("one.flac")};
        QCOMPARE(
            ProgramRunner::wordsOf(QStringLiteral("%F"), torrent, content).value(0),
            QStringLiteral("/home/lea/Downloads/one.flac"));
        content.files = {file("one.flac"), file("two.flac")}; // no folder of their own
        QCOMPARE(
            ProgramRunner::wordsOf(QStringLiteral("%F"), torrent, content).value(0),
            QStringLiteral("/home/lea/Downloads"));
        torrent.name = QStringLiteral("--exec=evil"); // chosen by a stranger
        QCOMPARE(
            ProgramRunner::wordsOf(QStringLiteral("x %N -%L"), torrent, content),
            QStringList({QStringLiteral("x"), QStringLiteral(" --exec=evil"), QStringLiteral("-films")}));
    }

    void aProgramRunsWhenATorrentIsAddedAndWhenItIsComplete() {
        Automatic test;
        const QString script = test.path("note.sh");
        QFile note(script);
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write("#!/bin/sh\nprintf '%s|%s' \"$2\" \"$3\" > \"$1.part\" && mv \"$1.part\" \"$1\"\n");
        note.close();
        QVERIFY(note.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const QString command = QStringLiteral("\"%1\" \"%2\" %N %F");
        test.fixture.settings.set(settings::kRunWhenAdded, command.arg(script, test.path("added")));
        test.fixture.settings.set(settings::kRunWhenComplete, command.arg(script, test.path("complete")));
        const auto torrent = makeTorrent(1, QStringLiteral("a $(touch evil) 'b' \"c\" %F %%\nd"));
        test.add(torrent);
        QVERIFY(!QFile::exists(test.path("complete")));
        test.describe(torrent, {file("top/1")});
        const QByteArray expected = torrent.name.toUtf8() + "|/home/lea/Downloads/top";
        QTRY_COMPARE(contentOf(test.path("added")), expected);
        Q_EMIT test.fixture.session.torrentFinished(torrent.id, torrent.name);
        test.describe(torrent, {file("top/1")});
        QTRY_COMPARE(contentOf(test.path("complete")), expected);
    }

    void whatMovesWhenItIsCompleteIsTakenFromWhereItWent() {
        Automatic test;
        TorrentNews news(test.fixture.services(), test.model);
        QStringList folders;
        connect(&news, &TorrentNews::finished, this, [&folders](const engine::TorrentSnapshot& torrent) {
            folders.append(torrent.savePath);
        });
        auto torrent = makeTorrent(1, QStringLiteral("a"));
        torrent.finalPath = QStringLiteral("/srv/final");
        test.add(torrent);
        Q_EMIT test.fixture.session.torrentFinished(torrent.id, torrent.name);
        QVERIFY(folders.isEmpty());
        for (int i = 0; i < 2; ++i)
            Q_EMIT test.fixture.session.torrentMoved(torrent.id, torrent.savePath, torrent.finalPath);
        QCOMPARE(folders, QStringList{QStringLiteral("/srv/final")});
        Q_EMIT test.fixture.session.torrentFinished(torrent.id, torrent.name); // and one that the user calls back
        engine::MoveSnapshot move;
        move.id = torrent.id;
        move.source = QStringLiteral("/srv/incomplete");
        move.state = engine::MoveState::Cancelled;
        Q_EMIT test.fixture.session.movesChanged({move});
        QCOMPARE(folders.last(), move.source);
    }

    void aProgramThatIsNotThereIsTold() {
        Automatic test;
        QSignalSpy failures(test.automation.get(), &Automation::failed);
        test.fixture.settings.set(settings::kRunWhenAdded, QStringLiteral("/no/such/program %N"));
        const auto torrent = makeTorrent(1, QStringLiteral("a"));
        test.add(torrent);
        test.describe(torrent, {});
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(failures.first().first().toString().contains(QStringLiteral("/no/such/program")));
    }

    void theListThatComesBackAtTheStartRunsNothing() {
        Automatic test;
        QSignalSpy failures(test.automation.get(), &Automation::failed);
        test.fixture.settings.set(settings::kRunWhenAdded, QStringLiteral("/no/such/program"));
        const auto torrent = makeTorrent(1, QStringLiteral("a"));
        Q_EMIT test.fixture.session.torrentsChanged({torrent});
        test.describe(torrent, {});
        QCoreApplication::processEvents();
        QCOMPARE(failures.count(), 0);
    }

    void aCopyOfEachTorrentIsKept() {
        Automatic test;
        test.fixture.settings.set(settings::kTorrentCopies, test.path("copies"));
        const auto torrent = makeTorrent(1, QStringLiteral("../a/b"));
        test.add(torrent);
        Q_EMIT test.fixture.session.torrentFile(torrent.id, "d4:infoe");
        QTRY_COMPARE(contentOf(test.path("copies/_.._a_b.torrent")), QByteArray("d4:infoe"));
        const auto other = makeTorrent(2, torrent.name); // keeps what is there
        test.add(other);
        Q_EMIT test.fixture.session.torrentFile(other.id, "d5:othere");
        QTRY_COMPARE(contentOf(test.path("copies/_.._a_b (02020202).torrent")), QByteArray("d5:othere"));
        QCOMPARE(contentOf(test.path("copies/_.._a_b.torrent")), QByteArray("d4:infoe"));
    }

    void theCopyOfALinkWaitsForItsListOfFiles() {
        Automatic test;
        test.fixture.settings.set(settings::kTorrentCopies, test.path("copies"));
        auto torrent = makeTorrent(1, QStringLiteral("a"), engine::TorrentState::FetchingMetadata);
        test.add(torrent);
        Q_EMIT test.fixture.session.torrentFile(torrent.id, "early"); // somebody else asked
        torrent.hasMetadata = true;
        Q_EMIT test.fixture.session.torrentsChanged({torrent});
        Q_EMIT test.fixture.session.torrentFile(torrent.id, "late");
        QTRY_COMPARE(contentOf(test.path("copies/a.torrent")), QByteArray("late"));
    }

    void patternsLeaveFilesOut() {
        const QStringList patterns = excludedPatterns(QStringLiteral(" *.nfo ;Thumbs.db;; sample; extras/*/old.txt\n"));
        QCOMPARE(patterns.size(), 4);
        const QList files{file("a/film.mkv"),     file("a/INFO.NFO"), file("a/Sample/film.mkv"),
                          file("a/.pad/1", true), file("a/samples"),  file("extras/x/old.txt")};
        QCOMPARE(prioritiesWithout(patterns, files), QList<int>({4, 0, 0, 4, 4, 0}));
        QCOMPARE(prioritiesWithout(patterns, {file("film.mkv")}), QList<int>());
        // Somebody who adds a torrent of nothing else wants it.
        QCOMPARE(prioritiesWithout(patterns, {file("a.nfo"), file("b.nfo")}), QList<int>());
        QCOMPARE(prioritiesWithout({}, files), QList<int>());
    }

    void onlyLinksToTorrentsAreTakenFromTheClipboard() {
        const QString magnet = QStringLiteral("MAGNET:?xt=urn:btih:") + QStringLiteral("ab").repeated(20);
        const DroppedItems items = ClipboardWatcher::linksIn(
            QStringLiteral("Look:\n %1 \nhttps://example.org/A.Torrent?id=1\nhttps://example.org/page\n/etc/passwd\n")
                .arg(magnet));
        QCOMPARE(items.links, QStringList({magnet, QStringLiteral("https://example.org/A.Torrent?id=1")}));
        QVERIFY(items.torrentFiles.isEmpty() && items.sources.isEmpty());
    }

    void theClipboardIsLookedAtOnRequestOnly() {
        Automatic test;
        QSignalSpy found(test.automation.get(), &Automation::found);
        const QString link = QStringLiteral("magnet:?xt=urn:btih:") + QStringLiteral("ab").repeated(20);
        QClipboard& clipboard = *QGuiApplication::clipboard();
        clipboard.setText(link);
        QCoreApplication::processEvents();
        QCOMPARE(found.count(), 0);
        test.fixture.settings.set(settings::kWatchClipboard, true);
        const QString other = link.chopped(1) + QStringLiteral("c");
        for (int i = 0; i < 2; ++i) { // once of each
            clipboard.setText(other);
            QCoreApplication::processEvents();
        }
        QCOMPARE(found.count(), 1);
        QCOMPARE(found.first().first().value<DroppedItems>().links, QStringList{other});
    }
};

QTEST_MAIN(AutomationTest)
#include "automation_test.moc"
