#include "gui/preferences/field_note.h"

#include "engine/background.h"

#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>

#include <chrono>
#include <utility>

namespace essaim::gui {

namespace {

using namespace std::chrono_literals;
constexpr auto kRest = 400ms; ///< half a path is no mistake

} // namespace

FieldNote::FieldNote(QFormLayout& form, QLineEdit& field, Check check)
    : WrappedLabel(field.parentWidget())
    , m_field(field)
    , m_check(std::move(check))
    , m_known(field.text()) {
    setObjectName(field.objectName() + QStringLiteral("Note"));
    setProperty("warning", true);
    hide();
    int row = 0;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    form.getWidgetPosition(&field, &row, &role);
    Q_ASSERT(row >= 0);
    form.insertRow(row + 1, new QWidget(field.parentWidget()), this);
    form.itemAt(row + 1, QFormLayout::LabelRole)->widget()->hide();
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &FieldNote::look);
    connect(&field, &QLineEdit::textChanged, this, [this] { m_rest.start(kRest); });
    connect(&field, &QLineEdit::editingFinished, this, &FieldNote::checkNow);
    field.installEventFilter(this);
    look();
}

bool FieldNote::isChecked() const {
    return m_hasLooked && m_checked == m_field.text();
}

bool FieldNote::isPending() const {
    return !isChecked() && m_field.text() != m_known;
}

bool FieldNote::isNews() const {
    return isChecked() && !text().isEmpty() && m_checked != m_known;
}

void FieldNote::acknowledge() {
    m_known = m_checked;
}

void FieldNote::checkNow() {
    m_rest.stop();
    if (!isChecked())
        look();
}

void FieldNote::look() {
    if (m_isLooking)
        return; // what has been typed since then follows
    m_isLooking = true;
    const auto work = [check = m_check, text = m_field.text()] { return std::pair(text, check(text)); };
    engine::runInBackground(this, work, [this](const std::pair<QString, QString>& answer) {
        m_isLooking = false;
        if (answer.first != m_field.text())
            return m_rest.isActive() ? void() : look();
        m_hasLooked = true;
        m_checked = answer.first;
        tell(answer.second);
    });
}

void FieldNote::tell(const QString& sentence) {
    setText(sentence);
    m_field.setAccessibleDescription(sentence);
    follow();
    Q_EMIT checked();
}

void FieldNote::follow() {
    setVisible(!text().isEmpty() && !m_field.isHidden());
}

/// A search hides fields.
bool FieldNote::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        follow();
    return WrappedLabel::eventFilter(watched, event);
}

} // namespace essaim::gui
