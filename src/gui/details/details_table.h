// The tables of the details: the look, columns that are remembered, a menu to choose them.
#pragma once

#include "settings/settings_store.h"

#include <QTreeView>

namespace essaim::gui {

/// A sortable table or tree that remembers its columns in settings::kDetailsColumns under its object name. Ctrl+C
/// copies what copyText() of the selected rows says.
class DetailsTable : public QTreeView {
    Q_OBJECT
public:
    /// `settings` outlive it.
    DetailsTable(const QString& name, const QString& title, settings::SettingsStore& settings, QWidget* parent);

    /// To be called once, instead of setModel(): columns as they were left, or in these widths; 0 = hidden.
    void present(QAbstractItemModel& model, const QList<int>& widths);
    /// Whether the column can hold anything at present; what the user chose about others stays.
    void setOffered(int column, bool isOffered);
    /// Rows that are selected, in the order in which they stand.
    [[nodiscard]] QModelIndexList selectedLines() const;

Q_SIGNALS:
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void saveColumns();
    void resetColumns();
    void showHeaderMenu(const QPoint& position);

    settings::SettingsStore& m_settings;
    QList<int> m_widths;
    bool m_isArranging = false;
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
