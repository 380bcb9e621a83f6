// Asks before the program ends while torrents are at work.
#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {
class Activity;

/// GUI thread; child of the window. Follows settings::kAskBeforeQuitting. Nobody is asked while the desktop ends the
/// program or the session of the user: the end would wait for an answer that nobody gives.
class QuitQuestion : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    QuitQuestion(const Activity& activity, settings::SettingsStore& settings, QWidget& window);

    /// Whether the program may end now. If not, the user is being asked; agreed() follows if he wants it.
    [[nodiscard]] bool mayQuit();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void agreed();

private:
    void ask();
    [[nodiscard]] QString words() const;

    const Activity& m_activity;
    settings::SettingsStore& m_settings;
    QWidget& m_window;
    QPointer<QMessageBox> m_box;
    bool m_isToldToQuit = false; ///< by the desktop, at this moment
};

} // namespace essaim::gui
