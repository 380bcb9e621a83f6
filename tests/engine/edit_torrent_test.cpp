// Editing a .torrent: what may change, and that the identity stays unless it is meant to change.
#include "engine/edit_torrent.h"
#include "engine/session_fixture.h"

#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class EditTorrentTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_torrent;

private Q_SLOTS:
    void init() {
        CreateTorrentRequest request;
        request.paths = {makeContent(m_folder.path())};
        request.format = TorrentFormat::Hybrid;
        request.trackers = {{QStringLiteral("http://old.example/announce")}};
        request.comment = QStringLiteral("before");
        request.source = QStringLiteral("SRC");
        m_torrent = createTorrent(request)->torrent;
    }

    void changesWhatStandsAroundTheInfoDictionary() {
        TorrentFileEdit edit;
        edit.trackers = {
            {QStringLiteral("udp://a.example:1"), QStringLiteral("http://a.example/announce")},
            {QStringLiteral("http://b.example/announce")}};
        edit.webSeeds = {QStringLiteral("https://w.example/x/")};
        edit.comment = QStringLiteral("Für alle");
        const auto edited = editTorrent(m_torrent, edit, false);
        QVERIFY2(edited.has_value(), edited ? "" : edited.error().detail.c_str());
        QVERIFY(!edited->hasNewIdentity());
        const auto parsed = parseTorrent(edited->torrent);
        QCOMPARE(parsed->infoHash, parseTorrent(m_torrent)->infoHash);
        QCOMPARE(parsed->trackers, *edit.trackers);
        QCOMPARE(parsed->webSeeds, *edit.webSeeds);
        QCOMPARE(parsed->comment, *edit.comment);
        const qsizetype at = m_torrent.indexOf("4:infod");
        const qsizetype end = m_torrent.indexOf("12:piece layers");
        QVERIFY(edited->torrent.contains(m_torrent.mid(at, end - at)));
    }

    void removesWhatIsEmpty() {
        TorrentFileEdit edit;
        edit.trackers = QList<QStringList>();
        edit.comment = QString();
        const auto edited = editTorrent(m_torrent, edit, false);
        QVERIFY(edited);
        QVERIFY(!edited->torrent.contains("announce"));
        QVERIFY(!edited->torrent.contains("comment"));
    }

    void leavesTheBytesAloneIfNothingIsAsked() { QCOMPARE(editTorrent(m_torrent, {}, false)->torrent, m_torrent); }

    void changesTheIdentityOnlyIfAllowed() {
        TorrentFileEdit edit;
        edit.source = QStringLiteral("OTHER");
        edit.isPrivate = true;
        edit.name = QStringLiteral("Neu");
        const auto refused = editTorrent(m_torrent, edit, false);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        const auto edited = editTorrent(m_torrent, edit, true);
        QVERIFY2(edited.has_value(), edited ? "" : edited.error().detail.c_str());
        QVERIFY(edited->hasNewIdentity());
        const auto parsed = parseTorrent(edited->torrent);
        QCOMPARE(parsed->source, *edit.source);
        QCOMPARE(parsed->name, *edit.name);
        QVERIFY(parsed->isPrivate);
    }

    void saysWhatTheTorrentSaysAlready() {
        TorrentFileEdit edit;
        edit.source = QStringLiteral("SRC");
        edit.isPrivate = false;
        const auto edited = editTorrent(m_torrent, edit, false);
        QVERIFY(edited);
        QCOMPARE(edited->torrent, m_torrent);
    }

    void renamesTheOnlyFileOfAHybrid() {
        writeFile(m_folder.filePath(QStringLiteral("one.bin")), bytesOf(40'000, 1));
        const QByteArray torrent = make(m_folder.filePath(QStringLiteral("one.bin")), TorrentFormat::Hybrid).torrent;
        TorrentFileEdit edit;
        edit.name = QStringLiteral("two.bin");
        const auto edited = editTorrent(torrent, edit, true);
        QVERIFY2(edited.has_value(), edited ? "" : edited.error().detail.c_str());
        QCOMPARE(parseTorrent(edited->torrent)->files.first().path, *edit.name);
    }

    void refusesWhatIsNoUrlAndNoTorrent() {
        TorrentFileEdit edit;
        edit.trackers = {{QStringLiteral("nonsense")}};
        QVERIFY(!editTorrent(m_torrent, edit, true));
        edit.trackers.reset();
        edit.webSeeds = {QStringLiteral("ftp://w.example/")};
        QVERIFY(!editTorrent(m_torrent, edit, true));
        QVERIFY(!editTorrent("no torrent", {}, true));
    }
};

QTEST_GUILESS_MAIN(EditTorrentTest)
#include "edit_torrent_test.moc"
