// The log of the tracker: what happened, to be searched and exported.
#pragma once

#include "gui/services.h"

#include <QFrame>

#include <memory>

namespace essaim::gui {

/// Object names: activityView, exportActivityButton.
class ActivityPanel : public QFrame {
    Q_OBJECT
public:
    explicit ActivityPanel(const Services& services, QWidget* parent = nullptr);
    ~ActivityPanel() override;

    /// Only entries with this in one of their cells are left, whatever the case.
    void setSearch(const QString& text);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::gui
