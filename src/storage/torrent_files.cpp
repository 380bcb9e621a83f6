#include "storage/torrent_files.h"

#include "storage/checksum.h"
#include "storage/durable_file.h"
#include "storage/torrent_facts.h"

#include <cerrno>
#include <utility>

#include <unistd.h>

namespace essaim::storage {

namespace {

constexpr std::string_view kCard = ".card";
constexpr std::string_view kTorrent = ".torrent";
constexpr std::size_t kMaxCard = std::size_t{16} * 1024 * 1024;
constexpr std::size_t kMaxTorrent = std::size_t{64} * 1024 * 1024;

} // namespace

std::filesystem::path TorrentFiles::path(const TorrentId& id, std::string_view suffix) const {
    const auto name = id.toHex();
    return m_folder / name.substr(0, 2) / (name + std::string(suffix));
}

Expected<void> TorrentFiles::prepareFolder(const std::filesystem::path& file) {
    if (m_changed.insert(file.parent_path()).second) {
        for (const auto& folder : {m_folder, file.parent_path()}) {
            if (auto made = makePrivateFolder(folder); !made)
                return made;
        }
    }
    return {};
}

Expected<void> TorrentFiles::putMetadata(const TorrentId& id, std::string_view metadata) {
    const auto file = path(id, kTorrent);
    const auto there = m_batch.contains(file) ? Expected<std::string>() : readFile(file, kMaxTorrent);
    if (there && *there == metadata)
        return {};
    if (auto prepared = prepareFolder(file); !prepared)
        return prepared;
    return m_batch.add(file, metadata);
}

Expected<void> TorrentFiles::putCard(const TorrentCard& card) {
    const auto file = path(card.record.id, kCard);
    if (auto prepared = prepareFolder(file); !prepared)
        return prepared;
    return m_batch.add(file, encodeCard(card));
}

Expected<void> TorrentFiles::remove(const TorrentId& id) {
    for (const auto suffix : {kCard, kTorrent}) {
        const auto file = path(id, suffix);
        if (::unlink(file.c_str()) == 0)
            m_changed.insert(file.parent_path());
        else if (errno != ENOENT && errno != ENOTDIR)
            return std::unexpected(systemError({errno, std::generic_category()}, Operation::SaveStore, file.string()));
    }
    return {};
}

Expected<void> TorrentFiles::sync() {
    if (m_changed.empty())
        return {};
    m_changed.insert(m_folder);
    for (const auto& folder : std::exchange(m_changed, {})) {
        if (auto synced = syncFolder(folder); !synced)
            return synced;
    }
    return {};
}

std::vector<TorrentId> TorrentFiles::list() const {
    std::vector<TorrentId> ids;
    std::error_code code;
    for (std::filesystem::recursive_directory_iterator entry(m_folder, code), end; !code && entry != end;
         entry.increment(code)) {
        const auto& file = entry->path();
        const auto id = file.extension() == kCard ? TorrentId::fromHex(file.stem().string()) : std::nullopt;
        if (id && file == path(*id, kCard))
            ids.push_back(*id);
    }
    return ids;
}

bool TorrentFiles::hasMetadata(const TorrentId& id) const {
    return ::access(path(id, kTorrent).c_str(), F_OK) == 0;
}

std::optional<TorrentCard> TorrentFiles::card(const TorrentId& id) const {
    const auto text = readFile(path(id, kCard), kMaxCard);
    auto card = text ? decodeCard(*text) : std::nullopt;
    return card && card->record.id == id ? std::move(card) : std::nullopt;
}

std::optional<TorrentRecord> TorrentFiles::read(const TorrentId& id) const {
    auto found = card(id);
    if (!found)
        return std::nullopt;
    TorrentRecord& record = found->record;
    if (found->metadataChecksum) {
        auto bytes = readFile(path(id, kTorrent), kMaxTorrent);
        if (bytes && crc32c(*bytes) == *found->metadataChecksum)
            record.metadata = std::move(*bytes);
    }
    if (record.metadata.empty())
        fallBackToMagnet(record);
    return std::move(record);
}

} // namespace essaim::storage
