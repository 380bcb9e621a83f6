// Where the files of a torrent lie when the user wants them otherwise than the torrent says.
#include "engine/content_layout.h"

#include <QTest>

using namespace essaim::engine;

namespace {

TorrentDescription torrentOf(const QString& name, const QStringList& paths) {
    TorrentDescription torrent;
    torrent.name = name;
    for (const QString& path : paths)
        torrent.files.append({path, 10, path.contains(QStringLiteral(".pad/"))});
    return torrent;
}

} // namespace

class ContentLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesLieWhereTheUserWantsThem_data() {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<int>("layout");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("paths");
        const QStringList album{
            QStringLiteral("album/a.flac"), QStringLiteral("album/.pad/6"), QStringLiteral("album/cd/b")};
        const QStringList film{QStringLiteral("film.mkv")};
        const auto row = [](const char* title, const QStringList& files, ContentLayout layout, const char* name,
                            const QStringList& paths) {
            QTest::newRow(title) << files << int(layout) << QString::fromLatin1(name) << paths;
        };
        row("as stated", album, ContentLayout::AsStated, "", {});
        row("its own name", album, ContentLayout::AsStated, "album", {});
        row("another name", album, ContentLayout::AsStated, "Live",
            {QStringLiteral("Live/a.flac"), QStringLiteral("Live/cd/b")});
        row("has a folder", album, ContentLayout::OwnFolder, "", {});
        row("no folder", album, ContentLayout::NoFolder, "", {QStringLiteral("a.flac"), QStringLiteral("cd/b")});
        row("a file as it is", film, ContentLayout::NoFolder, "", {});
        row("a file gets a folder", film, ContentLayout::OwnFolder, "", {QStringLiteral("film/film.mkv")});
        row("with that name", film, ContentLayout::OwnFolder, "Saga", {QStringLiteral("Saga/film.mkv")});
        row("a renamed file", film, ContentLayout::AsStated, "saga.mkv", {QStringLiteral("saga.mkv")});
    }
    void filesLieWhereTheUserWantsThem() {
        QFETCH(QStringList, files);
        QFETCH(int, layout);
        QFETCH(QString, name);
        const QString own = files.first().section(u'/', 0, 0);
        QTEST(diskPathsOf(torrentOf(own, files), ContentLayout(layout), name), "paths");
    }

    void aNameWithoutAnEndingServesAsFolder() {
        QCOMPARE(
            diskPathsOf(torrentOf(QStringLiteral(".hidden"), {QStringLiteral(".hidden")}), ContentLayout::OwnFolder),
            QStringList{QStringLiteral(".hidden/.hidden")});
    }
};

QTEST_GUILESS_MAIN(ContentLayoutTest)
#include "content_layout_test.moc"
