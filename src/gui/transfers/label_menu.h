// What can be done with a label of the sidebar and the torrents that have it.
#pragma once

#include "gui/services.h"
#include "gui/transfers/label_counts.h"

#include <QPoint>

class QWidget;

namespace essaim::gui {
class TransferActions;
class TransferModel;

/// Returns at once; the menu belongs to the window. All outlive it.
void showLabelMenu(
    LabelKind kind, const QString& label, const QPoint& globalPosition, const TransferModel& model,
    const Services& services, TransferActions& actions, QWidget& window);

} // namespace essaim::gui
