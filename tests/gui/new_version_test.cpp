// A new version of a folder that is shared already begins with what the old torrent was made with.
#include "window_fixture.h"

#include "engine/create_torrent.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "gui/create_torrent/new_version.h"
#include "gui/create_torrent/tier_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace essaim;

namespace {
constexpr int kDeadlineMs = 30'000;
const auto kTracker = QStringLiteral("http://a.example/announce");
} // namespace

class NewVersionTest : public QObject {
    Q_OBJECT
private:
    test::WindowFixture m_fixture;
    QWidget m_window;

    [[nodiscard]] QString path(const QString& name) const { return m_fixture.folder.filePath(name); }
    engine::CreatedTorrent oldOne() {
        QDir().mkpath(path(QStringLiteral("Album")));
        QFile file(path(QStringLiteral("Album/a.bin")));
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray(200'000, 'a'));
        file.close();
        engine::CreateTorrentRequest request;
        request.paths = {path(QStringLiteral("Album"))};
        request.format = engine::TorrentFormat::Hybrid;
        request.pieceLength = 65536;
        request.isPrivate = true;
        request.trackers = {{kTracker}};
        request.source = QStringLiteral("CLUB");
        return *engine::createTorrent(request);
    }

private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("light")); }
    void cleanup() { qDeleteAll(m_window.findChildren<gui::CreateTorrentDialog*>()); }

    void what_the_old_torrent_was_made_with_is_taken_over() {
        const engine::CreatedTorrent old = oldOne();
        gui::NewVersion newVersion(m_fixture.services(), m_window);
        newVersion.begin(old.infoHash.id(), m_fixture.folder.path());
        Q_EMIT m_fixture.session.torrentFile(old.infoHash.id(), old.torrent);
        const auto dialog = [this] { return m_window.findChild<gui::CreateTorrentDialog*>(); };
        QTRY_VERIFY_WITH_TIMEOUT(dialog(), kDeadlineMs);
        QVERIFY(dialog()->windowTitle().contains(QStringLiteral("Album")));
        auto* create = dialog()->findChild<QPushButton*>(QStringLiteral("createButton"));
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kDeadlineMs);
        test::photograph(*dialog(), QStringLiteral("new-version"));
        QCOMPARE(
            dialog()->findChild<gui::TierEditor*>(QStringLiteral("trackersEdit"))->tiers(),
            QList<QStringList>{{kTracker}});
        QCOMPARE(dialog()->findChild<QComboBox*>(QStringLiteral("pieceSizeCombo"))->currentData().toInt(), 65536);
        QCOMPARE(
            dialog()->findChild<QComboBox*>(QStringLiteral("formatCombo"))->currentData().toInt(),
            int(engine::TorrentFormat::Hybrid));
        QVERIFY(dialog()->findChild<QCheckBox*>(QStringLiteral("privateCheck"))->isChecked());
        QVERIFY(dialog()->findChild<QCheckBox*>(QStringLiteral("replaceCheck"))->isChecked());
        QCOMPARE(dialog()->findChild<QLineEdit*>(QStringLiteral("sourceEdit"))->text(), QStringLiteral("CLUB"));
        QCOMPARE(
            dialog()->findChild<QTreeView*>(QStringLiteral("sourceTree"))->model()->index(0, 0).data().toString(),
            QStringLiteral("Album"));
    }

    void files_that_are_gone_give_a_sentence() {
        const engine::CreatedTorrent old = oldOne();
        gui::NewVersion newVersion(m_fixture.services(), m_window);
        QSignalSpy failed(&newVersion, &gui::NewVersion::failed);
        newVersion.begin(old.infoHash.id(), path(QStringLiteral("elsewhere")));
        Q_EMIT m_fixture.session.torrentFile(old.infoHash.id(), old.torrent);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kDeadlineMs);
        QVERIFY(!m_window.findChild<gui::CreateTorrentDialog*>());
    }
};

QTEST_MAIN(NewVersionTest)
#include "new_version_test.moc"
