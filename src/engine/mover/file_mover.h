// Carries out one move, or takes it back, so that it can be interrupted anywhere. Private to the engine.
#pragma once

#include "engine/mover/folder_tree.h"
#include "engine/mover/move_control.h"
#include "storage/move_store.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace essaim::engine {

/// Each call is durable when it returns; called on the thread that moves.
struct MoveJournal {
    std::function<Expected<void>(const storage::MoveRecord&)> putPlan;
    std::function<Expected<void>(const storage::MoveRecord&, const std::vector<std::size_t>&)> putFiles;
    /// The torrent belongs to the target from here on.
    std::function<Expected<void>(const storage::MoveRecord&)> commit;
    std::function<Expected<void>(const storage::MoveRecord&)> remove;
};

/// Works on the thread that calls it and waits for the disks. Whatever stood in the record's journal when the last
/// run was cut off, and wherever that was, the next run finds out from the names and inodes on the disks what is done.
/// Nothing is ever replaced; a source goes only after its copy was compared with it and the store has the new place.
class FileMover {
public:
    /// `paths`: the files of the torrent, for a record that has no plan yet.
    FileMover(
        storage::MoveRecord record, std::vector<std::string> paths, const MoveJournal& journal, MoveControl& control)
        : m_record(std::move(record))
        , m_paths(std::move(paths))
        , m_journal(journal)
        , m_control(control) {}

    /// Goes on from record().phase: Waiting and Moving up to the commit, RollingBack to the end, CleaningUp to the end.
    /// Errors: what stopped it (Cancelled: control did); a later run goes on.
    [[nodiscard]] Expected<void> run();

    /// As the journal has it. After run(): CleaningUp = moved, to be run once more; Waiting = all is back.
    [[nodiscard]] const storage::MoveRecord& record() const { return m_record; }
    /// Files that stayed where they were because they had changed after they were copied, whole paths.
    [[nodiscard]] const std::vector<std::string>& leftBehind() const { return m_leftBehind; }

private:
    enum class Place : std::uint8_t {
        Source,   ///< still to be moved
        Both,     ///< copied, or two names of one file
        Target,   ///< moved
        Foreign,  ///< something else stands at the target
        Vanished, ///< neither here nor there
    };
    struct Found {
        Place place = Place::Vanished;
        std::optional<FileFacts> source;
        std::optional<FileFacts> target;
    };
    struct Pending {
        std::size_t number = 0;
        std::int64_t bytes = 0;
    };

    Expected<void> forward();
    Expected<void> plan();
    Expected<void> openTrees(bool makeTarget);
    Expected<Found> find(std::size_t number) const;
    Expected<void> moveOne(std::size_t number);
    Expected<void> renameOne(std::size_t number);
    Expected<void> copyOne(std::size_t number, const FileFacts& source);
    Expected<void> finishCopies();
    Expected<void> syncFolders();
    Expected<void> rollBack();
    Expected<void> rollBackOne(std::size_t number);
    Expected<void> removeCopy(std::size_t number, const Found& found);
    Expected<void> cleanUp();
    Expected<void> cleanUpOne(std::size_t number);
    Expected<void> checkSpace();
    void touched(std::size_t number) { m_toSync.insert(number); }

    storage::MoveRecord m_record;
    std::vector<std::string> m_paths;
    const MoveJournal& m_journal;
    MoveControl& m_control;
    std::optional<FolderTree> m_source;
    std::optional<FolderTree> m_target;
    bool m_isApart = false;         ///< files must be copied
    std::vector<Pending> m_pending; ///< complete copies that have not got their names yet
    std::set<std::size_t> m_toSync; ///< files whose folders have changed
    std::vector<std::string> m_leftBehind;
};

/// True if both have the same bytes. Errors: those of the system.
[[nodiscard]] Expected<bool>
areEqual(const FolderTree& left, const std::string& leftName, const FolderTree& right, const std::string& rightName);

} // namespace essaim::engine
