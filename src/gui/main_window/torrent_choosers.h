// Asks for torrents: files on this computer, or links.
#pragma once

class QWidget;

namespace essaim::gui {
class ItemOpener;
class MainWindow;

/// Those that are chosen are added. The opener outlives the dialog, a child of `window`.
void chooseTorrents(QWidget& window, ItemOpener& opener);
/// The same for one that is to be changed.
void chooseTorrentToEdit(QWidget& window, ItemOpener& opener);
/// The window opens what is entered.
void enterLinks(MainWindow& window);

} // namespace essaim::gui
