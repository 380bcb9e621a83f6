// Asks once before torrents leave the list, and whether their files go too.
#pragma once

#include <QDialog>
#include <QStringList>

#include <memory>

namespace Ui {
class RemoveDialog;
}

namespace essaim::gui {

/// Object names: deleteFilesCheck, buttonBox.
class RemoveDialog : public QDialog {
    Q_OBJECT
public:
    /// `names` of the torrents, at least one; `deleteFiles`: how the box starts.
    RemoveDialog(const QStringList& names, bool deleteFiles, QWidget* parent = nullptr);
    ~RemoveDialog() override;

    [[nodiscard]] bool deleteFiles() const;

private:
    void showConsequence();

    std::unique_ptr<Ui::RemoveDialog> m_ui;
};

} // namespace essaim::gui
