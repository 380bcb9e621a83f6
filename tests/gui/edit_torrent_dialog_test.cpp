// Changing a .torrent in the window: what keeps its identity, and what does not.
#include "window_fixture.h"

#include "engine/create_torrent.h"
#include "engine/torrent_file.h"
#include "gui/create_torrent/tier_editor.h"
#include "gui/edit_torrent/edit_torrent_dialog.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using gui::EditTorrentDialog;

namespace {
constexpr int kDeadlineMs = 30'000;
const auto kTracker = QStringLiteral("http://a.example/announce");
} // namespace

class EditTorrentDialogTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QPointer<EditTorrentDialog> m_dialog;
    InfoHash m_before;

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString torrentPath() const { return path(QStringLiteral("film.torrent")); }
    template <typename Widget>
    Widget& find(const char* name) {
        auto* widget = m_dialog->findChild<Widget*>(QString::fromLatin1(name));
        if (widget == nullptr)
            qFatal("no widget %s", name);
        return *widget;
    }
    void type(const char* edit, const QString& text) {
        find<QLineEdit>(edit).clear();
        QTest::keyClicks(&find<QLineEdit>(edit), text);
    }
    void open() {
        m_dialog = new EditTorrentDialog(torrentPath());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        QTRY_VERIFY_WITH_TIMEOUT(
            find<QWidget>("contents").isEnabled() || find<QLabel>("verdictLabel").isVisible(), kDeadlineMs);
    }
    void save() { QTest::mouseClick(&find<QPushButton>("saveButton"), Qt::LeftButton); }

private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("light")); }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile film(path(QStringLiteral("film")));
        QVERIFY(film.open(QIODevice::WriteOnly));
        film.write(QByteArray(100'000, 'f'));
        film.close();
        engine::CreateTorrentRequest request;
        request.paths = {film.fileName()};
        request.trackers = {{kTracker}};
        request.comment = QStringLiteral("old words");
        const auto created = engine::createTorrent(request);
        QVERIFY(created);
        m_before = created->infoHash;
        QFile file(torrentPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(created->torrent);
    }
    void cleanup() {
        delete m_dialog;
        m_folder.reset();
    }

    void trackers_web_seeds_and_comment_keep_the_identity() {
        open();
        QCOMPARE(find<gui::TierEditor>("trackersEdit").tiers(), QList<QStringList>{{kTracker}});
        find<gui::TierEditor>("trackersEdit").setTiers({{kTracker}, {QStringLiteral("udp://b.example:1/announce")}});
        find<QPlainTextEdit>("webSeedsEdit").setPlainText(QStringLiteral("https://files.example/film\n"));
        type("commentEdit", QStringLiteral("new words"));
        QVERIFY(!find<QLabel>("identityWarning").isVisible());
        save();
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("verdictLabel").isVisible(), kDeadlineMs);
        const auto torrent = engine::readTorrent(torrentPath());
        QVERIFY(torrent);
        QCOMPARE(torrent->infoHash, m_before);
        QCOMPARE(torrent->trackers.size(), 2);
        QCOMPARE(torrent->webSeeds, QStringList{QStringLiteral("https://files.example/film")});
        QCOMPARE(torrent->comment, QStringLiteral("new words"));
    }

    void another_source_warns_and_goes_to_another_file() {
        open();
        type("sourceEdit", QStringLiteral("CLUB"));
        QVERIFY(find<QLabel>("identityWarning").isVisible());
        test::photograph(*m_dialog, QStringLiteral("edit"));
        const QString proposed = find<QLineEdit>("outputEdit").text();
        QVERIFY(proposed != torrentPath());
        save();
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("verdictLabel").isVisible(), kDeadlineMs);
        const auto other = engine::readTorrent(proposed);
        QVERIFY(other);
        QCOMPARE(other->source, QStringLiteral("CLUB"));
        QVERIFY(other->infoHash != m_before);
        QCOMPARE(engine::readTorrent(torrentPath())->infoHash, m_before);
    }

    void another_torrent_takes_the_place_of_the_old_one_only_when_asked() {
        open();
        QTest::keyClick(&find<QCheckBox>("privateCheck"), Qt::Key_Space);
        type("outputEdit", torrentPath());
        save();
        const auto question = [this] { return m_dialog->findChild<QMessageBox*>(QStringLiteral("overwriteBox")); };
        QTRY_VERIFY_WITH_TIMEOUT(question(), kDeadlineMs);
        QTest::mouseClick(question()->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!question());
        QCOMPARE(engine::readTorrent(torrentPath())->infoHash, m_before);
    }

    void a_file_that_is_no_torrent_gives_a_sentence() {
        QFile file(torrentPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("d4:info");
        file.close();
        open();
        QVERIFY(find<QLabel>("verdictLabel").isVisible());
        QVERIFY(!find<QPushButton>("saveButton").isEnabled());
    }
};

QTEST_MAIN(EditTorrentDialogTest)
#include "edit_torrent_dialog_test.moc"
