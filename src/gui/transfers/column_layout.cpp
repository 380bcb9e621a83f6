#include "gui/transfers/column_layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace essaim::gui {

QByteArray ColumnLayout::toBytes() const {
    QJsonArray list;
    for (const Column& column : columns) {
        list.append(QJsonObject{
            {QStringLiteral("id"), column.id},
            {QStringLiteral("width"), column.width},
            {QStringLiteral("visible"), column.visible}});
    }
    const QJsonObject all{
        {QStringLiteral("columns"), list},
        {QStringLiteral("sort"), sortColumn},
        {QStringLiteral("descending"), descending},
        {QStringLiteral("fits_name"), fitsName}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

ColumnLayout ColumnLayout::fromBytes(const QByteArray& bytes) {
    const QJsonObject all = QJsonDocument::fromJson(bytes).object();
    ColumnLayout layout;
    const QJsonArray list = all.value(QStringLiteral("columns")).toArray();
    for (const QJsonValue& value : list) {
        const QJsonObject column = value.toObject();
        layout.columns.append(
            {column.value(QStringLiteral("id")).toString(),
             std::clamp(column.value(QStringLiteral("width")).toInt(), 24, 4000),
             column.value(QStringLiteral("visible")).toBool()});
    }
    layout.sortColumn = all.value(QStringLiteral("sort")).toString();
    layout.descending = all.value(QStringLiteral("descending")).toBool();
    layout.fitsName = all.value(QStringLiteral("fits_name")).toBool(true);
    return layout;
}

} // namespace essaim::gui
