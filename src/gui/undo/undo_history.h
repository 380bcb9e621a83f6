// What the user did last and can take back with one key.
#pragma once

#include <QAction>
#include <QObject>

#include <deque>
#include <functional>

class QWidget;

namespace essaim::gui {

/// GUI thread; child of the window. Remembers a few deeds of this run of the program, the last one first.
class UndoHistory : public QObject {
    Q_OBJECT
public:
    explicit UndoHistory(QWidget& window);

    /// Disabled while there is nothing to take back; its text says what would be.
    QAction* action;

    /// `what`, such as "move of 3 torrents"; `undo` runs at most once.
    void add(const QString& what, std::function<void()> undo);
    /// As add(), for what happens at once: a note offers for a few seconds to take it back.
    void addWithNote(const QString& what, std::function<void()> undo);
    void undoLast();
    /// What undoLast() would take back; empty if nothing.
    [[nodiscard]] QString text() const { return m_deeds.empty() ? QString() : m_deeds.back().what; }

Q_SIGNALS:
    /// text() is another.
    void changed();
    void noteWanted(const QString& what);

private:
    struct Deed {
        QString what;
        std::function<void()> undo;
    };
    void update();

    std::deque<Deed> m_deeds;
};

} // namespace essaim::gui
