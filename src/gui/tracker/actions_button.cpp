#include "gui/tracker/actions_button.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>

namespace essaim::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::ActionsButton)
};

} // namespace

QPushButton* addActionsButton(const char* name, QBoxLayout& layout, QPushButton& next, QAbstractItemView& view) {
    auto* button = new QPushButton(Words::tr("&More"), next.parentWidget());
    button->setObjectName(QString::fromLatin1(name) + QStringLiteral("MoreButton"));
    button->setToolTip(Words::tr("What can be done with the selected row"));
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    QObject::connect(menu, &QMenu::aboutToShow, &view, [menu, &view] {
        menu->clear();
        menu->addActions(view.actions());
    });
    const auto update = [button, &view] { button->setEnabled(view.selectionModel()->hasSelection()); };
    QObject::connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, button, update);
    // A removed or filtered row takes its selection along without a word.
    for (const auto signal : {&QAbstractItemModel::rowsRemoved, &QAbstractItemModel::rowsInserted})
        QObject::connect(view.model(), signal, button, update);
    QObject::connect(view.model(), &QAbstractItemModel::modelReset, button, update);
    update();
    layout.insertWidget(layout.indexOf(&next), button);
    QWidget::setTabOrder(next.previousInFocusChain(), button);
    QWidget::setTabOrder(button, &next);
    return button;
}

} // namespace essaim::gui
