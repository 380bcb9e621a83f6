// The way forward of a move: plan, arrival of each file, commit. What it shares with the way back is here too.
#include "engine/mover/file_mover.h"

#include "engine/mover/copy_file.h"
#include "engine/mover/move_plan.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

namespace essaim::engine {

namespace {

constexpr std::size_t kMostPending = 64;
constexpr std::int64_t kMostPendingBytes = 256 << 20;
constexpr int kCopyTries = 3;
constexpr std::int64_t kCoarsestClockNs = 2'000'000'000; ///< FAT keeps times to two seconds

/// FAT gives inodes anew with each mount: there the time of the last change, which a copy keeps, must do.
bool isSameAge(const FileFacts& facts, const storage::MoveFile& file) {
    return std::abs(facts.modifiedNs - file.modifiedNs) < kCoarsestClockNs;
}

bool isOneFile(const FileFacts& left, const FileFacts& right) {
    return left.inode == right.inode && left.device == right.device;
}

bool isUnchanged(const FileFacts& facts, const storage::MoveFile& file) {
    return facts.size == file.size && facts.modifiedNs == file.modifiedNs;
}

/// Whether what stands at the target was brought there by this move.
bool isOurs(const FileFacts& target, const std::optional<FileFacts>& source, const storage::MoveFile& file) {
    if (target.kind != FileFacts::Kind::File)
        return false;
    if (source && isOneFile(*source, target))
        return true;
    if (target.size != file.size)
        return false;
    if (file.copyInode != 0)
        return target.inode == file.copyInode || isSameAge(target, file);
    return !source && (target.inode == file.inode || isSameAge(target, file));
}

Expected<void> makeFolder(const std::string& path) {
    struct stat status{};
    if (::mkdir(path.c_str(), 0777) == 0)
        return {};
    const int code = errno;
    if (code == EEXIST && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
        return {};
    return std::unexpected(systemError({code, std::generic_category()}, Operation::MoveFiles, path));
}

} // namespace

Expected<bool>
areEqual(const FolderTree& left, const std::string& leftName, const FolderTree& right, const std::string& rightName) {
    constexpr std::size_t kBlock = 1 << 20;
    const auto a = left.openFile(leftName, O_RDONLY);
    const auto b = right.openFile(rightName, O_RDONLY);
    if (!a || !b)
        return std::unexpected(a ? b.error() : a.error());
    if (factsOf(a->get()).size != factsOf(b->get()).size)
        return false;
    const std::unique_ptr<char[]> first(new char[kBlock]);
    const std::unique_ptr<char[]> second(new char[kBlock]);
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(a->get(), first.get(), kBlock, at);
        if (got < 0)
            return std::unexpected(
                systemError({errno, std::generic_category()}, Operation::MoveFiles, left.pathOf(leftName)));
        if (got == 0)
            return true;
        for (ssize_t seen = 0; seen < got;) {
            const ssize_t bytes = ::pread(b->get(), second.get(), std::size_t(got - seen), at + seen);
            if (bytes <= 0 || std::memcmp(first.get() + seen, second.get(), std::size_t(bytes)) != 0)
                return false;
            seen += bytes;
        }
        at += got;
    }
}

Expected<void> FileMover::run() {
    switch (m_record.phase) {
    case storage::MovePhase::Waiting:
    case storage::MovePhase::Moving:
        return forward();
    case storage::MovePhase::RollingBack:
        return rollBack();
    case storage::MovePhase::CleaningUp:
        return cleanUp();
    }
    return {};
}

Expected<void> FileMover::plan() {
    if (auto planned = planMove(m_record, m_paths); !planned)
        return planned;
    m_record.phase = storage::MovePhase::Moving;
    auto saved = m_journal.putPlan(m_record);
    if (!saved)
        m_record.phase = storage::MovePhase::Waiting;
    return saved;
}

Expected<void> FileMover::openTrees(bool makeTarget) {
    auto source = FolderTree::open(m_record.source);
    if (!source && (source.error().kind != ErrorKind::NotFound || !m_record.files.empty()))
        return std::unexpected(source.error());
    if (source)
        m_source.emplace(std::move(*source));
    for (const std::string& folder : makeTarget ? m_record.newFolders : std::vector<std::string>()) {
        if (auto made = makeFolder(folder); !made)
            return made;
    }
    auto target = FolderTree::open(m_record.target);
    if (!target && (makeTarget || target.error().kind != ErrorKind::NotFound))
        return std::unexpected(target.error());
    if (target)
        m_target.emplace(std::move(*target));
    return {};
}

Expected<FileMover::Found> FileMover::find(std::size_t number) const {
    const storage::MoveFile& file = m_record.files.at(number);
    Found found;
    for (const bool isSource : {true, false}) {
        const auto& tree = isSource ? m_source : m_target;
        if (!tree)
            continue;
        auto facts = tree->facts(file.path);
        if (!facts)
            return std::unexpected(facts.error());
        (isSource ? found.source : found.target) = *facts;
    }
    if (!found.target)
        found.place = found.source ? Place::Source : Place::Vanished;
    else if (!isOurs(*found.target, found.source, file))
        found.place = Place::Foreign;
    else
        found.place = found.source ? Place::Both : Place::Target;
    return found;
}

Expected<void> FileMover::checkSpace() {
    std::int64_t needed = 0;
    for (std::size_t number = 0; number < m_record.files.size(); ++number) {
        const auto found = find(number);
        if (!found)
            return std::unexpected(found.error());
        if (found->place != Place::Source)
            continue;
        needed += found->source->allocated;
        if (const auto begun = m_target->facts(copyNameOf(m_record, number)); begun && *begun)
            needed -= std::min((*begun)->allocated, found->source->allocated);
    }
    return checkFreeSpace(m_record.target, needed);
}

Expected<void> FileMover::forward() {
    if (m_record.phase == storage::MovePhase::Waiting) {
        if (auto planned = plan(); !planned)
            return planned;
    }
    for (const storage::MoveFile& file : m_record.files)
        m_control.total += file.size;
    if (auto opened = openTrees(true); !opened)
        return opened;
    m_isApart = areApart(m_record.source, m_record.target);
    if (m_isApart) {
        if (auto space = checkSpace(); !space)
            return space;
    }
    for (std::size_t number = 0; number < m_record.files.size(); ++number) {
        if (m_control.isStopped())
            return failure(ErrorKind::Cancelled, Operation::MoveFiles, m_record.target);
        if (auto moved = moveOne(number); !moved)
            return moved;
    }
    if (auto finished = finishCopies(); !finished)
        return finished;
    if (auto synced = syncFolders(); !synced)
        return synced;
    storage::MoveRecord committed = m_record;
    committed.phase = storage::MovePhase::CleaningUp;
    committed.targetDevice = m_target->device();
    committed.needsCheck |= m_control.needsCheck;
    if (auto saved = m_journal.commit(committed); !saved)
        return saved;
    m_record = std::move(committed);
    return {};
}

Expected<void> FileMover::moveOne(std::size_t number) {
    const storage::MoveFile& file = m_record.files[number];
    const auto found = find(number);
    if (!found)
        return std::unexpected(found.error());
    switch (found->place) {
    case Place::Source:
        return m_isApart ? copyOne(number, *found->source) : renameOne(number);
    case Place::Both:
        if (isOneFile(*found->source, *found->target)) { // cut off between the two names of one rename
            touched(number);
            m_control.done += file.size;
            return m_source->unlink(file.path);
        }
        if (!isUnchanged(*found->source, file)) {
            if (auto removed = removeCopy(number, *found); !removed)
                return removed;
            return copyOne(number, *found->source);
        }
        [[fallthrough]];
    case Place::Target:
        touched(number);
        m_control.done += file.size;
        return file.copyInode == 0 ? Expected<void>() : m_target->unlink(copyNameOf(m_record, number));
    case Place::Foreign:
        return failure(
            ErrorKind::AlreadyExists, Operation::MoveFiles, m_target->pathOf(file.path), "nothing is replaced");
    case Place::Vanished:
        break;
    }
    const auto copy = m_target->facts(copyNameOf(m_record, number));
    if (copy && *copy && file.copyInode != 0 && (*copy)->size == file.size) {
        m_pending.push_back({number, 0}); // complete, and all that is left
        return {};
    }
    if (!m_control.goesOnWithout)
        return failure(
            ErrorKind::NotFound, Operation::MoveFiles, m_source ? m_source->pathOf(file.path) : m_record.source);
    m_record.needsCheck = true;
    return {};
}

Expected<void> FileMover::renameOne(std::size_t number) {
    const storage::MoveFile& file = m_record.files[number];
    const auto renamed = FolderTree::rename(*m_source, file.path, *m_target, file.path);
    if (renamed) {
        touched(number);
        m_control.done += file.size;
        return {};
    }
    if (renamed.error().detail != FolderTree::kOtherFileSystem)
        return renamed;
    m_isApart = true; // a part of one file system that is kept apart, such as a subvolume
    if (auto space = checkSpace(); !space)
        return space;
    return moveOne(number);
}

Expected<void> FileMover::copyOne(std::size_t number, const FileFacts& source) {
    storage::MoveFile& file = m_record.files[number];
    const std::string copyName = copyNameOf(m_record, number);
    FileFacts state = source;
    for (int tries = 1;; ++tries) {
        if (!isUnchanged(state, file)) { // not as it was when the torrent was stopped
            m_record.needsCheck = true;
            if (auto removed = m_target->unlink(copyName); !removed)
                return removed;
            file.size = state.size;
            file.modifiedNs = state.modifiedNs;
            file.inode = state.inode;
        }
        auto copied = copyFile(*m_source, file.path, *m_target, copyName, m_control);
        if (copied && isUnchanged(*copied, file))
            break;
        if (!copied && (copied.error().kind != ErrorKind::Busy || tries == kCopyTries))
            return std::unexpected(copied.error());
        if (copied)
            m_control.done -= copied->size;
        const auto now = m_source->facts(file.path);
        if (!now || !*now)
            return now ? moveOne(number) : std::unexpected(now.error());
        state = **now;
    }
    const auto copy = m_target->facts(copyName);
    if (!copy || !*copy)
        return copy ? failure(ErrorKind::NotFound, Operation::MoveFiles, m_target->pathOf(copyName))
                    : std::unexpected(copy.error());
    file.copyInode = (*copy)->inode;
    m_pending.push_back({number, file.size});
    std::int64_t bytes = 0;
    for (const Pending& pending : m_pending)
        bytes += pending.bytes;
    return m_pending.size() >= kMostPending || bytes >= kMostPendingBytes ? finishCopies() : Expected<void>();
}

/// Complete copies get their names, after the journal knows them: what stands under a name of the plan without an
/// entry there is somebody else's.
Expected<void> FileMover::finishCopies() {
    std::vector<std::size_t> numbers;
    for (const Pending& pending : m_pending)
        numbers.push_back(pending.number);
    if (auto saved = m_journal.putFiles(m_record, numbers); !saved)
        return saved;
    for (const std::size_t number : numbers) {
        const std::string& path = m_record.files[number].path;
        if (auto named = FolderTree::rename(*m_target, copyNameOf(m_record, number), *m_target, path); !named)
            return named;
        touched(number);
    }
    m_pending.clear();
    return {};
}

Expected<void> FileMover::syncFolders() {
    std::set<std::string> seen;
    for (const std::size_t number : m_toSync) {
        const std::string& path = m_record.files[number].path;
        if (!seen.insert(path.substr(0, path.size() - lastPart(path).size())).second)
            continue;
        for (const auto& tree : {&m_target, &m_source}) {
            if (!*tree)
                continue;
            const auto synced = (*tree)->syncParent(path);
            if (!synced && synced.error().kind != ErrorKind::NotFound)
                return synced;
        }
    }
    // New folders are names in the folders above them.
    for (const std::string& folder : m_record.newFolders) {
        const std::string parent = folder.substr(0, folder.rfind('/'));
        if (const auto tree = FolderTree::open(parent.empty() ? "/" : parent); tree) {
            if (auto synced = tree->syncParent(lastPart(folder)); !synced)
                return synced;
        }
    }
    m_toSync.clear();
    return {};
}

} // namespace essaim::engine
