// The tables of the details: the look, columns that are remembered, a menu to choose them.
#pragma once

#include "gui/transfers/column_layout.h"
#include "gui/widgets/long_tree_view.h"
#include "settings/settings_store.h"

namespace essaim::gui {

/// A sortable table or tree that remembers its columns in settings::kDetailsColumns under its object name. Ctrl+C
/// copies what copyText() of the selected rows says. A key of one of its actions() is for that action alone while the
/// table has the focus, whatever else in the window has the same.
class DetailsTable : public LongTreeView {
    Q_OBJECT
public:
    /// `settings` outlive it.
    DetailsTable(const QString& name, const QString& title, settings::SettingsStore& settings, QWidget* parent);

    /// A column by the name under which it is remembered, whatever the next version puts before it, and its width at
    /// first; 0 = hidden.
    struct Column {
        const char* id;
        int width;
    };

    /// To be called once, instead of setModel(): columns as they were left, or as they are at first; then the last one
    /// takes the room that there is, at most its width, so that it need not be scrolled to. Sorted by a column
    /// before it is called, it is so at first.
    void present(QAbstractItemModel& model, const QList<Column>& columns);
    /// Whether the column can hold anything at present; what the user chose about others stays.
    void setOffered(int column, bool isOffered);
    /// Rows that are selected, in the order in which they stand.
    [[nodiscard]] QModelIndexList selectedLines() const;

Q_SIGNALS:
    void copyRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QAction* actionOf(const QKeyEvent& key) const;
    void saveColumns();
    void restoreColumns(const ColumnLayout& layout);
    [[nodiscard]] ColumnLayout initialLayout() const;
    [[nodiscard]] int columnOf(const QString& id) const;
    void fitColumns();
    void fitLastColumn();
    void showHeaderMenu(const QPoint& position);

    settings::SettingsStore& m_settings;
    QList<Column> m_columns;
    int m_firstSort = -1;
    bool m_isFirstDescending = false;
    bool m_isArranging = false;
    bool m_isAsAtFirst = true; ///< nobody has changed the columns
};

/// What sorts the rows of a table of the details: Qt::UserRole. Words by the rules of the language.
inline constexpr int kSortRole = Qt::UserRole;
/// 0 to 1: the cell holds a bar.
inline constexpr int kBarRole = Qt::UserRole + 1;
/// A Tint: the cell begins with a dot of that colour.
inline constexpr int kDotRole = Qt::UserRole + 2;
/// A few letters in a box of their own before the words.
inline constexpr int kBadgeRole = Qt::UserRole + 3;

} // namespace essaim::gui
