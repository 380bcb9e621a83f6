// The .torrents of several transfers go into a folder.
#include "gui/transfers/torrent_export.h"

#include "window_fixture.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;

namespace {

constexpr int kDeadlineMs = 30'000;

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TorrentExportTest : public QObject {
    Q_OBJECT

    test::WindowFixture m_fixture;
    QWidget m_window;

private Q_SLOTS:
    void eachHasAFileAndNoneReplacesAnother() {
        const QTemporaryDir place;
        const auto first = test::makeTorrent(1, QStringLiteral("a/film"));
        const auto second = test::makeTorrent(2, QStringLiteral("a/film"));
        auto link = test::makeTorrent(3, QStringLiteral("link"));
        link.hasMetadata = false;
        const QPointer<gui::TorrentExport> run =
            new gui::TorrentExport(m_fixture.session, {first, second, link}, place.path(), m_window);
        Q_EMIT m_fixture.session.torrentFile(first.id, "one");
        const QDir folder(place.path());
        QTRY_COMPARE_WITH_TIMEOUT(contentOf(folder.filePath(QStringLiteral("a_film.torrent"))), "one", kDeadlineMs);
        Q_EMIT m_fixture.session.torrentFile(second.id, "two");
        QTRY_VERIFY_WITH_TIMEOUT(!run, kDeadlineMs);
        QCOMPARE(folder.entryList(QDir::Files).size(), 2);
        const QString hash = QString::fromStdString(second.id.toHex()).left(8);
        QCOMPARE(contentOf(folder.filePath(QStringLiteral("a_film (%1).torrent").arg(hash))), "two");
        QVERIFY(m_window.findChild<QMessageBox*>() == nullptr);
    }

    void thoseThatTheSessionIsSilentAboutAreCounted() {
        const QTemporaryDir place;
        const auto first = test::makeTorrent(1, QStringLiteral("first"));
        const auto second = test::makeTorrent(2, QStringLiteral("second"));
        const auto removed = test::makeTorrent(3, QStringLiteral("removed"));
        const QPointer<gui::TorrentExport> run = new gui::TorrentExport(
            m_fixture.session, {first, second, removed}, place.path(), m_window, std::chrono::milliseconds(50));
        Q_EMIT m_fixture.session.torrentsRemoved({removed.id});
        Q_EMIT m_fixture.session.torrentFile(first.id, "one");
        QTRY_VERIFY_WITH_TIMEOUT(!run, kDeadlineMs);
        const QPointer<QMessageBox> box = m_window.findChild<QMessageBox*>(QStringLiteral("exportFailedBox"));
        QVERIFY(box);
        QVERIFY2(box->text().startsWith(QLatin1String("1 ")), qPrintable(box->text()));
        delete box;
    }

    void aTorrentThatIsRemovedMeanwhileKeepsNobodyWaiting() {
        const QTemporaryDir place;
        const auto removed = test::makeTorrent(3, QStringLiteral("removed"));
        const QPointer<gui::TorrentExport> run =
            new gui::TorrentExport(m_fixture.session, {removed}, place.path(), m_window, std::chrono::hours(1));
        Q_EMIT m_fixture.session.torrentsRemoved({removed.id});
        QTRY_VERIFY_WITH_TIMEOUT(!run, kDeadlineMs);
        QVERIFY(m_window.findChild<QMessageBox*>() == nullptr);
    }

    void failuresAreToldOnce() {
        const QTemporaryDir place;
        QFile blocker(place.filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto first = test::makeTorrent(1, QStringLiteral("first"));
        const auto second = test::makeTorrent(2, QStringLiteral("second"));
        const QPointer<gui::TorrentExport> run =
            new gui::TorrentExport(m_fixture.session, {first, second}, blocker.fileName(), m_window);
        for (const auto& torrent : {first, second})
            Q_EMIT m_fixture.session.torrentFile(torrent.id, "bytes");
        QTRY_VERIFY_WITH_TIMEOUT(!run, kDeadlineMs);
        QCOMPARE(m_window.findChildren<QMessageBox*>(QStringLiteral("exportFailedBox")).size(), 1);
    }
};

QTEST_MAIN(TorrentExportTest)
#include "torrent_export_test.moc"
