// The journal of moves: what is under way, so that a crash can be followed by going on or going back.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

namespace essaim::storage {

/// How far a move has come. The torrent belongs to the source until CleaningUp.
enum class MovePhase : std::uint8_t {
    Waiting,     ///< nothing was touched, there is no plan yet
    Moving,      ///< files arrive at the target
    RollingBack, ///< they return
    CleaningUp,  ///< the torrent belongs to the target; what was copied leaves the source
};

/// One file of the plan.
struct MoveFile {
    std::string path;            ///< below source and target, '/' between parts
    std::int64_t size = 0;       ///< bytes, and the next two: as the file was when it was last looked at
    std::int64_t modifiedNs = 0; ///< nanoseconds since 1970
    std::uint64_t inode = 0;
    std::uint64_t copyInode = 0; ///< of the complete and compared copy; 0 = there is none

    bool operator==(const MoveFile&) const = default;
};

struct MoveRecord {
    std::int64_t id = 0;
    TorrentId torrent;
    std::string source; ///< absolute folder, UTF-8
    std::string target;
    MovePhase phase = MovePhase::Waiting;
    bool held = false;       ///< the user paused it
    bool needsCheck = false; ///< a file changed or vanished meanwhile: what the torrent has must be found out again
    std::vector<MoveFile> files;
    std::uint64_t targetDevice = 0;      ///< for commit(); not in the journal
    std::vector<std::string> newFolders; ///< absolute, made for this move, the outer ones first

    bool operator==(const MoveRecord&) const = default;
};

/// Statements on essaim.db. Stateless: construct it inside a unit of work of the DatabaseThread. Throws
/// SQLite::Exception, which DatabaseThread turns into an Error.
class MoveStore {
public:
    explicit MoveStore(SQLite::Database& database)
        : m_database(database) {}

    /// In the order in which they were asked for.
    [[nodiscard]] std::vector<MoveRecord> loadAll();
    /// Returns the id; record.id is ignored.
    std::int64_t add(const MoveRecord& record);
    /// Files, folders, phase and needsCheck of record.id.
    void putPlan(const MoveRecord& record);
    /// What the files of these numbers have become.
    void putFiles(const MoveRecord& record, const std::vector<std::size_t>& numbers);
    void setPhase(std::int64_t id, MovePhase phase);
    void setHeld(std::int64_t id, bool held);
    /// The one step that moves the torrent: it belongs to the target from here on.
    void commit(const MoveRecord& record);
    void remove(std::int64_t id);

private:
    void moveOwners(const MoveRecord& record);
    void putFile(const MoveRecord& record, std::size_t number);

    SQLite::Database& m_database;
};

} // namespace essaim::storage
