// Which folders are watched, and what becomes of what appears there.
#pragma once

#include "gui/watch/watch_folder.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {

/// Writes settings::kWatchFolders. Deletes itself when closed. GUI thread. Object names: watchDialog, watchList,
/// addWatchButton, removeWatchButton, watchSavePathEdit, watchCategoryEdit, watchTagsEdit, watchRecursiveCheck,
/// watchPausedCheck, watchLayoutCombo, watchAfterCombo, watchMessage, buttonBox.
class WatchDialog : public QDialog {
    Q_OBJECT
public:
    /// `settings` outlive it.
    explicit WatchDialog(settings::SettingsStore& settings, QWidget* parent = nullptr);
    void accept() override;

    /// Watches this folder too, as the dialog that chooses one does.
    void addFolder(const QString& path);

private:
    void arrange();
    QWidget* makeForm();
    void chooseFolder();
    void chooseSavePath();
    void removeFolder();
    void showFolder(int row);
    /// What the fields say belongs to the folder that is shown.
    void keep();

    settings::SettingsStore& m_settings;
    QList<WatchFolder> m_folders;
    int m_shown = -1;
    QListWidget* m_list;
    QWidget* m_form = nullptr;
    QLineEdit* m_savePath;
    QLineEdit* m_category;
    QLineEdit* m_tags;
    QCheckBox* m_recursive;
    QCheckBox* m_paused;
    QComboBox* m_layout;
    QComboBox* m_after;
    QLabel* m_message;
};

} // namespace essaim::gui
