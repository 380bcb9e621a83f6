// The torrents that were removed and can still be brought back.
#pragma once

#include "engine/files/removal.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RemovedDialog;
}
namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// Modeless; deletes itself when closed. Object names: removedList, restoreButton, forgetButton, emptyLabel,
/// messageLabel.
class RemovedDialog : public QDialog {
    Q_OBJECT
public:
    /// The session outlives the dialog.
    explicit RemovedDialog(engine::Session& session, QWidget* parent = nullptr);
    ~RemovedDialog() override;

private:
    void showList(const QList<engine::RemovedTorrent>& torrents);
    void updateButtons();
    [[nodiscard]] QList<TorrentId> selected() const;

    engine::Session& m_session;
    QList<engine::RemovedTorrent> m_torrents; ///< in the order of the rows
    std::unique_ptr<Ui::RemovedDialog> m_ui;
};

} // namespace essaim::gui
