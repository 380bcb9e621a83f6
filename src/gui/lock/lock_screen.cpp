#include "gui/lock/lock_screen.h"

#include "gui/widgets/style_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace essaim::gui {

LockScreen::LockScreen(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_button(new QPushButton(tr("&Unlock"), this))
    , m_problem(new QLabel(this)) {
    constexpr int kWidth = 320;
    setObjectName(QStringLiteral("lockScreen"));
    setAutoFillBackground(true);
    auto* title = new QLabel(tr("Essaim is locked"), this);
    title->setProperty("heading", true);
    auto* note = new QLabel(tr("Torrents go on meanwhile."), this);
    note->setProperty("muted", true);
    m_edit->setObjectName(QStringLiteral("unlockEdit"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setPlaceholderText(tr("Password"));
    m_edit->setAccessibleName(tr("Password"));
    m_edit->setFixedWidth(kWidth);
    m_button->setObjectName(QStringLiteral("unlockButton"));
    setSheetProperty(*m_button, "accent", true);
    m_problem->setObjectName(QStringLiteral("unlockProblem"));
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->setFixedSize(kWidth, 4 * m_problem->fontMetrics().lineSpacing()); // words come and nothing moves
    m_problem->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(2);
    for (QWidget* widget : {static_cast<QWidget*>(title), static_cast<QWidget*>(note), static_cast<QWidget*>(m_edit)})
        column->addWidget(widget, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addWidget(m_problem, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_edit, &QLineEdit::returnPressed, this, &LockScreen::tell);
    connect(m_button, &QPushButton::clicked, this, &LockScreen::tell);
}

void LockScreen::begin() {
    m_edit->clear();
    m_problem->clear();
    m_edit->setFocus();
}

void LockScreen::tell() {
    if (m_edit->text().isEmpty() || !m_button->isEnabled())
        return;
    m_button->setEnabled(false); // one guess at a time
    m_problem->clear();
    Q_EMIT entered(m_edit->text());
}

void LockScreen::refuse() {
    m_button->setEnabled(true);
    m_edit->selectAll();
    m_edit->setFocus();
    m_problem->setText(tr("That is not the password. Look at Caps Lock and the keyboard layout, then try again."));
}

} // namespace essaim::gui
