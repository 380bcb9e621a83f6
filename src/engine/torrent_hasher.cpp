#include "engine/torrent_hasher.h"

#include "engine/gate/url_rules.h"
#include "engine/lt_convert.h"
#include "engine/torrent_loader.h"

#include <QFile>

#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/mmap_disk_io.hpp>
#include <libtorrent/settings_pack.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <limits>
#include <thread>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

/// Thrown through the library's loop to leave it; never seen outside this file.
struct HashingCancelled {};

lt::create_flags_t flagsOf(TorrentFormat format) {
    switch (format) {
    case TorrentFormat::V1:
        return lt::create_torrent::v1_only;
    case TorrentFormat::V2:
        return lt::create_torrent::v2_only;
    case TorrentFormat::Hybrid:
        break;
    }
    return {};
}

/// Plain reads: with mapped files, one that shrinks while it is hashed would end the program.
lt::settings_pack hasherSettings(int threads) {
    const int automatic = int(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
    lt::settings_pack settings = lt::default_settings();
    settings.set_int(lt::settings_pack::hashing_threads, threads > 0 ? std::min(threads, 64) : automatic);
    settings.set_int(lt::settings_pack::aio_threads, 1);
    settings.set_int(lt::settings_pack::mmap_file_size_cutoff, std::numeric_limits<int>::max());
    settings.set_int(lt::settings_pack::disk_write_mode, lt::settings_pack::always_pwrite);
    return settings;
}

lt::file_storage storageOf(const CreationPlan& plan) {
    lt::file_storage storage;
    for (const SourceFile& file : plan.files)
        storage.add_file(file.path, file.size);
    return storage;
}

Expected<void> hashPieces(
    lt::create_torrent& creator, const CreateTorrentRequest& request, const CreationPlan& plan,
    const std::function<bool(qint64, qint64)>& progress) {
    const qint64 total = plan.shown.totalSize;
    const auto onPiece = [&](lt::piece_index_t piece) {
        const qint64 done = std::min<qint64>(total, (qint64(static_cast<int>(piece)) + 1) * creator.piece_length());
        if (progress && !progress(done, total))
            throw HashingCancelled();
    };
    lt::error_code error;
    try {
        if (progress && !progress(0, total))
            throw HashingCancelled();
        lt::set_piece_hashes(
            creator, plan.shown.savePath.toStdString(), hasherSettings(request.threads), lt::mmap_disk_io_constructor,
            onPiece, error);
    } catch (const HashingCancelled&) {
        return failure(ErrorKind::Cancelled, Operation::CreateTorrent, plan.shown.name.toStdString());
    }
    if (error)
        return std::unexpected(toError(error, Operation::CreateTorrent, plan.shown.savePath.toStdString()));
    return {};
}

/// A file that was written to meanwhile has hashes of no moment: nobody could complete it.
Expected<void> checkUnchanged(const CreationPlan& plan) {
    const fs::path base = plan.shown.savePath.toStdString();
    for (const SourceFile& file : plan.files) {
        std::error_code error;
        const fs::path path = base / file.path;
        const auto size = std::int64_t(fs::file_size(path, error));
        const auto modified = fs::last_write_time(path, error);
        if (error)
            return std::unexpected(systemError(error, Operation::CreateTorrent, path.string()));
        if (size != file.size || modified.time_since_epoch().count() != file.modified)
            return failure(
                ErrorKind::Busy, Operation::CreateTorrent, path.string(), "the file changed while it was being read");
    }
    return {};
}

void setTrackers(lt::entry& torrent, const QList<QStringList>& tiers) {
    lt::entry::list_type list;
    for (const QStringList& urls : tiers) {
        lt::entry::list_type tier;
        for (const QString& url : urls)
            tier.emplace_back(url.toStdString());
        if (!tier.empty())
            list.emplace_back(std::move(tier));
    }
    if (list.empty())
        return;
    torrent["announce"] = list.front().list().front().string();
    if (list.size() > 1 || list.front().list().size() > 1)
        torrent["announce-list"] = std::move(list);
}

/// The files were read under the names that they have on the disk; the torrent may call its top otherwise.
void setName(lt::entry& info, const CreateTorrentPlan& plan, bool isSingleFile) {
    if (plan.name == plan.diskName)
        return;
    info["name"] = plan.name.toStdString();
    if (!isSingleFile || info.find_key("file tree") == nullptr)
        return;
    lt::entry::dictionary_type& tree = info["file tree"].dict();
    lt::entry file = std::move(tree.begin()->second);
    tree.clear();
    tree[plan.name.toStdString()] = std::move(file);
}

Expected<void> checkUrls(const CreateTorrentRequest& request) {
    for (const QStringList& tier : request.trackers) {
        for (const QString& url : tier) {
            if (!isTrackerUrl(url.toStdString()))
                return failure(
                    ErrorKind::InvalidData, Operation::CreateTorrent, {}, "a tracker is not an http, https or udp URL");
        }
    }
    for (const QString& url : request.webSeeds) {
        if (!isWebSeedUrl(url.toStdString()))
            return failure(
                ErrorKind::InvalidData, Operation::CreateTorrent, {}, "a web seed is not an http or https URL");
    }
    return {};
}

QByteArray assemble(lt::create_torrent& creator, const CreateTorrentRequest& request, const CreationPlan& plan) {
    creator.set_priv(request.isPrivate);
    creator.set_creator("Essaim " ESSAIM_VERSION);
    creator.set_creation_date(std::time(nullptr));
    if (!request.comment.isEmpty())
        creator.set_comment(request.comment.toUtf8().constData());
    for (const QString& url : request.webSeeds)
        creator.add_url_seed(url.toStdString());

    lt::entry torrent = creator.generate();
    setTrackers(torrent, request.trackers);
    lt::entry& info = torrent["info"];
    const bool isSingleFile = plan.files.size() == 1 && !plan.files.front().path.contains('/');
    setName(info, plan.shown, isSingleFile);
    if (!request.source.isEmpty())
        info["source"] = request.source.toStdString();
    QByteArray bytes;
    lt::bencode(std::back_inserter(bytes), torrent);
    return bytes;
}

/// What we hand out must pass our own gate; from it come the hashes, too.
Expected<CreatedTorrent> finished(QByteArray bytes, const CreateTorrentPlan& plan) {
    const auto loaded = loadTorrent(viewOf(bytes));
    if (!loaded) {
        Error error = loaded.error();
        error.operation = Operation::CreateTorrent;
        error.subject = plan.name.toStdString();
        return std::unexpected(std::move(error));
    }
    CreatedTorrent created;
    created.torrent = std::move(bytes);
    created.infoHash = toInfoHash(loaded->params.ti->info_hashes());
    created.name = plan.name;
    created.savePath = plan.savePath;
    created.diskName = plan.diskName;
    created.totalSize = plan.totalSize;
    created.fileCount = plan.fileCount;
    created.pieceLength = loaded->params.ti->piece_length();
    created.pieceCount = loaded->params.ti->num_pieces();
    return created;
}

} // namespace

Expected<CreatedTorrent> hashPlan(
    const CreateTorrentRequest& request, const CreationPlan& plan,
    const std::function<bool(qint64 done, qint64 total)>& progress) {
    if (auto checked = checkUrls(request); !checked)
        return std::unexpected(checked.error());
    try {
        lt::file_storage storage = storageOf(plan);
        lt::create_torrent creator(storage, plan.shown.pieceLength, flagsOf(request.format));
        if (auto hashed = hashPieces(creator, request, plan, progress); !hashed)
            return std::unexpected(hashed.error());
        if (auto unchanged = checkUnchanged(plan); !unchanged)
            return std::unexpected(unchanged.error());
        return finished(assemble(creator, request, plan), plan.shown);
    } catch (const lt::system_error& error) {
        return std::unexpected(toError(error.code(), Operation::CreateTorrent, plan.shown.name.toStdString()));
    } catch (const std::exception& error) {
        return failure(ErrorKind::Internal, Operation::CreateTorrent, plan.shown.name.toStdString(), error.what());
    }
}

Expected<CreatedTorrent>
createTorrent(const CreateTorrentRequest& request, const std::function<bool(qint64 done, qint64 total)>& progress) {
    const auto plan = planCreation(request);
    if (!plan)
        return std::unexpected(plan.error());
    return hashPlan(request, *plan, progress);
}

} // namespace essaim::engine
