// Telling torrents, links and files apart.
#include "gui/add_torrent/dropped_items.h"

#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace essaim;

class DroppedItemsTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString m_torrent = m_folder.filePath(QStringLiteral("film.TORRENT"));
    QString m_film = m_folder.filePath(QStringLiteral("film.mkv"));

private Q_SLOTS:
    void initTestCase() {
        for (const QString& path : {m_torrent, m_film}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("folder.torrent")));
    }

    void pathsAreTorrentsOrSourcesByNameAndKind() {
        const QString folder = m_folder.filePath(QStringLiteral("folder.torrent"));
        const auto items = gui::sortItems({m_torrent, m_film, folder, QStringLiteral("/does/not/exist")});
        QCOMPARE(items.torrentFiles, QStringList{m_torrent});
        QCOMPARE(items.sources, (QStringList{m_film, folder}));
        QVERIFY(items.links.isEmpty());
    }

    void linksAreMagnetsUrlsAndBareHashes() {
        const QString v1(40, QLatin1Char('a'));
        const QString v2(64, QLatin1Char('b'));
        const auto items = gui::sortItems(
            {QStringLiteral(" magnet:?xt=urn:btih:") + v1, QStringLiteral("HTTPS://example.org/a.torrent"),
             v1 + QLatin1Char('\n'), v2});
        QCOMPARE(
            items.links,
            (QStringList{
                QStringLiteral("magnet:?xt=urn:btih:") + v1, QStringLiteral("HTTPS://example.org/a.torrent"),
                QStringLiteral("magnet:?xt=urn:btmh:1220") + v2}));
        QVERIFY(items.sources.isEmpty());
    }

    void theSameItemTwiceIsOneItem() {
        QCOMPARE(gui::sortItems({m_film, QUrl::fromLocalFile(m_film).toString()}).sources, QStringList{m_film});
    }

    void aTextGivesItsLinesThatAreLinks() {
        QMimeData data;
        data.setText(
            QStringLiteral("look at this:\nmagnet:?xt=urn:btih:%1\nhello\n").arg(QString(40, QLatin1Char('c'))));
        const auto items = gui::sortMimeData(data);
        QCOMPARE(items.addCount(), 1);
        QVERIFY(items.sources.isEmpty());
    }

    void urlsWinOverTheTextThatComesWithThem() {
        QMimeData data;
        data.setText(QStringLiteral("magnet:?xt=urn:btih:%1").arg(QString(40, QLatin1Char('c'))));
        data.setUrls({QUrl::fromLocalFile(m_film)});
        QCOMPARE(gui::sortMimeData(data).sources, QStringList{m_film});
        QVERIFY(gui::sortMimeData(data).links.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DroppedItemsTest)
#include "dropped_items_test.moc"
