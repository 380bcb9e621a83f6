#include "gui/details/verdict_bar.h"

#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace essaim::gui {

VerdictBar::VerdictBar(QWidget* parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this)) {
    setProperty("banner", true);
    auto* icon = new QLabel(this);
    icon->setPixmap(themedIcon(QStringLiteral("info"), Tint::Attention).pixmap(16, 16));
    m_sentence->setObjectName(QStringLiteral("verdictLabel"));
    m_sentence->setAccessibleName(tr("Why it is not moving"));
    m_sentence->setTextFormat(Qt::PlainText); // trackers write what they like
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("verdictButton"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 5, 12, 5);
    row->setSpacing(10);
    row->addWidget(icon);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT remedyWanted(m_verdict->remedy); });
    hide();
}

void VerdictBar::showVerdict(const std::optional<Verdict>& verdict) {
    if (verdict == m_verdict)
        return;
    m_verdict = verdict;
    setVisible(verdict.has_value());
    if (!verdict)
        return;
    m_sentence->setText(verdict->sentence);
    m_button->setText(remedyWords(verdict->remedy));
    m_button->setVisible(verdict->remedy != Remedy::None);
}

} // namespace essaim::gui
