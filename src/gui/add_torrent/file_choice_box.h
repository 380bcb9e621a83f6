// Which files of a torrent are wanted, and how much.
#pragma once

#include "gui/add_torrent/file_tree_model.h"
#include "gui/widgets/expanded_folders.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class FileChoiceBox;
}

namespace essaim::gui {

/// Part of the dialog that adds a torrent. Space ticks what is selected, + and - make it more or less wanted, Ctrl+F
/// goes to the filter. GUI thread. Object names: fileTree, filterEdit, selectAllButton, selectNoneButton,
/// selectionLabel, nothingLabel.
class FileChoiceBox : public QWidget {
    Q_OBJECT
public:
    explicit FileChoiceBox(QWidget* parent = nullptr);
    ~FileChoiceBox() override;

    void setFiles(const QList<engine::TorrentFileEntry>& files);
    /// Takes the tick from these, by file index.
    void uncheck(const QList<bool>& files) { m_model.uncheck(files); }
    [[nodiscard]] const FileTreeModel& files() const { return m_model; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpTree();
    void filter();
    bool onFilterKey(int key);
    bool onTreeKey(int key);
    void showMenu(const QPoint& position);
    void toggleSelected();
    /// To the next of choosablePriorities().
    void raise(int steps);
    void showCount();
    [[nodiscard]] QModelIndexList selected() const;

    std::unique_ptr<Ui::FileChoiceBox> m_ui;
    FileTreeModel m_model;
    QTimer m_delay;
    ExpandedFolders m_expanded; ///< when the filter came
};

} // namespace essaim::gui
