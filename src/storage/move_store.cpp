// Statements on the tables move_job, move_file and move_folder.
#include "storage/move_store.h"

#include "storage/columns.h"
#include "storage/torrent_store.h"

namespace essaim::storage {

namespace {

MovePhase phaseOf(int stored) {
    return stored > int(MovePhase::Waiting) && stored <= int(MovePhase::CleaningUp) ? MovePhase(stored)
                                                                                    : MovePhase::Waiting;
}

void loadFiles(SQLite::Database& database, MoveRecord& record) {
    SQLite::Statement rows(
        database, "SELECT path, size, mtime_ns, inode, copy_inode FROM move_file WHERE job = ? ORDER BY number");
    rows.bind(1, record.id);
    while (rows.executeStep()) {
        MoveFile file;
        file.path = bytesOf(rows.getColumn(0));
        file.size = rows.getColumn(1).getInt64();
        file.modifiedNs = rows.getColumn(2).getInt64();
        file.inode = std::uint64_t(rows.getColumn(3).getInt64());
        file.copyInode = std::uint64_t(rows.getColumn(4).getInt64());
        record.files.push_back(std::move(file));
    }
}

void loadFolders(SQLite::Database& database, MoveRecord& record) {
    SQLite::Statement rows(database, "SELECT path FROM move_folder WHERE job = ? ORDER BY number");
    rows.bind(1, record.id);
    while (rows.executeStep())
        record.newFolders.emplace_back(bytesOf(rows.getColumn(0)));
}

} // namespace

std::vector<MoveRecord> MoveStore::loadAll() {
    SQLite::Statement rows(
        m_database, "SELECT id, torrent, source, target, phase, held, needs_check FROM move_job ORDER BY id");
    std::vector<MoveRecord> records;
    while (rows.executeStep()) {
        MoveRecord record;
        record.id = rows.getColumn(0).getInt64();
        record.torrent = digestOf<20>(rows.getColumn(1)).value_or(TorrentId{});
        record.source = bytesOf(rows.getColumn(2));
        record.target = bytesOf(rows.getColumn(3));
        record.phase = phaseOf(rows.getColumn(4).getInt());
        record.held = rows.getColumn(5).getInt() != 0;
        record.needsCheck = rows.getColumn(6).getInt() != 0;
        loadFiles(m_database, record);
        loadFolders(m_database, record);
        records.push_back(std::move(record));
    }
    return records;
}

std::int64_t MoveStore::add(const MoveRecord& record) {
    SQLite::Statement statement(
        m_database, "INSERT INTO move_job (torrent, source, target, phase, held, needs_check)"
                    " VALUES (?, ?, ?, ?, ?, ?)");
    bindDigest(statement, 1, record.torrent);
    statement.bind(2, record.source);
    statement.bind(3, record.target);
    statement.bind(4, int(record.phase));
    statement.bind(5, record.held ? 1 : 0);
    statement.bind(6, record.needsCheck ? 1 : 0);
    statement.exec();
    return m_database.getLastInsertRowid();
}

void MoveStore::putFile(const MoveRecord& record, std::size_t number) {
    SQLite::Statement statement(
        m_database, "INSERT OR REPLACE INTO move_file (job, number, path, size, mtime_ns, inode, copy_inode)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)");
    const MoveFile& file = record.files.at(number);
    statement.bind(1, record.id);
    statement.bind(2, std::int64_t(number));
    statement.bind(3, file.path);
    statement.bind(4, file.size);
    statement.bind(5, file.modifiedNs);
    statement.bind(6, std::int64_t(file.inode));
    statement.bind(7, std::int64_t(file.copyInode));
    statement.exec();
}

void MoveStore::putPlan(const MoveRecord& record) {
    for (const char* table : {"DELETE FROM move_file WHERE job = ?", "DELETE FROM move_folder WHERE job = ?"}) {
        SQLite::Statement old(m_database, table);
        old.bind(1, record.id);
        old.exec();
    }
    for (std::size_t number = 0; number < record.files.size(); ++number)
        putFile(record, number);
    for (std::size_t number = 0; number < record.newFolders.size(); ++number) {
        SQLite::Statement statement(m_database, "INSERT INTO move_folder (job, number, path) VALUES (?, ?, ?)");
        statement.bind(1, record.id);
        statement.bind(2, std::int64_t(number));
        statement.bind(3, record.newFolders[number]);
        statement.exec();
    }
    SQLite::Statement job(m_database, "UPDATE move_job SET phase = ?, needs_check = ? WHERE id = ?");
    job.bind(1, int(record.phase));
    job.bind(2, record.needsCheck ? 1 : 0);
    job.bind(3, record.id);
    job.exec();
}

void MoveStore::putFiles(const MoveRecord& record, const std::vector<std::size_t>& numbers) {
    for (const std::size_t number : numbers)
        putFile(record, number);
    SQLite::Statement job(m_database, "UPDATE move_job SET needs_check = ? WHERE id = ?");
    job.bind(1, record.needsCheck ? 1 : 0);
    job.bind(2, record.id);
    job.exec();
}

void MoveStore::setPhase(std::int64_t id, MovePhase phase) {
    SQLite::Statement statement(m_database, "UPDATE move_job SET phase = ? WHERE id = ?");
    statement.bind(1, int(phase));
    statement.bind(2, id);
    statement.exec();
}

void MoveStore::setHeld(std::int64_t id, bool held) {
    SQLite::Statement statement(m_database, "UPDATE move_job SET held = ? WHERE id = ?");
    statement.bind(1, held ? 1 : 0);
    statement.bind(2, id);
    statement.exec();
}

/// What the program left behind is known by its inode: copies have others.
void MoveStore::moveOwners(const MoveRecord& record) {
    for (const MoveFile& file : record.files) {
        if (file.copyInode == 0)
            continue;
        SQLite::Statement owner(
            m_database, "UPDATE file_owner SET inode = ?, device = ?"
                        " WHERE place = (SELECT place FROM torrent WHERE id = ?) AND path = ? AND inode = ?");
        owner.bind(1, std::int64_t(file.copyInode));
        owner.bind(2, std::int64_t(record.targetDevice));
        bindDigest(owner, 3, record.torrent);
        owner.bind(4, file.path);
        owner.bind(5, std::int64_t(file.inode));
        owner.exec();
    }
}

void MoveStore::commit(const MoveRecord& record) {
    moveOwners(record);
    TorrentStore torrents(m_database);
    torrents.setSavePath(record.torrent, record.target);
    if (record.needsCheck)
        torrents.forgetResume(record.torrent);
    setPhase(record.id, MovePhase::CleaningUp);
}

void MoveStore::remove(std::int64_t id) {
    SQLite::Statement statement(m_database, "DELETE FROM move_job WHERE id = ?");
    statement.bind(1, id);
    statement.exec();
}

} // namespace essaim::storage
