// With whom something will be shared, as three plain choices.
#pragma once

#include <QWidget>

class QLabel;
class QRadioButton;

namespace essaim::hosting {
class TrackerHost;
}

namespace essaim::gui {
class VisibilityCombo;

/// Another view of a VisibilityCombo, for those who see this for the first time. Object names: shareEveryoneRadio,
/// shareFriendsRadio, shareChosenRadio, shareHint.
class ShareChoice : public QWidget {
    Q_OBJECT
public:
    explicit ShareChoice(QWidget* parent = nullptr);

    /// Both outlive this.
    void setUp(VisibilityCombo& combo, hosting::TrackerHost& host);

private:
    void showChoice();

    VisibilityCombo* m_combo = nullptr;
    hosting::TrackerHost* m_host = nullptr;
    QRadioButton* m_radios[3] = {}; ///< in the order of tracker::Visibility
    QLabel* m_hint;
};

} // namespace essaim::gui
