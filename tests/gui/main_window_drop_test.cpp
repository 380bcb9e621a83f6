// What becomes of things that are dropped on the main window.
#include "gui/main_window/main_window.h"

#include "window_fixture.h"

#include "gui/add_torrent/add_torrent_dialog.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "gui/edit_torrent/edit_torrent_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTest>
#include <QTreeView>

using namespace essaim;

namespace {

const QString kMagnet = QStringLiteral("magnet:?xt=urn:btih:0123456789012345678901234567890123456789&dn=Choir");

} // namespace

class MainWindowDropTest : public QObject {
    Q_OBJECT
private:
    test::WindowFixture m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;

    template <typename T>
    T* child(const char* name) {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }

    /// Enter, move and drop at a point of the window, as the window system delivers them.
    void drop(const QMimeData& data, const QPoint& at) {
        QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QDragMoveEvent move(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &move);
        QDropEvent event(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }
    /// The middle of one of three cards.
    QPoint cardAt(int index) {
        constexpr int kCardAndGap = 290 + 26;
        QWidget* page = m_window->findChild<QStackedWidget*>()->currentWidget();
        return {
            page->mapTo(m_window.get(), QPoint(m_window->width() / 2, 0)).x() + (index - 1) * kCardAndGap,
            pageCenter().y()};
    }
    QList<QUrl> twoFolders() {
        QList<QUrl> urls;
        for (const char* name : {"first", "second"}) {
            const QString path = m_fixture.folder.filePath(QString::fromLatin1(name));
            QDir().mkpath(path);
            QFile file(path + QStringLiteral("/x"));
            if (file.open(QIODevice::WriteOnly))
                file.write("content");
            urls.append(QUrl::fromLocalFile(path));
        }
        return urls;
    }
    QPoint pageCenter() {
        QWidget* page = m_window->findChild<QStackedWidget*>()->currentWidget();
        return page->mapTo(m_window.get(), page->rect().center());
    }

private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("light")); }

    void init() {
        m_window = std::make_unique<gui::MainWindow>(m_fixture.services());
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // shortcuts ask for it
    }

    void cleanup() { m_window.reset(); }

    void aDroppedMagnetLinkOpensTheAddDialog() {
        QMimeData data;
        data.setText(kMagnet);
        drop(data, pageCenter());
        QTRY_VERIFY(m_window->findChild<gui::AddTorrentDialog*>());
        test::photograph(*m_window->findChild<gui::AddTorrentDialog*>(), QStringLiteral("add-magnet"));
    }

    void aDroppedFolderOpensTheCreateDialog() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_fixture.folder.path())});
        drop(data, pageCenter());
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(!dialog->findChild<QCheckBox*>(QStringLiteral("hostCheck"))->isChecked());
        test::photograph(*dialog, QStringLiteral("create"));
    }

    void aFolderDroppedOnTheTrackerPageIsHosted() {
        m_window->showPage(gui::MainWindow::Page::Tracker);
        test::photograph(*m_window, QStringLiteral("tracker"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_fixture.folder.path())});
        drop(data, pageCenter());
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog->findChild<QCheckBox*>(QStringLiteral("hostCheck"))->isChecked());
    }

    void aFolderDroppedOnTheShareCardIsHosted() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_fixture.folder.path())});
        QDragEnterEvent enter(pageCenter(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QWidget* overlay = child<QWidget>("dropOverlay");
        QVERIFY(overlay->isVisible());
        test::photograph(*m_window, QStringLiteral("drop"));
        const QPoint share = overlay->mapTo(m_window.get(), overlay->rect().center() + QPoint(100, 0));
        drop(data, share);
        QVERIFY(!overlay->isVisible());
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog->findChild<QCheckBox*>(QStringLiteral("hostCheck"))->isChecked());
    }

    void twoItemsDroppedOnTheMiddleCardBecomeATorrentEach() {
        QMimeData data;
        data.setUrls(twoFolders());
        drop(data, pageCenter());
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog->findChild<QRadioButton*>(QStringLiteral("eachRadio"))->isChecked());
        QVERIFY(!dialog->findChild<QCheckBox*>(QStringLiteral("hostCheck"))->isChecked());
    }

    void twoItemsDroppedBesideTheCardsBecomeOneTorrent() {
        QMimeData data;
        data.setUrls(twoFolders());
        drop(data, cardAt(0) - QPoint(0, 200));
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog->findChild<QRadioButton*>(QStringLiteral("togetherRadio"))->isChecked());
        QCOMPARE(dialog->findChild<QTreeView*>(QStringLiteral("sourceTree"))->model()->rowCount(), 2);
    }

    void aDropCanAddToTheDraftThatIsOpen() {
        child<QAction>("createAction")->trigger();
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog && dialog->isDraft());
        QMimeData data;
        data.setUrls(twoFolders());
        QDragEnterEvent enter(pageCenter(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        test::photograph(*m_window, QStringLiteral("drop-three"));
        drop(data, cardAt(2));
        auto* tree = dialog->findChild<QTreeView*>(QStringLiteral("sourceTree"));
        QTRY_COMPARE(tree->model()->rowCount(), 2);
        QCOMPARE(m_window->findChildren<gui::CreateTorrentDialog*>().size(), 1);
    }

    void aTorrentFileCanBeDroppedToBeEdited() {
        const QString path = m_fixture.folder.filePath(QStringLiteral("some.torrent"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("d4:info") > 0);
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        drop(data, pageCenter() + QPoint(158, 0)); // the second of two cards
        QTRY_VERIFY(m_window->findChild<gui::EditTorrentDialog*>());
    }

    void aDragOfWordsIsRefused() {
        QMimeData data;
        data.setText(QStringLiteral("good morning"));
        QDragEnterEvent enter(pageCenter(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(!enter.isAccepted());
        QVERIFY(!child<QWidget>("dropOverlay")->isVisible());
    }

    void aDragThatLeavesHidesTheOverlay() {
        QMimeData data;
        data.setText(kMagnet);
        QDragEnterEvent enter(pageCenter(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(child<QWidget>("dropOverlay")->isVisible());
        QDragLeaveEvent leave;
        QApplication::sendEvent(m_window.get(), &leave);
        QVERIFY(!child<QWidget>("dropOverlay")->isVisible());
    }
};

QTEST_MAIN(MainWindowDropTest)
#include "main_window_drop_test.moc"
