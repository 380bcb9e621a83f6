// Things that were dropped are opened in turn.
#include "gui/main_window/item_opener.h"

#include "window_fixture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace essaim;

class ItemOpenerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("light")); }

    void aFileWhoseDiskDoesNotAnswerKeepsNoneOfTheOthers() {
        test::WindowFixture fixture;
        QWidget window;
        gui::ItemOpener opener(fixture.services(), window);
        const auto answer = std::make_shared<QSemaphore>();
        opener.setReading(
            [answer](const QString& path) -> Expected<QByteArray> {
                if (path == QLatin1String("/away/slow.torrent"))
                    answer->acquire();
                return failure(ErrorKind::NotFound, Operation::OpenTorrent, path.toStdString());
            },
            std::chrono::milliseconds(20));
        const QSignalSpy failed(&opener, &gui::ItemOpener::failed);
        gui::DroppedItems items;
        items.torrentFiles = {
            QStringLiteral("/away/slow.torrent"), QStringLiteral("/here/second.torrent"),
            QStringLiteral("/here/third.torrent")};
        items.links = {QStringLiteral("magnet:?xt=urn:btih:0123456789012345678901234567890123456789")};
        opener.open(items, gui::DropTarget::Add);
        QTRY_VERIFY_WITH_TIMEOUT(window.findChild<gui::AddTorrentDialog*>(), 30'000); // the link
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, 30'000);
        const QString both = failed[0][0].toString() + failed[1][0].toString(); // a loaded machine swaps them
        QVERIFY(both.contains(QStringLiteral("second.torrent")));
        QVERIFY(both.contains(QStringLiteral("third.torrent")));
        answer->release();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 3, 30'000);
        QVERIFY(failed[2][0].toString().contains(QStringLiteral("slow.torrent")));
        QCOMPARE(window.findChildren<gui::AddTorrentDialog*>().size(), 1); // the link came once
    }
};

QTEST_MAIN(ItemOpenerTest)
#include "item_opener_test.moc"
