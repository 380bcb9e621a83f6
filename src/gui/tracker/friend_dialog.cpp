#include "gui/tracker/friend_dialog.h"

#include "tracker/ui_friend_dialog.h"

#include <QPushButton>

namespace essaim::gui {

namespace {

constexpr int kLongestName = 100; ///< bytes
constexpr int kLongestNote = 1000;

/// Without signs that turn the direction of writing or cannot be seen: two names that look alike would not be.
QString cleanName(const QString& typed) {
    QString name;
    for (const QChar c : typed) {
        const bool turnsOrHides = (c.unicode() >= 0x202a && c.unicode() <= 0x202e) ||
                                  (c.unicode() >= 0x2066 && c.unicode() <= 0x2069) || c.unicode() == 0x200b ||
                                  c.unicode() == 0x200e || c.unicode() == 0x200f || c.unicode() == 0xfeff;
        if (!turnsOrHides && (c.isPrint() || c.isSpace() || c.isSurrogate() || c.category() == QChar::Other_Format))
            name += c;
    }
    return name.simplified();
}

} // namespace

FriendDialog::FriendDialog(const tracker::FriendTerms& terms, const QStringList& taken, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FriendDialog>())
    , m_before(terms)
    , m_taken(taken) {
    m_ui->setupUi(this);
    const bool isNew = terms.name.empty();
    setWindowTitle(isNew ? tr("Add friend") : tr("Edit friend"));
    m_ui->nameEdit->setText(QString::fromStdString(terms.name));
    m_ui->noteEdit->setText(QString::fromStdString(terms.note));
    m_ui->seedOnlyBox->setChecked(terms.seedOnly);
    m_ui->clientsSpin->setValue(int(terms.maxClients));
    m_ui->torrentsSpin->setValue(int(terms.maxTorrents));
    QPushButton* save = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    save->setObjectName(QStringLiteral("saveButton"));
    save->setText(isNew ? tr("Add and invite") : tr("Save"));
    save->setProperty("accent", true);
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &FriendDialog::check);
    connect(m_ui->noteEdit, &QLineEdit::textChanged, this, &FriendDialog::check);
    check();
    m_ui->nameEdit->setFocus();
}

FriendDialog::~FriendDialog() = default;

tracker::FriendTerms FriendDialog::terms() const {
    tracker::FriendTerms result = m_before;
    result.name = cleanName(m_ui->nameEdit->text()).toStdString();
    result.note = m_ui->noteEdit->text().simplified().toStdString();
    result.seedOnly = m_ui->seedOnlyBox->isChecked();
    result.maxClients = std::uint32_t(m_ui->clientsSpin->value());
    result.maxTorrents = std::uint32_t(m_ui->torrentsSpin->value());
    return result;
}

void FriendDialog::check() {
    const QString name = cleanName(m_ui->nameEdit->text());
    QString problem;
    if (m_taken.contains(name, Qt::CaseInsensitive))
        problem = tr("There is a friend of this name already. A revoked one can be given a new key.");
    else if (name.toUtf8().size() > kLongestName)
        problem = tr("The name is too long.");
    else if (m_ui->noteEdit->text().toUtf8().size() > kLongestNote)
        problem = tr("The note is too long.");
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setHidden(problem.isEmpty());
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(!name.isEmpty() && problem.isEmpty());
}

} // namespace essaim::gui
