// What protects the tracker: blocked torrents, limits, banned addresses, and what was refused.
#pragma once

#include "gui/services.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {

/// Changes take effect at once. Object names: blockedView, allowAction, shareAgainAction, importBlocksButton,
/// exportBlocksButton, bannedEdit, refusedLabel.
class ShieldPanel : public QFrame {
    Q_OBJECT
public:
    explicit ShieldPanel(const Services& services, QWidget* parent = nullptr);
    ~ShieldPanel() override;

    /// Only blocked torrents with this in one of their cells, or in their info-hash, are left, whatever the case.
    void setSearch(const QString& text);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
