#include "gui/widgets/message_banner.h"

#include "gui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace essaim::gui {

namespace {
constexpr qsizetype kMaxMessages = 4;
}

MessageBanner::MessageBanner(QWidget* parent)
    : QFrame(parent)
    , m_label(new QLabel(this)) {
    setObjectName(QStringLiteral("messageBanner"));
    setProperty("banner", true);
    auto* icon = new QLabel(this);
    icon->setPixmap(themedIcon(QStringLiteral("alert"), Tint::Attention).pixmap(16, 16));
    m_label->setObjectName(QStringLiteral("messageLabel"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeMessageButton"));
    close->setIcon(themedIcon(QStringLiteral("close"), Tint::Muted));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss the message"));
    connect(close, &QToolButton::clicked, this, [this] {
        m_messages.clear();
        hide();
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(10);
    row->addWidget(icon);
    row->addWidget(m_label, 1);
    row->addWidget(close);
    hide();
}

void MessageBanner::showMessage(const QString& sentence) {
    if (m_messages.contains(sentence))
        return;
    m_messages.append(sentence);
    while (m_messages.size() > kMaxMessages)
        m_messages.removeFirst();
    m_label->setText(m_messages.join(QLatin1Char('\n')));
    show();
}

QString MessageBanner::text() const {
    return isHidden() ? QString() : m_label->text();
}

} // namespace essaim::gui
