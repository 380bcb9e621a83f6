// The General tab of the details: the facts about one torrent, as text that can be selected and copied.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QScrollArea>

#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace essaim::gui {

/// Object names: the ids of facts(), copyMagnetButton.
class GeneralTab : public QScrollArea {
    Q_OBJECT
public:
    explicit GeneralTab(QWidget* parent = nullptr);

    /// Changes only the words that differ, so that a selection of text stays.
    void showTorrent(const engine::TorrentSnapshot& torrent);

Q_SIGNALS:
    void copyMagnetRequested();

private:
    struct Row {
        QLabel* title;
        QLabel* value;
        QToolButton* copy; ///< may be null
    };
    std::vector<Row> m_rows;
};

} // namespace essaim::gui
