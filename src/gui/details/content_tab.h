// The Content tab: the files of a torrent, which are wanted and how soon, their names, opening them.
#pragma once

#include "gui/details/content_model.h"
#include "gui/details/details_tab.h"
#include "gui/widgets/expanded_folders.h"

#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace essaim::gui {
class DetailsTable;

/// Object names: contentTree, patternEdit, wantMatchesButton, leaveMatchesButton, matchLabel.
class ContentTab : public DetailsTab {
    Q_OBJECT
public:
    ContentTab(const DetailsContext& context, QWidget* parent);

    [[nodiscard]] engine::DetailsPart part() const override { return engine::DetailsPart::Content; }
    void showTorrent(const engine::TorrentSnapshot& torrent) override;
    void showDetails(const engine::DetailsSnapshot& details) override;

private:
    QWidget* makeBar();
    void connectTree();
    void showMenu(const QPoint& position);
    void addPriorities(QMenu& menu);
    void setPriorities(const QList<int>& priorities);
    void setMatches(int priority);
    void filter();
    void updateMatches();
    void openFolders();
    void rememberPlaces();
    void restorePlaces();
    void rename(const std::map<int, QString>& paths);
    /// The names are as the user wanted them, or nobody looks any more: the deed can be taken back.
    void noteRenaming();
    [[nodiscard]] bool isRenamed() const;
    void tellRefusal(const QString& name);
    void renameMany();
    void open(const QModelIndex& index);
    void openFolder();
    void copyPaths();
    [[nodiscard]] QModelIndexList selection() const;

    const DetailsContext& m_context;
    ContentModel m_model;
    DetailsTable* m_tree;
    ExpandedFolders m_expanded;    ///< without the filter
    bool m_wasEmpty = true;        ///< before the model was reset
    ContentModel::Place m_current; ///< before that, too
    std::vector<ContentModel::Place> m_selected;
    QLineEdit* m_pattern;
    QTimer m_filterDelay;
    QPushButton* m_want;
    QPushButton* m_leave;
    QLabel* m_matches;
    QLabel* m_none;
    std::optional<engine::TorrentSnapshot> m_torrent;
    /// What the session was asked for and has neither done nor refused yet.
    struct Renaming {
        engine::TorrentSnapshot torrent;
        std::map<int, QString> wanted;
        std::map<int, QString> before;
    };
    std::optional<Renaming> m_renaming;
};

} // namespace essaim::gui
