#include "storage/save_root_store.h"

#include "storage/columns.h"

namespace essaim::storage {

std::vector<SaveRootRecord> SaveRootStore::loadAll() {
    SQLite::Statement rows(m_database, "SELECT point, file_system, type, source, marker FROM save_root ORDER BY point");
    std::vector<SaveRootRecord> records;
    while (rows.executeStep()) {
        SaveRootRecord record;
        int column = 0;
        for (std::string* field : {&record.point, &record.fileSystem, &record.type, &record.source, &record.marker})
            *field = bytesOf(rows.getColumn(column++));
        records.push_back(std::move(record));
    }
    return records;
}

void SaveRootStore::put(const SaveRootRecord& record) {
    SQLite::Statement statement(
        m_database,
        "INSERT OR REPLACE INTO save_root (point, file_system, type, source, marker) VALUES (?, ?, ?, ?, ?)");
    int parameter = 0;
    for (const std::string* field : {&record.point, &record.fileSystem, &record.type, &record.source, &record.marker})
        statement.bind(++parameter, *field);
    statement.exec();
}

} // namespace essaim::storage
