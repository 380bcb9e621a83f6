// Which backup is to take the place of the list, and what that would change.
#pragma once

#include "engine/backups.h"

#include <QDialog>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class RestoreDialog;
}
namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// Deletes itself when it is closed. Object names: backupTree, changeLabel, changeTree, exactlyCheck, restoreButton.
class RestoreDialog : public QDialog {
    Q_OBJECT
public:
    explicit RestoreDialog(engine::Session& session, QWidget* parent = nullptr);
    ~RestoreDialog() override;

    void accept() override;

Q_SIGNALS:
    void restoreRequested(const essaim::engine::RestoreRequest& request);

private:
    void showBackups(const QList<engine::BackupInfo>& backups);
    void showPreview(const engine::RestorePreview& preview);
    void askForPreview();
    void addGroup(const QString& title, const QStringList& names);
    /// Empty if nothing is chosen.
    [[nodiscard]] QString chosenFile() const;

    std::unique_ptr<Ui::RestoreDialog> m_ui;
    engine::Session& m_session;
};

} // namespace essaim::gui
