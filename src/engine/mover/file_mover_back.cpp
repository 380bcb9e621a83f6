// The way back of a move, and what is left to do at the source once it is committed.
#include "engine/mover/file_mover.h"
#include "engine/mover/move_plan.h"

#include <algorithm>

#include <unistd.h>

namespace essaim::engine {

/// Takes a copy away whose source is still there.
Expected<void> FileMover::removeCopy(std::size_t number, const Found& found) {
    const storage::MoveFile& file = m_record.files[number];
    if (found.target->inode != file.copyInode) {
        const auto same = areEqual(*m_source, file.path, *m_target, file.path);
        if (!same)
            return std::unexpected(same.error());
        if (!*same) {
            m_leftBehind.push_back(m_target->pathOf(file.path));
            return {};
        }
    }
    touched(number);
    return m_target->unlink(file.path);
}

Expected<void> FileMover::rollBackOne(std::size_t number) {
    const storage::MoveFile& file = m_record.files[number];
    const std::string copyName = copyNameOf(m_record, number);
    const auto found = find(number);
    if (!found)
        return std::unexpected(found.error());
    if (!m_target)
        return {};
    switch (found->place) {
    case Place::Both: {
        const bool isOneFile =
            found->source->inode == found->target->inode && found->source->device == found->target->device;
        touched(number);
        if (auto removed = isOneFile ? m_target->unlink(file.path) : removeCopy(number, *found); !removed)
            return removed;
        break;
    }
    case Place::Target: {
        touched(number);
        const auto back = m_source ? FolderTree::rename(*m_target, file.path, *m_source, file.path)
                                   : failure(ErrorKind::NotFound, Operation::MoveFiles, m_record.source);
        if (!back && back.error().detail != FolderTree::kOtherFileSystem)
            return back;
        if (!back) // the source vanished after it was copied: what is left of it stays
            m_leftBehind.push_back(m_target->pathOf(file.path));
        break;
    }
    case Place::Vanished:
        if (file.copyInode != 0) { // the same, before the copy got its name
            const auto named = FolderTree::rename(*m_target, copyName, *m_target, file.path);
            if (named)
                m_leftBehind.push_back(m_target->pathOf(file.path));
            return !named && named.error().kind != ErrorKind::NotFound ? named : Expected<void>();
        }
        break;
    case Place::Source:
    case Place::Foreign:
        break;
    }
    return m_target->unlink(copyName);
}

Expected<void> FileMover::rollBack() {
    for (const storage::MoveFile& file : m_record.files)
        m_control.total += file.size;
    if (auto opened = openTrees(false); !opened)
        return opened;
    for (std::size_t number = m_record.files.size(); number-- > 0;) {
        if (m_control.wish == MoveControl::Wish::Stop)
            return failure(ErrorKind::Cancelled, Operation::MoveFiles, m_record.source);
        if (auto back = rollBackOne(number); !back)
            return back;
        m_control.done += m_record.files[number].size;
    }
    if (auto synced = syncFolders(); !synced)
        return synced;
    // Only those that were made for this move, and only if nobody has put anything into them.
    for (auto folder = m_record.newFolders.rbegin(); folder != m_record.newFolders.rend(); ++folder)
        ::rmdir(folder->c_str());
    if (auto removed = m_journal.remove(m_record); !removed)
        return removed;
    m_record.phase = storage::MovePhase::Waiting;
    m_record.files.clear();
    m_record.newFolders.clear();
    return {};
}

Expected<void> FileMover::cleanUpOne(std::size_t number) {
    const storage::MoveFile& file = m_record.files[number];
    const auto source = m_source->facts(file.path);
    if (!source)
        return std::unexpected(source.error());
    if (!*source || file.copyInode == 0) // what was renamed left nothing; what is there now is new
        return {};
    const auto target = m_target->facts(file.path);
    if (!target)
        return std::unexpected(target.error());
    const bool isUnchanged = (*source)->size == file.size && (*source)->modifiedNs == file.modifiedNs;
    const bool isOneFile = *target && (*target)->inode == (*source)->inode && (*target)->device == (*source)->device;
    if (isUnchanged && *target && (*target)->size >= file.size && !isOneFile)
        return m_source->unlink(file.path);
    m_leftBehind.push_back(m_source->pathOf(file.path));
    return {};
}

Expected<void> FileMover::cleanUp() {
    auto target = FolderTree::open(m_record.target);
    if (!target)
        return std::unexpected(target.error());
    m_target.emplace(std::move(*target));
    auto source = FolderTree::open(m_record.source);
    if (!source && source.error().kind != ErrorKind::NotFound)
        return std::unexpected(source.error());
    if (source) {
        m_source.emplace(std::move(*source));
        for (std::size_t number = 0; number < m_record.files.size(); ++number) {
            if (m_control.wish == MoveControl::Wish::Stop)
                return failure(ErrorKind::Cancelled, Operation::MoveFiles, m_record.source);
            if (auto cleaned = cleanUpOne(number); !cleaned)
                return cleaned;
        }
        for (const std::string& folder : foldersOf(m_record.files))
            m_source->removeIfEmpty(folder);
    }
    return m_journal.remove(m_record);
}

} // namespace essaim::engine
