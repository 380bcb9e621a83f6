// What protects the tracker: blocked torrents, limits, banned addresses, and what was refused.
#pragma once

#include "gui/services.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {

/// Changes take effect at once. Object names: blockedView, allowAction, importBlocksButton, exportBlocksButton,
/// bannedEdit, refusedLabel.
class ShieldPanel : public QFrame {
    Q_OBJECT
public:
    explicit ShieldPanel(const Services& services, QWidget* parent = nullptr);
    ~ShieldPanel() override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
