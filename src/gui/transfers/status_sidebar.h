// What is at the left: torrents by what they do, by category, tag, tracker and drive, with their numbers.
#pragma once

#include "gui/transfers/transfer_model.h"

#include <QWidget>

class QListWidget;

namespace essaim::gui {
class LabelSection;

/// Follows the counts of the model by itself.
class StatusSidebar : public QWidget {
    Q_OBJECT
public:
    /// `model` outlives the sidebar.
    explicit StatusSidebar(TransferModel& model, QWidget* parent = nullptr);

    [[nodiscard]] StatusFilter current() const;
    void setCurrent(StatusFilter filter);
    /// What is chosen below the status.
    [[nodiscard]] LabelFilter labels() const;

Q_SIGNALS:
    void filterChanged(essaim::gui::StatusFilter filter);
    void labelsChanged(const essaim::gui::LabelFilter& labels);
    void labelMenuRequested(essaim::gui::LabelKind kind, const QString& label, const QPoint& globalPosition);

private:
    void showCounts();

    TransferModel& m_model;
    QListWidget* m_list;
    QList<LabelSection*> m_sections;
};

} // namespace essaim::gui
