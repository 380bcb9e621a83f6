// The columns of the transfer list, one row each.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QString>

#include <span>
#include <variant>

namespace essaim::gui {

/// What a cell is made of: rows are sorted by it, and a cell has changed if it has.
struct CellValue {
    using Part = std::variant<qint64, double, QString, QDateTime>;
    Part first = qint64{0};
    Part second = qint64{0}; ///< decides between rows that are equal in the first
    bool operator==(const CellValue&) const = default;
};

/// Order for people: numbers by value, words by the rules of the language, digits inside words by value.
[[nodiscard]] bool lessThan(const CellValue& left, const CellValue& right);

/// How a cell is drawn.
enum class CellStyle { Text, Progress, Status };

struct TransferColumn {
    const char* id;      ///< kept in the settings: never change one
    const char* title;   ///< source text, see title()
    const char* tooltip; ///< source text, may be empty
    Qt::Alignment alignment;
    int width;    ///< pixels, when nothing is remembered
    bool visible; ///< when nothing is remembered
    CellStyle style;
    CellValue (*value)(const engine::TorrentSnapshot&);
    QString (*text)(const engine::TorrentSnapshot&);

    [[nodiscard]] QString translatedTitle() const;
    [[nodiscard]] QString translatedTooltip() const;
};

/// In the order in which a new user sees them.
[[nodiscard]] std::span<const TransferColumn> transferColumns();

/// Position of a column in transferColumns(), -1 if there is none.
[[nodiscard]] int transferColumn(const QString& id);

} // namespace essaim::gui
