// The arrangement of columns as it is kept in the settings.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace essaim::gui {

/// Columns by id, so that an arrangement survives new, removed and reordered rows of the column table.
struct ColumnLayout {
    struct Column {
        QString id;
        int width = 0;
        bool visible = true;
        bool operator==(const Column&) const = default;
    };
    QList<Column> columns; ///< from left to right
    QString sortColumn;    ///< id
    bool descending = false;
    bool fitsName = true; ///< the name takes what the other columns leave

    bool operator==(const ColumnLayout&) const = default;
    [[nodiscard]] QByteArray toBytes() const;
    /// Anything unreadable gives an empty arrangement.
    [[nodiscard]] static ColumnLayout fromBytes(const QByteArray& bytes);
};

} // namespace essaim::gui
