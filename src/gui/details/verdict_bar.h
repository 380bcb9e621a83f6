// The line in the details that says why the torrent does not move.
#pragma once

#include "gui/details/verdict.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace essaim::gui {

/// Hidden while there is nothing to say. Object names: verdictLabel, verdictButton.
class VerdictBar : public QFrame {
    Q_OBJECT
public:
    explicit VerdictBar(QWidget* parent = nullptr);

    /// Another torrent was selected: what is wrong with it is said at once.
    void startAnew();
    /// `isLookedAt`: the facts were known. What comes up later in a torrent that moved waits a moment, and is not shown
    /// if it passes: while peers shake hands after a start, nothing is wrong.
    void showVerdict(const std::optional<Verdict>& verdict, bool isLookedAt);

Q_SIGNALS:
    void remedyWanted(essaim::gui::Remedy remedy);

private:
    void present(const Verdict& verdict);

    QLabel* m_sentence;
    QPushButton* m_button;
    std::optional<Verdict> m_verdict; ///< shown, or to be shown when m_delay is over
    QTimer m_delay;
    bool m_hasMoved = false;
};

} // namespace essaim::gui
