// Which files a magnet link asks for.
#include "engine/magnet_selection.h"

#include <QTest>

using essaim::engine::selectedFiles;

class MagnetSelectionTest : public QObject {
    Q_OBJECT

    /// "x" for each file that is wanted.
    static QByteArray drawn(const char* selection, int files) {
        QByteArray drawing;
        const std::string link = "magnet:?xt=urn:btih:0123456789012345678901234567890123456789&so=";
        for (const char priority : selectedFiles(link + selection, files))
            drawing.append(priority == 4 ? 'x' : '.');
        return drawing;
    }

private Q_SLOTS:
    void numbersAndRangesAreFilesFromZero() {
        QCOMPARE(drawn("0,2,4-6", 8), QByteArray("x.x.xxx."));
        QCOMPARE(drawn("0%2C2", 3), QByteArray("x.x"));
    }

    void whatTheTorrentDoesNotHaveIsLeftOut() {
        QCOMPARE(drawn("1-99,500", 3), QByteArray(".xx"));
        QCOMPARE(drawn("2-2000000000", 3), QByteArray("..x"));
    }

    void nonsenseAsksForNothingInParticular() {
        for (const char* nonsense : {"", "x", "-", "3-1", "9", "-1", "1-x", "99999999999999999999"})
            QVERIFY2(drawn(nonsense, 3).isEmpty(), nonsense);
        QVERIFY(selectedFiles("magnet:?xt=urn:btih:0123456789012345678901234567890123456789", 3).empty());
        QVERIFY(drawn("0", 0).isEmpty());
    }
};

QTEST_MAIN(MagnetSelectionTest)
#include "magnet_selection_test.moc"
