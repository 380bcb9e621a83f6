#include "gui/undo/undo_toast.h"

#include "gui/undo/undo_history.h"
#include "gui/widgets/style_sheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <chrono>

namespace essaim::gui {

namespace {
constexpr std::chrono::seconds kShown{10};
constexpr int kFromTheFoot = 24; ///< pixels
} // namespace

UndoToast::UndoToast(UndoHistory& history, QWidget* parent)
    : QFrame(parent)
    , m_label(new QLabel(this)) {
    setObjectName(QStringLiteral("undoToast"));
    setSheetProperty(*this, "card", true);
    setAutoFillBackground(true);
    m_label->setObjectName(QStringLiteral("undoToastLabel"));
    m_label->setTextFormat(Qt::PlainText);
    auto* button = new QPushButton(tr("Undo"), this);
    button->setObjectName(QStringLiteral("undoToastButton"));
    button->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(16);
    row->addWidget(m_label);
    row->addWidget(button);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShown);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(button, &QPushButton::clicked, this, [this, &history] {
        hide();
        history.undoLast();
    });
    connect(&history, &UndoHistory::noteWanted, this, [this](const QString& text) {
        m_label->setText(text);
        show();
        place();
        raise();
        m_timer.start();
    });
    connect(&history, &UndoHistory::changed, this, [this, &history] {
        if (history.text() != m_label->text())
            hide();
    });
    parent->installEventFilter(this);
    hide();
}

void UndoToast::place() {
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - kFromTheFoot);
}

bool UndoToast::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void UndoToast::enterEvent(QEnterEvent* event) {
    m_timer.stop();
    QFrame::enterEvent(event);
}

void UndoToast::leaveEvent(QEvent* event) {
    m_timer.start();
    QFrame::leaveEvent(event);
}

} // namespace essaim::gui
