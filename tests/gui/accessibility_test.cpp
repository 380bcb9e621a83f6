// The window as a screen reader meets it, through the accessibility interface.
#include "gui/main_window/main_window.h"

#include "window_fixture.h"

#include "gui/add_torrent/add_torrent_dialog.h"
#include "gui/preferences/preferences_dialog.h"
#include "gui/watch/watch_dialog.h"

#include <QAccessible>
#include <QTest>
#include <QTreeView>

using namespace essaim;
using namespace essaim::gui;
using engine::TorrentState;
using test::makeTorrent;

namespace {

bool isControl(QAccessible::Role role) {
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::PageTab:
        return true;
    default:
        return false;
    }
}

/// Controls that can be reached and have nothing to say, from `element` on.
void collectNameless(QAccessibleInterface* element, const QString& path, QStringList& nameless) {
    if (element == nullptr || element->state().invisible)
        return;
    const QObject* object = element->object();
    const QString here = path + u'/' +
                         (object && !object->objectName().isEmpty() ? object->objectName()
                          : object ? QString::fromLatin1(object->metaObject()->className())
                                   : QStringLiteral("?"));
    // What belongs to a control speaks through it.
    const auto* parent = element->parent();
    const bool isPart = parent && (parent->role() == QAccessible::SpinBox || parent->role() == QAccessible::ComboBox);
    if (isControl(element->role()) && element->state().focusable && !isPart &&
        element->text(QAccessible::Name).trimmed().isEmpty())
        nameless.append(here);
    const bool hasCells = element->role() == QAccessible::Tree || element->role() == QAccessible::Table;
    for (int i = 0; !hasCells && i < element->childCount(); ++i)
        collectNameless(element->child(i), here, nameless);
}

QStringList namelessIn(QWidget& window) {
    QStringList nameless;
    collectNameless(QAccessible::queryAccessibleInterface(&window), {}, nameless);
    return nameless;
}

} // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT
private:
    test::WindowFixture m_fixture;
    std::unique_ptr<MainWindow> m_window;

    QAccessibleInterface* list() {
        return QAccessible::queryAccessibleInterface(m_window->findChild<QTreeView*>(QStringLiteral("transferView")));
    }

private Q_SLOTS:
    void initTestCase() {
        applyTheme(*qApp, QStringLiteral("light"));
        m_window = std::make_unique<MainWindow>(m_fixture.services());
        m_window->show();
        Q_EMIT m_fixture.session.torrentsChanged(
            {makeTorrent(
                 1, QStringLiteral("debian.iso"), TorrentState::Downloading, 3'700'000'000, 0.63, 11'400'000,
                 1'200'000),
             makeTorrent(2, QStringLiteral("wedding"), TorrentState::Seeding, 41'600'000'000, 1)});
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyControlOfTheWindowHasAName() { QCOMPARE(namelessIn(*m_window), QStringList()); }

    void everyControlOfTheDetailsHasAName() {
        auto* view = m_window->findChild<QTreeView*>(QStringLiteral("transferView"));
        view->setCurrentIndex(view->model()->index(0, 0));
        auto* tabs = m_window->findChild<QTabBar*>(QStringLiteral("detailsTabs"));
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QVERIFY2(namelessIn(*m_window).isEmpty(), qPrintable(tabs->tabText(i) + namelessIn(*m_window).join(u' ')));
        }
    }

    void everyControlOfTheDialogsHasAName() {
        PreferencesDialog preferences(m_fixture.settings);
        preferences.setAttribute(Qt::WA_DeleteOnClose, false);
        preferences.show();
        QCOMPARE(namelessIn(preferences), QStringList());
        WatchDialog watch(m_fixture.settings);
        watch.setAttribute(Qt::WA_DeleteOnClose, false);
        watch.show();
        QCOMPARE(namelessIn(watch), QStringList());
        AddTorrentDialog add(
            m_fixture.services(), {{}, QStringLiteral("magnet:?xt=urn:btih:0123456789012345678901234567890123456789")});
        add.setAttribute(Qt::WA_DeleteOnClose, false);
        add.show();
        QCOMPARE(namelessIn(add), QStringList());
    }

    void aButtonThatClearsAFieldHasAName() {
        PreferencesDialog preferences(m_fixture.settings);
        preferences.setAttribute(Qt::WA_DeleteOnClose, false);
        preferences.show();
        auto* field = preferences.findChild<QLineEdit*>(QStringLiteral("findEdit"));
        field->setText(QStringLiteral("port"));
        int buttons = 0;
        for (QWidget* button : field->findChildren<QWidget*>()) {
            QAccessibleInterface* element = QAccessible::queryAccessibleInterface(button);
            if (element == nullptr || element->role() != QAccessible::PushButton)
                continue;
            ++buttons;
            QVERIFY(!element->text(QAccessible::Name).isEmpty());
            QVERIFY(!button->toolTip().isEmpty());
        }
        QCOMPARE(buttons, 1);
    }

    void aRowReadsAsASentence() {
        QAccessibleTableInterface* table = list()->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(
            table->cellAt(0, 0)->text(QAccessible::Name),
            QStringLiteral("debian.iso, Downloading, 63 % of 3.70 GB, 11.4 MB/s down, 1.20 MB/s up, 2 min left"));
        QCOMPARE(table->cellAt(1, 0)->text(QAccessible::Name), QStringLiteral("wedding, Seeding, 41.6 GB"));
        QCOMPARE(table->cellAt(1, 1)->text(QAccessible::Name), QStringLiteral("Size: 41.6 GB"));
    }

    void theKeyboardReachesEveryPartOfTheWindow() {
        QWidget* first = m_window->findChild<QTreeView*>(QStringLiteral("transferView"));
        first->setFocus();
        QSet<QString> reached;
        QWidget* now = first;
        for (int i = 0; i < 5000; ++i) {
            now = now->nextInFocusChain();
            if ((now->focusPolicy() & Qt::TabFocus) && now->isVisibleTo(m_window.get()) && now->isEnabled())
                reached.insert(now->objectName());
            if (now == first)
                break;
        }
        for (const char* name :
             {"transferView", "statusList", "searchEdit", "addTorrentButton", "detailsTabs", "menuButton"})
            QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
