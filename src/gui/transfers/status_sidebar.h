// The list at the left: groups of torrents by what they do, with their numbers.
#pragma once

#include "gui/transfers/transfer_model.h"

#include <QWidget>

class QListWidget;

namespace essaim::gui {

/// Follows the counts of the model by itself.
class StatusSidebar : public QWidget {
    Q_OBJECT
public:
    /// `model` outlives the sidebar.
    explicit StatusSidebar(TransferModel& model, QWidget* parent = nullptr);

    [[nodiscard]] StatusFilter current() const;
    void setCurrent(StatusFilter filter);

Q_SIGNALS:
    void filterChanged(essaim::gui::StatusFilter filter);

private:
    void showCounts();

    TransferModel& m_model;
    QListWidget* m_list;
};

} // namespace essaim::gui
