// Links on the way to a folder are followed, whether what they lead to is there or not.
#include "engine/files/followed_paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim::engine;

class FollowedPathsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    /// The temporary folder may be reached by a link itself.
    const QString m_root = QDir(m_folder.path()).canonicalPath();

    std::string path(const char* name) const { return (m_root + QLatin1Char('/') + QLatin1String(name)).toStdString(); }
    void link(const char* name, const QString& target) const {
        QVERIFY(QFile::link(target, QString::fromStdString(path(name))));
    }
    static std::string follow(const std::string& from) {
        return FollowedPaths([](const std::string&) { return false; }).follow(from);
    }

private Q_SLOTS:
    void leavesAPathWithoutLinks() {
        QCOMPARE(follow(path("a/b")), path("a/b"));
        QCOMPARE(follow("/"), std::string("/"));
        QCOMPARE(follow(path("a/./b/../c//d/")), path("a/c/d"));
    }
    void followsLinksToWhatIsNotThere() {
        link("downloads", QStringLiteral("drive/torrents"));
        link("far", QStringLiteral("/nowhere/at/all"));
        QCOMPARE(follow(path("downloads/new")), path("drive/torrents/new"));
        QCOMPARE(follow(path("far/new")), std::string("/nowhere/at/all/new"));
    }
    void followsLinksThroughLinks() {
        link("first", QStringLiteral("second/inner"));
        link("second", m_root + QLatin1String("/third"));
        QCOMPARE(follow(path("first/x")), path("third/inner/x"));
    }
    void endsInACircle() {
        link("round", QStringLiteral("about"));
        link("about", QStringLiteral("round"));
        QVERIFY(follow(path("round/x")).starts_with(m_root.toStdString()));
    }
    void looksAtNothingBelowAKnownFolder() {
        link("drive", QStringLiteral("elsewhere"));
        FollowedPaths paths([this](const std::string& folder) { return folder.starts_with(path("drive")); });
        QCOMPARE(paths.follow(path("drive/torrents")), path("drive/torrents"));
    }
};

QTEST_GUILESS_MAIN(FollowedPathsTest)
#include "followed_paths_test.moc"
