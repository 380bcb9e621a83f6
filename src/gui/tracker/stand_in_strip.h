// Whose tracker stands in for this one, and for whom this one does.
#pragma once

#include "gui/services.h"

#include <QWidget>

#include <memory>

namespace essaim::gui {

/// A line for each friend who offered it, with a button to accept or end it, and one for each host that this tracker
/// stands in for. Nothing to see where there is none. Object names of the buttons: standInButton0, standInButton1, …;
/// of the box that asks: standInAskBox, with yesButton.
class StandInStrip : public QWidget {
    Q_OBJECT
public:
    StandInStrip(const Services& services, QWidget* parent);
    ~StandInStrip() override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
