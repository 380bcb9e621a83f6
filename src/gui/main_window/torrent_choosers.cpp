#include "gui/main_window/torrent_choosers.h"

#include "gui/add_torrent/add_link_dialog.h"
#include "gui/main_window/item_opener.h"
#include "gui/main_window/main_window.h"

#include <QFileDialog>

namespace essaim::gui {

void chooseTorrents(QWidget& window, ItemOpener& opener) {
    auto* chooser = new QFileDialog(&window, MainWindow::tr("Add torrent"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    chooser->setNameFilters({MainWindow::tr("Torrents (*.torrent)"), MainWindow::tr("All files (*)")});
    QObject::connect(chooser, &QFileDialog::filesSelected, &opener, [&opener](const QStringList& paths) {
        DroppedItems items;
        items.torrentFiles = paths; // chosen as torrents, whatever they are called
        opener.open(items, DropTarget::Add);
    });
    chooser->open();
}

void chooseTorrentToEdit(QWidget& window, ItemOpener& opener) {
    auto* chooser = new QFileDialog(&window, MainWindow::tr("Edit a torrent file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({MainWindow::tr("Torrents (*.torrent)"), MainWindow::tr("All files (*)")});
    QObject::connect(chooser, &QFileDialog::fileSelected, &opener, &ItemOpener::edit);
    chooser->open();
}

void enterLinks(MainWindow& window) {
    auto* dialog = new AddLinkDialog(&window);
    QObject::connect(dialog, &AddLinkDialog::linksEntered, &window, &MainWindow::openItems);
    dialog->show();
}

} // namespace essaim::gui
