// Asks once before torrents leave the list, and shows what their files are in for.
#pragma once

#include "engine/files/removal.h"
#include "engine/torrent_snapshot.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RemoveDialog;
}
namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// Object names: deleteFilesCheck, forGoodCheck, unknownCheck, consequenceLabel, fileList, buttonBox.
class RemoveDialog : public QDialog {
    Q_OBJECT
public:
    /// `torrents`: at least one; `withFiles`: how the box starts. The session outlives the dialog.
    RemoveDialog(
        engine::Session& session, const QList<engine::TorrentSnapshot>& torrents, bool withFiles,
        QWidget* parent = nullptr);
    ~RemoveDialog() override;

    [[nodiscard]] engine::FilesFate fate() const;
    /// Files of which nobody knows whether they were there before go as well.
    [[nodiscard]] bool takesUnknown() const;

private:
    void askForPlan();
    void showPlan(const engine::RemovalPlan& plan);
    void showConsequence();
    [[nodiscard]] QString consequence() const;

    engine::Session& m_session;
    QList<TorrentId> m_ids;
    quint64 m_request = 0; ///< 0 = nothing was asked yet
    std::unique_ptr<engine::RemovalPlan> m_plan;
    std::unique_ptr<Ui::RemoveDialog> m_ui;
};

} // namespace essaim::gui
