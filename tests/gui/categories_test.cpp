// Categories that stay without torrents, and their folders.
#include "gui/labels/categories.h"
#include "gui/transfers/status_sidebar.h"
#include "gui/window_fixture.h"
#include "settings/schema.h"

#include <QListWidget>

using namespace essaim;
using namespace essaim::gui;

class CategoriesTest : public QObject {
    Q_OBJECT

    static QString s(const char* text) { return QString::fromUtf8(text); }

private Q_SLOTS:
    void whatIsBelowACategoryLiesBelowItsFolder() {
        test::WindowFixture fixture;
        auto& settings = fixture.settings;
        keepCategory(settings, s("films"), s("/srv/films/"));
        keepCategory(settings, s("films/short"), {});
        keepCategory(settings, s("music"), {});
        QCOMPARE(folderOfCategory(settings, s("films")), s("/srv/films"));
        QCOMPARE(folderOfCategory(settings, s("films/short/old")), s("/srv/films/short/old"));
        QCOMPARE(folderOfCategory(settings, s("music")), QString());
        QCOMPARE(folderOfCategory(settings, s("filmsish")), QString());
        QCOMPARE(folderOfCategory(settings, {}), QString());
        keepCategory(settings, s("films/short"), s("/mnt/short"));
        QCOMPARE(folderOfCategory(settings, s("films/short/old")), s("/mnt/short/old"));
    }

    void renamingTakesAlongWhatIsBelow() {
        test::WindowFixture fixture;
        auto& settings = fixture.settings;
        for (const char* name : {"films", "films/short", "filmsish"})
            keepCategory(settings, s(name), {});
        renameCategory(settings, s("films"), s("cinema"));
        QCOMPARE(keptCategories(settings).keys(), QStringList({s("cinema"), s("cinema/short"), s("filmsish")}));
        forgetCategory(settings, s("cinema"));
        QCOMPARE(keptCategories(settings).keys(), QStringList{s("filmsish")});
        forgetCategory(settings, s("filmsish"));
        QVERIFY(settings.value(settings::kCategories).isEmpty());
    }

    void nonsenseInTheFileIsPassedOver() {
        test::WindowFixture fixture;
        for (const char* stored : {"", "{", "[1, 2]", "{\"a\": 7, \"\": \"/x\", \"b\": \"not/absolute\"}"}) {
            fixture.settings.set(settings::kCategories, QByteArray(stored));
            for (const QString& folder : keptCategories(fixture.settings))
                QVERIFY(folder.isEmpty());
            QVERIFY(!keptCategories(fixture.settings).contains(QString()));
        }
    }

    void theSidebarShowsThemWithoutTorrents() {
        test::WindowFixture fixture;
        TransferModel model;
        StatusSidebar sidebar(model, fixture.settings);
        auto* list = sidebar.findChild<QListWidget*>(s("categoryList"));
        QVERIFY(list->parentWidget()->isHidden());
        keepCategory(fixture.settings, s("films"), {});
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->data(Qt::UserRole).toString(), s("0"));
        auto torrent = test::makeTorrent(1, s("a"));
        torrent.category = s("films/short");
        model.merge({torrent});
        QCOMPARE(list->count(), 2);
        model.remove({torrent.id});
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), s("films"));
    }
};

QTEST_MAIN(CategoriesTest)
#include "categories_test.moc"
