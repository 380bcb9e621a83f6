// The bar at the top: begin, act on the selection, choose the page, search, menu.
#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace essaim::gui {
class TransferActions;
class WindowActions;

/// Object names: addTorrentButton, addLinkButton, createButton, resumeButton, pauseButton, removeButton,
/// transfersPageButton, trackerPageButton, searchEdit, menuButton.
class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(const WindowActions& actions, const TransferActions& torrents, const QList<QMenu*>& menus, QWidget* parent);

    /// Marks the button of the page that is shown: 0 = Transfers, 1 = Tracker.
    void setPage(int page);
    /// False: it is hidden but while something is searched: a list of which a part is hidden must say so.
    void setKept(bool isKept);
    void focusSearch();
    /// What the field finds, in the words that stand in it while it is empty, and what is typed there; without words
    /// there is nothing to search and no field.
    void setSearch(const QString& words, const QString& text);

Q_SIGNALS:
    void pageChosen(int page);
    void searchChanged(const QString& text); ///< by the user

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Words { All, OfTheFirst, None }; ///< on the buttons
    void fold();
    void showOrHide();
    QWidget* makePageButtons(const WindowActions& actions);
    QToolButton* makeMenuButton(const QList<QMenu*>& menus);

    QToolButton* m_pages[2] = {};
    QPushButton* m_add;
    QToolButton* m_worded[2] = {}; ///< those with words besides
    QLineEdit* m_search;
    bool m_isFollowing = false; ///< the page that is shown
    bool m_isKept = true;
};

} // namespace essaim::gui
