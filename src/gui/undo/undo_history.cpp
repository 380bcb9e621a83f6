#include "gui/undo/undo_history.h"

#include <QWidget>

namespace essaim::gui {

namespace {
constexpr std::size_t kMostDeeds = 20;
}

UndoHistory::UndoHistory(QWidget& window)
    : QObject(&window)
    , action(new QAction(&window)) {
    action->setObjectName(QStringLiteral("undoAction"));
    action->setShortcut(QKeySequence::Undo);
    window.addAction(action);
    connect(action, &QAction::triggered, this, &UndoHistory::undoLast);
    update();
}

void UndoHistory::add(const QString& what, std::function<void()> undo) {
    m_deeds.push_back({what, std::move(undo)});
    if (m_deeds.size() > kMostDeeds)
        m_deeds.pop_front();
    update();
}

void UndoHistory::addWithNote(const QString& what, std::function<void()> undo) {
    add(what, std::move(undo));
    Q_EMIT noteWanted(what);
}

void UndoHistory::undoLast() {
    if (m_deeds.empty())
        return;
    const Deed last = std::move(m_deeds.back());
    m_deeds.pop_back();
    update();
    last.undo();
}

void UndoHistory::update() {
    action->setEnabled(!m_deeds.empty());
    action->setText(m_deeds.empty() ? tr("&Undo") : tr("&Undo: %1").arg(m_deeds.back().what));
    Q_EMIT changed();
}

} // namespace essaim::gui
