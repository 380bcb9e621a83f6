#include "gui/details/edit_trackers_dialog.h"

#include "gui/create_torrent/tier_editor.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace essaim::gui {

EditTrackersDialog::EditTrackersDialog(const QList<QStringList>& tiers, QWidget* parent)
    : QDialog(parent)
    , m_editor(new TierEditor(this)) {
    setObjectName(QStringLiteral("editTrackersDialog"));
    setWindowTitle(tr("Trackers"));
    resize(560, 400);
    auto* words = new QLabel(
        tr("Essaim asks every tier; within a tier, the first that answers. Drag a tracker to another tier, or paste "
           "several addresses at once."),
        this);
    words->setWordWrap(true);
    words->setProperty("muted", true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("buttonBox"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_editor->setTiers(tiers);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_editor, 1);
    column->addWidget(buttons);
}

QList<QStringList> EditTrackersDialog::tiers() const {
    return m_editor->tiers();
}

void EditTrackersDialog::accept() {
    if (m_editor->isValid()) // else it says which address is none
        QDialog::accept();
}

} // namespace essaim::gui
