#include "gui/unlisted/unlisted_model.h"

#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QDir>
#include <QLocale>

namespace essaim::gui {
namespace {

using engine::UnlistedEntry;

bool isNumber(int column) {
    return column == UnlistedModel::Size || column == UnlistedModel::Files;
}

QString textOf(const UnlistedEntry& entry, int column) {
    switch (column) {
    case UnlistedModel::Path:
        return QDir::toNativeSeparators(entry.path) + (entry.isFolder ? QStringLiteral("/") : QString());
    case UnlistedModel::Size:
        return essaim::text::size(entry.size);
    case UnlistedModel::Files:
        return entry.isFolder ? QLocale().toString(entry.files) : QString();
    case UnlistedModel::Changed:
        return entry.changed.isValid() ? QLocale().toString(entry.changed, QLocale::ShortFormat) : QString();
    default:
        return entry.formerly;
    }
}

QVariant sortValueOf(const UnlistedEntry& entry, int column) {
    switch (column) {
    case UnlistedModel::Size:
        return entry.size;
    case UnlistedModel::Files:
        return entry.files;
    case UnlistedModel::Changed:
        return entry.changed;
    default:
        return textOf(entry, column);
    }
}

} // namespace

void UnlistedModel::setEntries(const QList<UnlistedEntry>& entries) {
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

void UnlistedModel::remove(const QSet<QString>& paths) {
    QList<UnlistedEntry> left;
    for (const UnlistedEntry& entry : m_entries) {
        if (!paths.contains(entry.path))
            left.append(entry);
    }
    setEntries(left);
}

int UnlistedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

int UnlistedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UnlistedModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const UnlistedEntry& entry = m_entries[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, column);
    case Qt::DecorationRole:
        return column == Path ? themedIcon(entry.isFolder ? QStringLiteral("folder") : QStringLiteral("file"))
                              : QVariant();
    case Qt::ToolTipRole:
        return column == Path || column == Formerly ? plainToolTip(textOf(entry, column)) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case kSortRole:
        return sortValueOf(entry, column);
    default:
        return {};
    }
}

QVariant UnlistedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Path:
        return tr("File or folder");
    case Size:
        return tr("Size");
    case Files:
        return tr("Files");
    case Changed:
        return tr("Changed");
    default:
        return tr("Was of");
    }
}

} // namespace essaim::gui
