// Figures of this run, of all runs, and of the list.
#pragma once

#include "gui/services.h"

#include <QDialog>
#include <QList>

class QGridLayout;
class QLabel;

namespace essaim::engine {
struct SessionSnapshot;
}

namespace essaim::gui {
class RunningTotals;
class TransferModel;

/// Stays open and up to date; deletes itself when closed. GUI thread.
class StatisticsDialog : public QDialog {
    Q_OBJECT
public:
    /// All outlive it.
    StatisticsDialog(
        const Services& services, const RunningTotals& totals, const TransferModel& model, QWidget* parent);

private:
    QLabel* addValue(QGridLayout& grid, int row, int column, const QString& name, const QString& spoken);
    void addRow(QGridLayout& grid, const QString& title, const QString& name, int columns);
    void showTotals();
    void showList();
    void showSession(const engine::SessionSnapshot& session);
    [[nodiscard]] QString asText() const;

    const RunningTotals& m_totals;
    const TransferModel& m_model;
    struct Row {
        QString title;
        QList<QLabel*> values; ///< this run, all runs; or one
    };
    QList<Row> m_rows;
};

} // namespace essaim::gui
