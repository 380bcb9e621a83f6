// What is to go into a torrent: dropped or chosen files and folders, with their sizes.
#pragma once

#include <QHash>
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
    /// Bytes by path; a path that is not in it shows no size.
    void setSizes(const QHash<QString, qint64>& sizes);

    /// Local files of a drag; empty if there are none.
    [[nodiscard]] static QStringList localPaths(const QMimeData* data);

Q_SIGNALS:
    void changed();

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
