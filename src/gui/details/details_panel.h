// The panel below the list: tabs about the torrent that is selected.
#pragma once

#include "gui/details/details_tab.h"
#include "gui/details/verdict.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace essaim::gui {
class VerdictBar;

/// A strip of tabs that stays, above pages that can be folded away. Asks the session for the details of the torrent and
/// the page that are on the screen, and for nothing else.
class DetailsPanel : public QWidget {
    Q_OBJECT
public:
    DetailsPanel(const Services& services, UndoHistory& history, QWidget* parent = nullptr);

    /// The torrent to tell about; none shows a hint. `selected`: how many are selected.
    void showTorrent(const std::optional<engine::TorrentSnapshot>& torrent, int selected);
    /// Words at the right end of the strip, such as that the torrent is hosted here.
    void setNote(const QString& words);
    /// Unfolds and shows the page; see detailsTabs().
    void showTab(int index);

    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    /// Height of the strip alone, pixels.
    [[nodiscard]] int foldedHeight() const;

Q_SIGNALS:
    void foldedChanged(bool folded);
    void copyMagnetRequested();
    /// Something that others than the details do about a torrent that does not move.
    void remedyWanted(essaim::gui::Remedy remedy);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeStrip();
    void makePages();
    void watch();
    void switchPage();
    void showDetails(const engine::DetailsPointer& details);
    void help(Remedy remedy);
    [[nodiscard]] DetailsTab* tab() const;

    DetailsContext m_context;
    QTabBar* m_tabs;
    QToolButton* m_fold;
    QLabel* m_note;
    VerdictBar* m_verdict;
    QLabel* m_hint;
    QWidget* m_body; ///< verdict and pages
    QStackedWidget* m_pages;
    std::vector<DetailsTab*> m_made; ///< by tab, null until it is first shown
    std::optional<engine::TorrentSnapshot> m_torrent;
    std::optional<engine::SwarmFacts> m_facts;
    std::optional<std::pair<TorrentId, engine::DetailsPart>> m_watched;
    bool m_folded = false;
};

} // namespace essaim::gui
