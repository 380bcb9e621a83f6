// Asks to which folder the files of torrents are to go.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/widgets/free_space_probe.h"

#include <QDialog>

#include <memory>

namespace Ui {
class MoveDialog;
}

namespace essaim::gui {

/// GUI thread. Shows how much space there is; whether it suffices, the move itself finds out.
class MoveDialog : public QDialog {
    Q_OBJECT
public:
    /// `recent`: folders to choose from, the last used first.
    MoveDialog(const QList<engine::TorrentSnapshot>& torrents, const QStringList& recent, QWidget* parent = nullptr);
    ~MoveDialog() override;

    /// Absolute once the dialog was accepted.
    [[nodiscard]] QString folder() const;
    /// The user has put the files there himself.
    [[nodiscard]] bool areFilesThere() const;

private:
    void offer(const QStringList& folders);
    void browse();
    void update();
    void showSpace(qint64 bytes);

    std::unique_ptr<Ui::MoveDialog> m_ui;
    FreeSpaceProbe m_probe;
    qint64 m_size = 0;
};

} // namespace essaim::gui
