#include "gui/preferences/preferences_dialog.h"

#include "preferences/ui_preferences_dialog.h"

#include "gui/add_torrent/save_path.h"
#include "gui/preferences/setting_binder.h"
#include "gui/preferences/setting_finder.h"
#include "gui/widgets/style_sheet.h"
#include "settings/settings_store.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>

namespace essaim::gui {

PreferencesDialog::PreferencesDialog(settings::SettingsStore& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::PreferencesDialog>()) {
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_binder = new SettingBinder(*this, settings);
    Q_ASSERT(m_binder->unknownKeys().isEmpty());
    setSheetProperty(*m_ui->buttonBox->button(QDialogButtonBox::Ok), "accent", true);
    QPushButton* applyButton = m_ui->buttonBox->button(QDialogButtonBox::Apply);
    applyButton->setEnabled(false);
    connect(m_binder, &SettingBinder::edited, this, [this, applyButton] {
        applyButton->setEnabled(m_binder->isChanged());
    });
    connect(applyButton, &QPushButton::clicked, this, [this, applyButton] {
        if (apply())
            applyButton->setEnabled(false);
    });
    m_finder = new SettingFinder(*m_ui->pages, *m_binder, this);
    connect(m_ui->findEdit, &QLineEdit::textChanged, m_finder, &SettingFinder::setSearch);
    connect(m_ui->changedCheck, &QCheckBox::toggled, m_finder, &SettingFinder::setChangedOnly);
    connect(m_finder, &SettingFinder::explained, this, &PreferencesDialog::explain);
    connect(m_ui->resetSettingButton, &QPushButton::clicked, m_finder, &SettingFinder::reset);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_ui->findEdit, [this] {
        m_ui->findEdit->setFocus();
    });
    explain({}, false);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &PreferencesDialog::browse);
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::accept() {
    if (apply())
        QDialog::accept();
}

void PreferencesDialog::explain(const QString& sentence, bool canReset) {
    m_ui->explanationLabel->setText(sentence);
    m_ui->resetSettingButton->setVisible(canReset);
}

void PreferencesDialog::browse() {
    auto* chooser = new QFileDialog(this, tr("Folder for downloads"), defaultSavePath(m_settings));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, m_ui->savePathEdit, &QLineEdit::setText);
    chooser->open();
}

bool PreferencesDialog::apply() {
    const QString path = m_ui->savePathEdit->text().trimmed();
    if (!path.isEmpty() && !QDir::isAbsolutePath(path)) {
        auto* box = new QMessageBox(
            QMessageBox::Warning, windowTitle(), tr("“%1” is not a full path to a folder.").arg(path), QMessageBox::Ok,
            this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        return false;
    }
    m_binder->save();
    return true;
}

} // namespace essaim::gui
