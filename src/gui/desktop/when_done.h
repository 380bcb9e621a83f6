// What happens when all downloads are done: chosen for this run only, announced a minute before, called off by one
// click.
#pragma once

#include "desktop/desktop_bus.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QMenu;
class QMessageBox;

namespace essaim::gui {
class Activity;

/// GUI thread; owned by Desktop. Not remembered: a computer that switches itself off because of a choice made last
/// week would be a trap.
class WhenDone : public QObject {
    Q_OBJECT
public:
    enum class Deed { Nothing, Quit, Sleep, Hibernate, PowerOff, Restart };

    /// All outlive it. `activity` says when all is done.
    WhenDone(const Activity& activity, const desktop::DesktopBus& bus, QWidget& window);

    /// Radio entries for the deeds.
    [[nodiscard]] QMenu* makeMenu(const QString& title, QWidget* parent);
    void choose(Deed deed);
    [[nodiscard]] Deed chosen() const { return m_deed; }

Q_SIGNALS:
    void chosenChanged();
    void quitRequested();
    /// The system would not do it.
    void failed(const QString& sentence);

private:
    void announce();
    void onActivity();
    void count();
    void carryOut();

    const Activity& m_activity;
    desktop::DesktopBus m_bus;
    QWidget& m_window;
    Deed m_deed = Deed::Nothing;
    QPointer<QMessageBox> m_box;
    QTimer m_timer;
    int m_seconds = 0;            ///< left
    bool m_isInterrupted = false; ///< something came up while it counted
};

} // namespace essaim::gui
