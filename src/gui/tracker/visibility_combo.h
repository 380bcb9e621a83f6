// With whom a torrent will be shared, chosen where it is made.
#pragma once

#include "tracker/tracker.h"

#include <QComboBox>

#include <cstdint>
#include <vector>

namespace essaim::hosting {
class TrackerHost;
}

namespace essaim::gui {

/// Everyone, all friends, or chosen ones, for whom a dialog asks. setHost() comes first.
class VisibilityCombo : public QComboBox {
    Q_OBJECT
public:
    explicit VisibilityCombo(QWidget* parent = nullptr);

    void setHost(hosting::TrackerHost& host);
    void setVisibility(tracker::Visibility visibility, const std::vector<std::int64_t>& chosen);
    [[nodiscard]] tracker::Visibility visibility() const;
    [[nodiscard]] const std::vector<std::int64_t>& chosen() const { return m_chosen; }

    /// As if the user had chosen that row.
    void choose(tracker::Visibility visibility);

    /// "Everyone", "All friends", or the names of those who were chosen.
    [[nodiscard]] static QString
    describe(const tracker::HostedTorrent& torrent, const std::vector<tracker::FriendStatus>& friends);

Q_SIGNALS:
    void visibilityChanged();
    void choiceLeft(); ///< the dialog, without an answer

private:
    void ask();
    void showChosen();

    hosting::TrackerHost* m_host = nullptr;
    std::vector<std::int64_t> m_chosen;
    int m_before = 0; ///< row to go back to when the dialog is left without a choice
};

} // namespace essaim::gui
