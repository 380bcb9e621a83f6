#include "gui/preferences/preferences_dialog.h"

#include "preferences/ui_preferences_dialog.h"

#include "gui/add_torrent/save_path.h"
#include "gui/details/peer_bans.h"
#include "gui/labels/categories.h"
#include "gui/preferences/field_note.h"
#include "gui/preferences/mail_fields.h"
#include "gui/preferences/path_action.h"
#include "gui/preferences/path_problems.h"
#include "gui/preferences/setting_binder.h"
#include "gui/preferences/setting_finder.h"
#include "gui/tracker/host_name_dialog.h"
#include "gui/widgets/style_sheet.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace essaim::gui {

namespace {

/// Ctrl+Tab and back, wherever in the dialog the focus is; Qt itself turns pages only from within them.
void turnByKeys(QTabWidget& pages, QWidget& dialog) {
    for (const auto& [key, step] : {std::pair(Qt::CTRL | Qt::Key_Tab, 1), {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, -1}}) {
        QObject::connect(new QShortcut(key, &dialog), &QShortcut::activated, &pages, [&pages, step = step] {
            int page = pages.currentIndex();
            do
                page = (page + step + pages.count()) % pages.count();
            while (!pages.isTabEnabled(page));
            pages.setCurrentIndex(page);
        });
    }
}

} // namespace

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
    m_mail = new MailFields(*m_ui, settings, this);
    const auto showChange = [this, applyButton] {
        applyButton->setEnabled(m_binder->isChanged() || m_mail->isChanged());
    };
    connect(m_binder, &SettingBinder::edited, this, showChange);
    connect(m_mail, &MailFields::edited, this, showChange);
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
    turnByKeys(*m_ui->pages, *this);
    explain({}, false);
    m_ui->usualCategoryEdit->setCompleter(new QCompleter(keptCategories(settings).keys(), m_ui->usualCategoryEdit));
    connect(m_ui->browseButton, &QPushButton::clicked, this, &PreferencesDialog::browse);
    for (QLineEdit* field : {m_ui->incompletePathEdit, m_ui->torrentCopiesEdit})
        addPathAction(*field, PathKind::Folder);
    addPathAction(*m_ui->countryDatabaseEdit, PathKind::File);
    for (QLineEdit* field : {m_ui->runWhenAddedEdit, m_ui->runWhenCompleteEdit})
        addPathAction(*field, PathKind::Program);
    m_notes = {
        new FieldNote(*m_ui->connectionPageForm, *m_ui->countryDatabaseEdit, countryDatabaseProblem),
        new FieldNote(*m_ui->automaticPageForm, *m_ui->runWhenAddedEdit, programProblem),
        new FieldNote(*m_ui->automaticPageForm, *m_ui->runWhenCompleteEdit, programProblem)};
    for (FieldNote* note : std::as_const(m_notes))
        connect(note, &FieldNote::checked, this, &PreferencesDialog::closeOnceChecked);
    connect(m_binder, &SettingBinder::edited, this, [this] { m_isClosing = false; });
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::accept() {
    const bool isAskedAgain = m_isClosing; // what is put right while it is saved is an edit like any other
    if (!apply())
        return;
    if (isAskedAgain) // asked again: a disk that does not answer keeps nobody here
        return QDialog::accept();
    m_isClosing = true;
    for (FieldNote* note : std::as_const(m_notes))
        note->checkNow();
    closeOnceChecked();
}

/// What a note warns of is saved, since it may be right later; but it is read first.
void PreferencesDialog::closeOnceChecked() {
    if (!m_isClosing || std::ranges::any_of(m_notes, &FieldNote::isPending))
        return;
    m_isClosing = false;
    const auto news = std::ranges::find_if(m_notes, &FieldNote::isNews);
    if (news == m_notes.end())
        return QDialog::accept();
    (*news)->acknowledge();
    for (int page = 0; page < m_ui->pages->count(); ++page) {
        if (m_ui->pages->widget(page)->isAncestorOf(*news))
            m_ui->pages->setCurrentIndex(page);
    }
    (*news)->field().setFocus();
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
    for (const QLineEdit* edit : {m_ui->savePathEdit, m_ui->incompletePathEdit, m_ui->torrentCopiesEdit}) {
        const QString path = edit->text().trimmed();
        if (path.isEmpty() || QDir::isAbsolutePath(path))
            continue;
        complain(tr("“%1” is not a full path to a folder.").arg(path));
        return false;
    }
    if (!checkBans() || !checkHostName() || !checkMail())
        return false;
    m_binder->save();
    return true;
}

/// What is wrong stays in the field and is marked there.
bool PreferencesDialog::checkBans() {
    QPlainTextEdit& field = *m_ui->bannedPeersEdit;
    const auto bans = readBans(field.toPlainText());
    if (bans) {
        field.setPlainText(bans->join(u'\n'));
        return true;
    }
    m_ui->pages->setCurrentWidget(m_ui->connectionPage);
    field.setFocus();
    field.moveCursor(QTextCursor::Start);
    field.find(bans.error().word); // else written with blanks around its '-'
    complain(bans.error().sentence);
    return false;
}

bool PreferencesDialog::checkHostName() {
    QLineEdit& field = *m_ui->hostNameEdit;
    if (field.text() == m_settings.value(settings::kTrackerHostName)) // by an older version; whoever changes something
                                                                      // else is not to be kept from it
        return true;
    const auto [name, problem] = HostNameDialog::read(field.text(), m_ui->trackerPortSpin->value());
    if (problem.isEmpty()) {
        field.setText(name);
        return true;
    }
    m_ui->pages->setCurrentWidget(m_ui->trackerPage);
    field.setFocus();
    complain(problem);
    return false;
}

/// Saves the password, too, if all is well.
bool PreferencesDialog::checkMail() {
    QString sentence = m_mail->problem();
    if (sentence.isEmpty())
        sentence = m_mail->save();
    if (sentence.isEmpty())
        return true;
    m_ui->pages->setCurrentWidget(m_ui->automaticPage);
    complain(sentence);
    return false;
}

void PreferencesDialog::complain(const QString& sentence) {
    auto* box = new QMessageBox(QMessageBox::Warning, windowTitle(), sentence, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace essaim::gui
