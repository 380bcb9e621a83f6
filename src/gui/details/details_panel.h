// The panel below the list: tabs about the torrent that is selected.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace essaim::gui {
class GeneralTab;

/// A strip of tabs that stays, above pages that can be folded away.
class DetailsPanel : public QWidget {
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget* parent = nullptr);

    /// The torrent to tell about; none shows a hint. `selected`: how many are selected.
    void showTorrent(const std::optional<engine::TorrentSnapshot>& torrent, int selected);
    /// Words at the right end of the strip, such as that the torrent is hosted here.
    void setNote(const QString& words);

    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    /// Height of the strip alone, pixels.
    [[nodiscard]] int foldedHeight() const;

Q_SIGNALS:
    void foldedChanged(bool folded);
    void copyMagnetRequested();

private:
    QWidget* makeStrip();

    QTabBar* m_tabs;
    QToolButton* m_fold;
    QLabel* m_note;
    QLabel* m_hint;
    QStackedWidget* m_pages;
    GeneralTab* m_general;
    bool m_folded = false;
};

} // namespace essaim::gui
