// The window that shows what happened since the start.
#pragma once

#include "gui/info/event_log.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QComboBox;
class QLineEdit;
class QTreeView;

namespace essaim::gui {

/// Follows the log while its last line is in view; deletes itself when closed. GUI thread.
class LogDialog : public QDialog {
    Q_OBJECT
public:
    /// `log` outlives it.
    LogDialog(EventLog& log, QWidget* parent);
    ~LogDialog() override;

    /// What is shown, one event a line.
    [[nodiscard]] QString shownText() const;

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    class Filter : public QSortFilterProxyModel {
    public:
        QString words;
        int level = 0; ///< the least
        void refresh() { invalidateFilter(); }

    protected:
        [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    };

    QWidget* makeBar();
    void copy();
    void save();
    void write(const QString& path);

    EventLog& m_log;
    Filter m_filter;
    QTreeView* m_view;
    QLineEdit* m_search;
    QComboBox* m_level;
    bool m_isAtEnd = true;
};

} // namespace essaim::gui
