#include "gui/main_window/about_dialog.h"

#include "main_window/ui_about_dialog.h"

#include <QCoreApplication>
#include <QIcon>

namespace essaim::gui {

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent) {
    Ui::AboutDialog ui;
    ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    ui.iconLabel->setPixmap(QIcon(QStringLiteral(":/essaim.svg")).pixmap(QSize(72, 72), devicePixelRatioF()));
    ui.versionLabel->setText(
        tr("Version %1, with Qt %2").arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
}

} // namespace essaim::gui
