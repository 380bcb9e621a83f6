// What is at the left: torrents by what they do, by category, tag, tracker and drive, with their numbers.
#pragma once

#include "gui/transfers/transfer_model.h"

#include <QWidget>

class QListWidget;
class QToolButton;

namespace essaim::settings {
class SettingsStore;
}

namespace essaim::gui {
class LabelSection;

/// Follows the counts of the model by itself.
class StatusSidebar : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the sidebar. Whether it shows the views across the groups too is remembered in `settings`.
    StatusSidebar(TransferModel& model, settings::SettingsStore& settings, QWidget* parent = nullptr);

    [[nodiscard]] StatusFilter current() const;
    void setCurrent(StatusFilter filter);
    /// What is chosen below the status.
    [[nodiscard]] LabelFilter labels() const;
    /// As a click on "All" does it.
    void clearLabels();

Q_SIGNALS:
    void filterChanged(essaim::gui::StatusFilter filter);
    void labelsChanged(const essaim::gui::LabelFilter& labels);
    void statusMenuRequested(essaim::gui::StatusFilter filter, const QPoint& globalPosition);
    void labelMenuRequested(essaim::gui::LabelKind kind, const QString& label, const QPoint& globalPosition);

private:
    void showCounts();
    void showAll(bool isShown);

    TransferModel& m_model;
    settings::SettingsStore& m_settings;
    QToolButton* m_more;
    QListWidget* m_list;
    QList<LabelSection*> m_sections;
};

} // namespace essaim::gui
