// What is to go into a torrent: dropped or chosen files and folders as a tree with tick boxes.
#pragma once

#include "gui/create_torrent/source_tree.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QMimeData;

namespace essaim::gui {

/// GUI thread; does not look at the disk. Shows a drop area while it is empty. Drops anywhere on it are taken.
class SourceList : public QWidget {
    Q_OBJECT
public:
    explicit SourceList(QWidget* parent = nullptr);
    ~SourceList() override;

    [[nodiscard]] QStringList paths() const;
    /// Paths that are there already are skipped.
    void add(const QStringList& paths);
    /// What a walk over paths() found; folders that were open stay open.
    void setTree(std::unique_ptr<SourceNode> root);
    /// The highest paths that are unticked.
    [[nodiscard]] QStringList unticked() const;
    void untick(const QStringList& paths);
    [[nodiscard]] qint64 tickedSize() const;
    [[nodiscard]] int tickedFiles() const;
    /// Selects the row of a file or folder and scrolls to it.
    void reveal(const QString& path);

    /// Local files of a drag; empty if there are none.
    [[nodiscard]] static QStringList localPaths(const QMimeData* data);

Q_SIGNALS:
    void changed(); ///< other sources
    void ticked();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
