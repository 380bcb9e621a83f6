// The main window: menu, toolbar, the Transfers and Tracker pages, status bar. Coordinates; its parts do the work.
#pragma once

#include "engine/backups.h"
#include "gui/services.h"

#include <QMainWindow>
#include <QStringList>

#include <memory>

namespace essaim::gui {

/// GUI thread. Owns every widget; knows the services, not the engine behind them.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Services& services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Paths of .torrent files, other files and folders, magnet links and URLs, as from a command line, a second
    /// start, a drop or a paste: torrents and links open the add dialog, anything else the create dialog.
    void openItems(const QStringList& items);

    /// Opens the create dialog with these files and folders, .torrent files among them; without any, an empty one.
    void createFrom(const QStringList& paths);

    /// Ends the program, even if closing the window would only hide it, without a question.
    void quit();

    enum class Page { Transfers, Tracker };
    void showPage(Page page);

Q_SIGNALS:
    /// The user asked to end the program; the composition root ends the session and then the process.
    void quitRequested();
    /// The user wants the list of a backup in the place of the present one: the program ends the session, puts it back
    /// and opens the window again.
    void restoreRequested(const essaim::engine::RestoreRequest& request);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
