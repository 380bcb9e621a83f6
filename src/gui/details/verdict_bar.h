// The line in the details that says why the torrent does not move.
#pragma once

#include "gui/details/verdict.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace essaim::gui {

/// Hidden while there is nothing to say. Object names: verdictLabel, verdictButton.
class VerdictBar : public QFrame {
    Q_OBJECT
public:
    explicit VerdictBar(QWidget* parent = nullptr);

    void showVerdict(const std::optional<Verdict>& verdict);

Q_SIGNALS:
    void remedyWanted(essaim::gui::Remedy remedy);

private:
    QLabel* m_sentence;
    QPushButton* m_button;
    std::optional<Verdict> m_verdict;
};

} // namespace essaim::gui
