#include "gui/widgets/copy_button.h"

#include "gui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

#include <chrono>

namespace essaim::gui {

namespace {

using namespace std::chrono_literals;
constexpr auto kConfirmationTime = 2s;

} // namespace

CopyButton::CopyButton(QWidget* parent)
    : QPushButton(parent) {
    setAutoDefault(false);
    setLabel(tr("Copy"));
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setTextToCopy(const QString& text) {
    m_textToCopy = text;
    setEnabled(!text.isEmpty());
}

void CopyButton::setLabel(const QString& label) {
    m_label = label;
    setText(label);
    setIcon(themedIcon(QStringLiteral("copy")));
}

void CopyButton::copy() {
    QGuiApplication::clipboard()->setText(m_textToCopy);
    setMinimumWidth(width()); // the shorter word must not move what stands beside it
    setText(tr("Copied"));
    setIcon(themedIcon(QStringLiteral("check"), Tint::Whole));
    const int click = ++m_clicks;
    QTimer::singleShot(kConfirmationTime, this, [this, click] {
        if (click == m_clicks)
            setLabel(m_label);
    });
}

} // namespace essaim::gui
