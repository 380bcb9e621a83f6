// The window of files that no torrent has.
#include "gui/transfers/transfer_model.h"
#include "gui/undo/undo_history.h"
#include "gui/unlisted/torrent_folders.h"
#include "gui/unlisted/unlisted_dialog.h"
#include "gui/window_fixture.h"
#include "settings/schema.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::gui;
using namespace essaim::test;

/// The list of torrents is empty here, so that everything is nobody's.
class UnlistedTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<UndoHistory> m_history;

    QString path(const char* name) const { return m_fixture->folder.filePath(QString::fromUtf8(name)); }
    void write(const char* name, int size) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile out(path(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QByteArray(size, 'x'));
    }
    template <typename Widget>
    static Widget* part(UnlistedDialog& dialog, const char* name) {
        return dialog.findChild<Widget*>(QLatin1String(name));
    }
    static void search(UnlistedDialog& dialog, int rows) {
        part<QPushButton>(dialog, "searchButton")->click();
        QTRY_COMPARE(part<QTreeView>(dialog, "unlistedView")->model()->rowCount(), rows);
    }
    static QString summary(UnlistedDialog& dialog) { return part<QLabel>(dialog, "summaryLabel")->text(); }

private Q_SLOTS:
    void init() {
        m_fixture = std::make_unique<WindowFixture>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(path("data")));
        m_window = std::make_unique<QWidget>();
        m_history = std::make_unique<UndoHistory>(*m_window);
        write("here/old/one.bin", 1000);
        write("here/old/two.bin", 2000);
        write("here/alone.iso", 500);
        write("there/other.txt", 10);
    }
    void cleanup() {
        m_history.reset();
        m_window.reset();
    }

    void whatIsFoundIsListedWithItsSizeAndNothingIsChosen() {
        UnlistedDialog dialog(m_fixture->services(), {path("here"), path("there")}, *m_history, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        search(dialog, 3);
        photograph(dialog, QStringLiteral("files_of_no_torrent"));
        QVERIFY2(summary(dialog).startsWith(QStringLiteral("3 things, 3.51 kB")), qPrintable(summary(dialog)));
        QVERIFY(!part<QPushButton>(dialog, "discardButton")->isEnabled());
        const auto* model = part<QTreeView>(dialog, "unlistedView")->model();
        QCOMPARE(model->index(0, UnlistedModel::Path).data().toString(), path("here/alone.iso"));
        QCOMPARE(model->index(1, UnlistedModel::Path).data().toString(), path("here/old") + u'/');
        QCOMPARE(model->index(1, UnlistedModel::Files).data().toString(), QStringLiteral("2"));
    }

    void onlyTheTickedFoldersAreLookedInto() {
        UnlistedDialog dialog(m_fixture->services(), {path("here"), path("there")}, *m_history, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        part<QListWidget>(dialog, "folderList")->item(0)->setCheckState(Qt::Unchecked);
        search(dialog, 1);
        part<QListWidget>(dialog, "folderList")->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(!part<QPushButton>(dialog, "searchButton")->isEnabled());
    }

    void theFilterLeavesWhatItNames() {
        UnlistedDialog dialog(m_fixture->services(), {path("here"), path("there")}, *m_history, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        search(dialog, 3);
        part<QLineEdit>(dialog, "filterEdit")->setText(QStringLiteral("ISO"));
        QCOMPARE(part<QTreeView>(dialog, "unlistedView")->model()->rowCount(), 1);
        QVERIFY2(summary(dialog).contains(QStringLiteral(", 500")), qPrintable(summary(dialog)));
    }

    void whatIsChosenGoesToTheBinAndOneKeyBringsItBack() {
        UnlistedDialog dialog(m_fixture->services(), {path("here")}, *m_history, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        search(dialog, 2);
        auto* view = part<QTreeView>(dialog, "unlistedView");
        view->selectionModel()->select(
            view->model()->index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCOMPARE(summary(dialog), QStringLiteral("1 chosen, 3.00 kB."));
        auto* discard = part<QPushButton>(dialog, "discardButton");
        discard->click();
        QVERIFY(!discard->isEnabled()); // a second click has nothing to do
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QVERIFY(!QFileInfo::exists(path("here/old")));
        m_history->undoLast();
        QTRY_COMPARE(view->model()->rowCount(), 2);
        QVERIFY(QFileInfo::exists(path("here/old/two.bin")));
    }

    void whatCannotGoIsSaidAndStaysInTheList() {
        UnlistedDialog dialog(m_fixture->services(), {path("here")}, *m_history, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        search(dialog, 2);
        auto* view = part<QTreeView>(dialog, "unlistedView");
        view->selectAll();
        QVERIFY(QFile::remove(path("here/alone.iso")));
        part<QPushButton>(dialog, "discardButton")->click();
        QTRY_VERIFY(part<QLabel>(dialog, "messageLabel")->isVisible());
        QVERIFY(part<QLabel>(dialog, "messageLabel")->text().contains(QStringLiteral("alone.iso")));
        QCOMPARE(view->model()->rowCount(), 1);
    }

    void theFoldersOfTheListAreProposedWithoutThoseInsideOthers() {
        TransferModel model;
        QList<TorrentSnapshot> torrents;
        for (const char* folder : {"/srv/b/inner", "/srv/b", "/srv/a", "/srv/bc"}) {
            torrents.append(makeTorrent(int(torrents.size()) + 1, QStringLiteral("x")));
            torrents.last().savePath = QLatin1String(folder);
        }
        model.merge(torrents);
        m_fixture->settings.set(settings::kSavePath, QStringLiteral("/srv/a"));
        QCOMPARE(
            torrentFolders(model, m_fixture->settings),
            (QStringList{QStringLiteral("/srv/a"), QStringLiteral("/srv/b"), QStringLiteral("/srv/bc")}));
    }
};

QTEST_MAIN(UnlistedTest)
#include "unlisted_test.moc"
