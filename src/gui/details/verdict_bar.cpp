#include "gui/details/verdict_bar.h"

#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <chrono>

namespace essaim::gui {

namespace {
constexpr std::chrono::milliseconds kDelay{4000};
} // namespace

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
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, [this] { present(*m_verdict); });
    hide();
}

void VerdictBar::startAnew() {
    m_hasMoved = false;
    m_verdict.reset();
    m_delay.stop();
    hide();
}

void VerdictBar::showVerdict(const std::optional<Verdict>& verdict, bool isLookedAt) {
    if (!verdict) {
        m_hasMoved = m_hasMoved || isLookedAt;
        m_verdict.reset();
        m_delay.stop();
        return hide();
    }
    if (verdict == m_verdict)
        return;
    const bool isNew = !m_verdict;
    m_verdict = verdict;
    if (isNew && m_hasMoved)
        m_delay.start();
    else if (!m_delay.isActive())
        present(*verdict);
}

void VerdictBar::present(const Verdict& verdict) {
    m_sentence->setText(verdict.sentence);
    m_button->setText(remedyWords(verdict.remedy));
    m_button->setVisible(verdict.remedy != Remedy::None);
    setVisible(true);
}

} // namespace essaim::gui
