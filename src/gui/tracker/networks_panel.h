// The named networks of the host, on the Tracker page.
#pragma once

#include "gui/services.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {

/// Changes take effect at once. Object names: networksView, addNetworkButton, elsewhereBox, tryEdit, tryAnswer.
class NetworksPanel : public QFrame {
    Q_OBJECT
public:
    explicit NetworksPanel(const Services& services, QWidget* parent = nullptr);
    ~NetworksPanel() override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
