// Every key that does something, on one sheet.
#pragma once

#include <QDialog>
#include <QList>

#include <utility>

class QMenu;

namespace essaim::gui {

/// Made of the menus as they are, so that it cannot be out of date. Deletes itself when closed. GUI thread.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    ShortcutsDialog(const QList<QMenu*>& menus, QWidget* parent);

    struct Group {
        QString title;
        QList<std::pair<QString, QString>> keys; ///< what is done, and by which key
    };

private:
    [[nodiscard]] QWidget* makeSheet(const QList<Group>& groups);
};

} // namespace essaim::gui
