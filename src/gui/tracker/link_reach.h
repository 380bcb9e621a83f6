// Who can open a link to this computer's tracker at this moment.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace essaim::hosting {
class TrackerHost;
}

namespace essaim::gui {

/// GUI thread.
class LinkReach {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::LinkReach)
public:
    /// For whoever is about to send a link. Empty if friends elsewhere can open it, as far as is known. Changes with
    /// TrackerHost::stateChanged().
    [[nodiscard]] static QString warning(const hosting::TrackerHost& host);
};

} // namespace essaim::gui
