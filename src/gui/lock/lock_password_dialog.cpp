#include "gui/lock/lock_password_dialog.h"

#include "engine/background.h"
#include "gui/widgets/style_sheet.h"
#include "hashing/password_hash.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <optional>

namespace essaim::gui {

namespace {

/// What became of a change: nothing, if the present password was another.
struct Change {
    bool isKnown = false;
    std::optional<std::string> hash;
};

} // namespace

LockPasswordDialog::LockPasswordDialog(settings::SettingsStore& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_before(settings.value(settings::kLockPassword)) {
    setObjectName(QStringLiteral("lockPasswordDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Password of the lock"));
    setMinimumWidth(420);
    auto* column = new QVBoxLayout(this);
    auto* note = new QLabel(
        tr("It keeps others at this computer from the window. It hides nothing from who may read your files."), this);
    note->setWordWrap(true);
    note->setProperty("muted", true);
    column->addWidget(note);
    const bool hasOne = hashing::isPasswordHash(m_before.toStdString());
    if (hasOne)
        m_present = addField("presentPasswordEdit", tr("&Present password"));
    m_new = addField("newPasswordEdit", tr("&New password"));
    m_again = addField("repeatPasswordEdit", tr("Once &more"));
    if (hasOne)
        m_new->setPlaceholderText(tr("Nothing: no lock any more"));
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("passwordProblem"));
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Ok);
    m_save->setObjectName(QStringLiteral("saveButton"));
    m_save->setText(tr("Save"));
    setSheetProperty(*m_save, "accent", true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &LockPasswordDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QLineEdit* LockPasswordDialog::addField(const char* name, const QString& title) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setEchoMode(QLineEdit::Password);
    auto* label = new QLabel(title, this);
    label->setBuddy(edit);
    layout()->addWidget(label);
    layout()->addWidget(edit);
    return edit;
}

void LockPasswordDialog::refuse(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->show();
    m_save->setEnabled(true);
}

void LockPasswordDialog::accept() {
    if (!m_save->isEnabled())
        return;
    if (m_new->text() != m_again->text())
        return refuse(tr("The two new passwords differ."));
    if (m_new->text().isEmpty() && m_present == nullptr)
        return refuse(tr("Type a password."));
    m_save->setEnabled(false);
    const auto work = [present = m_present ? std::optional(m_present->text().toStdString()) : std::nullopt,
                       chosen = m_new->text().toStdString(), before = m_before.toStdString()] {
        Change change;
        change.isKnown = !present || hashing::isPasswordOf(*present, before);
        if (change.isKnown)
            change.hash = chosen.empty() ? std::string() : hashing::hashPassword(chosen);
        return change;
    };
    engine::runInBackground(this, work, [this](const Change& change) {
        if (!change.isKnown)
            return refuse(tr("That is not the present password."));
        if (!change.hash)
            return refuse(tr("There is not enough memory to save a password: close other programs and try again."));
        m_settings.set(settings::kLockPassword, QString::fromStdString(*change.hash));
        QDialog::accept();
    });
}

} // namespace essaim::gui
