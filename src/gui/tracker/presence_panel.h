// Who has what: the friends on the hosted torrents, and what the host should know.
#pragma once

#include "gui/services.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {

/// Object names: presenceView, adviceLabel.
class PresencePanel : public QFrame {
    Q_OBJECT
public:
    explicit PresencePanel(const Services& services, QWidget* parent = nullptr);
    ~PresencePanel() override;

    /// Only rows with this in one of their cells are left, whatever the case.
    void setSearch(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
