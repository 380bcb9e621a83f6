// A look at the list that leaves the profile as it is, also on a disk that cannot be written.
#pragma once

#include "app/profile.h"
#include "core/error.h"
#include "storage/backup.h"
#include "storage/profile_lock.h"
#include "storage/torrent_record.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace essaim::app {

/// Copies the database with its log to a temporary folder and reads it there; the files beside it are read in place.
/// Holds the profile's lock as long as it lives.
class StoreCopy {
public:
    /// Errors: NotFound (there is no list), Busy (Essaim is running), and those of copying.
    [[nodiscard]] static Expected<std::unique_ptr<StoreCopy>> make(const Profile& profile);

    /// Of the database, or what is wrong with it.
    [[nodiscard]] const Expected<storage::BackupContents>& contents() const { return m_contents; }
    [[nodiscard]] int cardCount() const { return m_cardCount; }
    [[nodiscard]] const std::vector<TorrentId>& damagedCards() const { return m_damagedCards; }
    /// The list; of a database that is damaged or of a newer version, what the files beside it know.
    [[nodiscard]] std::vector<storage::TorrentRecord> torrents() const;

private:
    explicit StoreCopy(const Profile& profile);
    [[nodiscard]] Expected<void> copyDatabase();
    void readCards();

    Profile m_profile;
    QTemporaryDir m_folder;
    std::unique_ptr<storage::ProfileLock> m_lock;
    std::filesystem::path m_copy;
    Expected<storage::BackupContents> m_contents;
    int m_cardCount = 0;
    std::vector<TorrentId> m_damagedCards;
};

} // namespace essaim::app
