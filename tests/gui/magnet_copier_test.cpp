// A magnet link is made to be passed on: it gives no key away.
#include "gui/transfers/magnet_copier.h"

#include "window_fixture.h"

#include "gui/details/source_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace essaim;

namespace {

const QString kKey(40, u'6');
const QString kOpen = QStringLiteral("udp://open.example:1337/announce");
const QString kWithKey = QStringLiteral("http://friends.example:6969/announce/") + kKey;
const QString kOwn = QStringLiteral("http://127.0.0.1:6969/announce/") + kKey;
const QString kLoopback = QStringLiteral("http://127.0.0.1:6969/announce");

} // namespace

class MagnetCopierTest : public QObject {
    Q_OBJECT

    test::WindowFixture m_fixture;
    QWidget m_window;
    gui::MagnetCopier m_copier{m_fixture.session, m_window};

    void copy(const QStringList& trackers, bool isPrivate) {
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        engine::TorrentSnapshot torrent = test::makeTorrent(1, QStringLiteral("film"));
        torrent.isPrivate = isPrivate;
        m_copier.copy({torrent});
        engine::TorrentDetails details;
        details.id = torrent.id;
        for (const QString& tracker : trackers)
            details.description.trackers.append({tracker});
        Q_EMIT m_fixture.session.details(details);
    }
    [[nodiscard]] static QStringList copied() {
        const auto magnet = engine::parseMagnet(QGuiApplication::clipboard()->text());
        return magnet ? magnet->trackers : QStringList{QGuiApplication::clipboard()->text()};
    }

private Q_SLOTS:
    void keysAreToldFromOtherPaths_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("expected");
        QTest::newRow("plain") << kOpen << false;
        QTest::newRow("no path") << QStringLiteral("udp://open.example:80") << false;
        QTest::newRow("script") << QStringLiteral("https://open.example/announce.php") << false;
        QTest::newRow("key behind") << kWithKey << true;
        QTest::newRow("key before") << QStringLiteral("https://closed.example/") + kKey + QStringLiteral("/announce")
                                    << true;
        QTest::newRow("question") << QStringLiteral("https://closed.example/announce.php?passkey=1") << true;
        QTest::newRow("user") << QStringLiteral("https://lea:word@closed.example/announce") << true;
    }
    void keysAreToldFromOtherPaths() {
        QFETCH(QString, url);
        QTEST(gui::mayHoldKey(url), "expected");
    }

    void addressesWithAKeyAndOfThisComputerStayOut() {
        copy({kOwn, kOpen, kWithKey, kLoopback}, false);
        QCOMPARE(copied(), QStringList{kOpen});
        copy({kOwn, kWithKey}, false);
        QCOMPARE(copied(), QStringList());
    }

    void aPrivateTorrentNeedsTheKeySoTheUserIsAsked() {
        copy({kOwn, kOpen, kWithKey}, true);
        QCOMPARE(copied(), QStringList{QStringLiteral("before")});
        auto* box = m_window.findChild<QMessageBox*>(QStringLiteral("copyKeyBox"));
        QVERIFY(box);
        test::photograph(*box, QStringLiteral("copy-key"));
        box->findChild<QPushButton*>(QStringLiteral("copyKeyButton"))->click();
        QCOMPARE(copied(), (QStringList{kOpen, kWithKey})); // and never that of this computer
    }

    void ofSeveralTorrentsEachHasALine() {
        const auto first = test::makeTorrent(1, QStringLiteral("first"));
        const auto second = test::makeTorrent(2, QStringLiteral("second"));
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        m_copier.copy({first, second});
        for (const auto& torrent : {second, first}) { // in whichever order they are answered
            QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
            engine::TorrentDetails details;
            details.id = torrent.id;
            details.description.trackers = {{kOpen, kWithKey}};
            Q_EMIT m_fixture.session.details(details);
        }
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(engine::parseMagnet(lines[0])->name, first.name);
        QCOMPARE(engine::parseMagnet(lines[1])->name, second.name);
        QCOMPARE(engine::parseMagnet(lines[1])->trackers, QStringList{kOpen});
    }

    void thoseThatTheSessionIsSilentAboutAreCounted() {
        gui::MagnetCopier copier(m_fixture.session, m_window, std::chrono::milliseconds(50));
        const auto first = test::makeTorrent(1, QStringLiteral("first"));
        const auto silent = test::makeTorrent(2, QStringLiteral("silent"));
        const auto removed = test::makeTorrent(3, QStringLiteral("removed"));
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        copier.copy({first, silent, removed});
        engine::TorrentDetails details;
        details.id = first.id;
        Q_EMIT m_fixture.session.details(details);
        Q_EMIT m_fixture.session.torrentsRemoved({removed.id});
        QTRY_VERIFY_WITH_TIMEOUT(m_window.findChild<QMessageBox*>(QStringLiteral("magnetsMissingBox")), 30'000);
        auto* box = m_window.findChild<QMessageBox*>(QStringLiteral("magnetsMissingBox"));
        QVERIFY2(box->text().startsWith(QLatin1String("1 ")), qPrintable(box->text()));
        QCOMPARE(engine::parseMagnet(QGuiApplication::clipboard()->text())->name, first.name);
        delete box;
    }

    void aTorrentThatIsRemovedMeanwhileKeepsNobodyWaiting() {
        gui::MagnetCopier copier(m_fixture.session, m_window, std::chrono::hours(1));
        const auto first = test::makeTorrent(1, QStringLiteral("first"));
        const auto removed = test::makeTorrent(3, QStringLiteral("removed"));
        copier.copy({first, removed});
        engine::TorrentDetails details;
        details.id = first.id;
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        Q_EMIT m_fixture.session.details(details);
        Q_EMIT m_fixture.session.torrentsRemoved({removed.id});
        QCOMPARE(engine::parseMagnet(QGuiApplication::clipboard()->text())->name, first.name);
    }

    void aPrivateTorrentOfAnOpenTrackerNeedsNoQuestion() {
        copy({kOwn, kOpen}, true);
        QCOMPARE(copied(), QStringList{kOpen});
        copy({kOwn}, true);
        QCOMPARE(copied(), QStringList());
    }
};

QTEST_MAIN(MagnetCopierTest)
#include "magnet_copier_test.moc"
