#include "gui/details/add_lines_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace essaim::gui {

AddLinesDialog::AddLinesDialog(const QString& title, const QString& words, Check check, QWidget* parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_field(new QPlainTextEdit(this))
    , m_message(new QLabel(this)) {
    setWindowTitle(title);
    auto* label = new QLabel(words, this);
    label->setWordWrap(true);
    label->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("linesEdit"));
    m_field->setAccessibleName(title);
    m_field->setTabChangesFocus(true); // else the keyboard never gets to the buttons
    m_field->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_message->setObjectName(QStringLiteral("linesMessage"));
    m_message->setProperty("problem", true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("buttonBox"));
    buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QPlainTextEdit::textChanged, m_message, &QWidget::hide);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(label);
    column->addWidget(m_field, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    resize(520, 300);
}

QStringList AddLinesDialog::lines() const {
    QStringList lines;
    for (const QString& line : m_field->toPlainText().split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            lines.append(trimmed);
    }
    return lines;
}

void AddLinesDialog::accept() {
    for (const QString& line : lines()) {
        const QString problem = m_check(line);
        if (problem.isEmpty())
            continue;
        m_message->setText(problem);
        m_message->show();
        return m_field->setFocus();
    }
    QDialog::accept();
}

} // namespace essaim::gui
