// For which friends something is.
#pragma once

#include "tracker/tracker.h"

#include <QDialog>

#include <cstdint>
#include <vector>

class QListWidget;
class QPushButton;

namespace essaim::gui {

/// A list to tick. Accepts only if somebody is ticked. Object names: friendsList, chooseButton.
class ChooseFriendsDialog : public QDialog {
    Q_OBJECT
public:
    /// `friends`: all of them; those who were revoked are not shown. `chosen`: ticked at first.
    ChooseFriendsDialog(
        const std::vector<tracker::FriendStatus>& friends, const std::vector<std::int64_t>& chosen,
        QWidget* parent = nullptr);

    [[nodiscard]] std::vector<std::int64_t> chosen() const;

private:
    QListWidget* m_list;
    QPushButton* m_choose = nullptr;
};

} // namespace essaim::gui
