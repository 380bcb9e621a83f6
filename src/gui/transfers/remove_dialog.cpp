#include "gui/transfers/remove_dialog.h"

#include "transfers/ui_remove_dialog.h"

#include <QPushButton>

namespace essaim::gui {

RemoveDialog::RemoveDialog(const QStringList& names, bool deleteFiles, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RemoveDialog>()) {
    m_ui->setupUi(this);
    m_ui->questionLabel->setText(
        names.size() == 1 ? tr("Remove “%1” from the list?").arg(names.first())
                          : tr("Remove %n torrents from the list?", nullptr, int(names.size())));
    m_ui->deleteFilesCheck->setChecked(deleteFiles);
    connect(m_ui->deleteFilesCheck, &QCheckBox::toggled, this, &RemoveDialog::showConsequence);
    showConsequence();
}

RemoveDialog::~RemoveDialog() = default;

bool RemoveDialog::deleteFiles() const {
    return m_ui->deleteFilesCheck->isChecked();
}

void RemoveDialog::showConsequence() {
    m_ui->consequenceLabel->setText(
        deleteFiles() ? tr("The files are deleted from the disk. This cannot be undone.")
                      : tr("The files stay where they are."));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)
        ->setText(deleteFiles() ? tr("Remove and delete files") : tr("Remove"));
}

} // namespace essaim::gui
