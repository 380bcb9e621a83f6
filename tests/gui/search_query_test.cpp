// What can be typed into the search field.
#include "gui/transfers/search_query.h"
#include "gui/window_fixture.h"

using namespace essaim;
using essaim::gui::SearchQuery;

namespace {

engine::TorrentSnapshot torrent() {
    engine::TorrentSnapshot made = test::makeTorrent(
        0xab, QStringLiteral("Debian 12.9 DVD"), engine::TorrentState::Downloading, 4'000'000'000, 0.63, 11'400'000);
    made.downloaded = 2'000'000'000;
    made.uploaded = 5'000'000'000;
    made.category = QStringLiteral("Linux images");
    made.tags = {QStringLiteral("archive"), QStringLiteral("to share")};
    made.trackerHosts = {QStringLiteral("first.example"), QStringLiteral("tracker.debian.org")};
    made.seedsConnected = 3;
    made.seedsTotal = 310;
    made.fileCount = 2;
    return made;
}

} // namespace

class SearchQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatFits_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* text, bool fits) { QTest::newRow(text) << QString::fromUtf8(text) << fits; };
        row("", true);
        row("debian", true);
        row("DVD 12.9", true);
        row("fedora", false);
        row("abab", true); // the info-hash
        row("ratio>2", true);
        row("ratio>2.5", false);
        row("ratio>=2,5", true);
        row("ratio=2.5", true);
        row("size>3.9GB", true);
        row("size>3.9GiB", false);
        row("size<4000MB", false);
        row("progress<100", true);
        row("progress>=63%", true);
        row("down>1MB/s", true);
        row("up>0", false);
        row("seeds>300", true);
        row("files=2", true);
        row("tag:archive", true);
        row("tag:SHARE", true);
        row("tag:none", false);
        row("category:linux tag:archive ratio>2 debian", true);
        row("tracker:debian.org", true);
        row("tracker:first", true);
        row("tracker:second", false);
        row("path:downloads", true);
        row("state:downloading", true);
        row("-tag:archive", false);
        row("-fedora", true);
        row("\"12.9 DVD\"", true);
        row("\"9 12\"", false);
        row("category:\"Linux images\"", true);
        row("ratio>lots", false); // no term: a word, which no name holds
        row("12:9", false);
        row("-", false);
    }
    void findsWhatFits() {
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QCOMPARE(SearchQuery(text).matches(torrent()), fits);
    }

    void isEmptyWithoutWords() {
        QVERIFY(SearchQuery(QStringLiteral("   ")).isEmpty());
        QVERIFY(!SearchQuery(QStringLiteral("a")).isEmpty());
    }
};

QTEST_MAIN(SearchQueryTest)
#include "search_query_test.moc"
