// The folder meta/ of a profile: for each torrent its .torrent, byte for byte, and its card.
#pragma once

#include "core/error.h"
#include "storage/durable_file.h"
#include "storage/torrent_card.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace essaim::storage {

/// meta/ab/<id>.torrent and meta/ab/<id>.card. Blocks on the disk; belongs to one thread.
class TorrentFiles {
public:
    explicit TorrentFiles(std::filesystem::path folder)
        : m_folder(std::move(folder)) {}

    // What is put is in place after flush() only.
    [[nodiscard]] Expected<void> putMetadata(const TorrentId& id, std::string_view metadata);
    [[nodiscard]] Expected<void> putCard(const TorrentCard& card);
    /// How many files wait for flush().
    [[nodiscard]] std::size_t waiting() const { return m_batch.size(); }
    [[nodiscard]] Expected<void> flush() { return m_batch.commit(); }
    /// Both files; it is no failure if there are none. Not while others wait for flush().
    [[nodiscard]] Expected<void> remove(const TorrentId& id);
    /// What was flushed and removed since the last call survives a power cut now.
    [[nodiscard]] Expected<void> sync();

    /// Torrents that have a card, whole or damaged.
    [[nodiscard]] std::vector<TorrentId> list() const;
    /// Whether there is a .torrent of it, whole or damaged.
    [[nodiscard]] bool hasMetadata(const TorrentId& id) const;
    /// Nothing if the card is missing, damaged, or that of another torrent.
    [[nodiscard]] std::optional<TorrentCard> card(const TorrentId& id) const;
    /// The torrent with its metadata. One whose .torrent is missing or damaged is a magnet link.
    [[nodiscard]] std::optional<TorrentRecord> read(const TorrentId& id) const;

private:
    [[nodiscard]] std::filesystem::path path(const TorrentId& id, std::string_view suffix) const;
    [[nodiscard]] Expected<void> prepareFolder(const std::filesystem::path& file);

    std::filesystem::path m_folder;
    FileBatch m_batch;
    std::set<std::filesystem::path> m_changed; ///< folders that are to be synced
};

} // namespace essaim::storage
