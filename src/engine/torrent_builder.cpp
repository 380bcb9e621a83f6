#include "engine/torrent_builder.h"

#include "core/bencode_writer.h"
#include "hashing/merkle_tree.h"

namespace essaim::engine {
namespace {

using Dictionary = BencodeValue::Dictionary;
using List = BencodeValue::List;

template <std::size_t N>
std::string_view bytesOf(const Digest<N>& digest) {
    return {reinterpret_cast<const char*>(digest.bytes.data()), N};
}

bool hasV1(const CreateTorrentRequest& request) {
    return request.format != TorrentFormat::V2;
}

bool hasV2(const CreateTorrentRequest& request) {
    return request.format != TorrentFormat::V1;
}

List splitPath(std::string_view path) {
    List parts;
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        parts.emplace_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return parts;
}

/// Puts together one torrent.
class Builder {
public:
    Builder(
        const CreateTorrentRequest& request, const CreationPlan& plan, const hashing::HashJob& job,
        const hashing::PieceMap& pieces, const hashing::HashResult& result)
        : m_request(request)
        , m_plan(plan)
        , m_job(job)
        , m_pieces(pieces)
        , m_result(result) {}

    std::string build(std::int64_t createdAt) {
        Dictionary torrent;
        setTrackers(torrent);
        torrent.emplace("created by", "Essaim " ESSAIM_VERSION);
        if (createdAt > 0)
            torrent.emplace("creation date", createdAt);
        if (!m_request.comment.isEmpty())
            torrent.emplace("comment", m_request.comment.toStdString());
        setWebSeeds(torrent);
        Dictionary info = commonInfo();
        if (hasV1(m_request))
            addV1(info);
        if (hasV2(m_request)) {
            info.emplace("meta version", 2);
            Dictionary layers;
            info.emplace("file tree", fileTree(layers));
            torrent.emplace("piece layers", std::move(layers));
        }
        torrent.emplace("info", std::move(info));
        return BencodeValue(std::move(torrent)).encode();
    }

private:
    void setTrackers(Dictionary& torrent) const {
        List tiers;
        std::string first;
        std::size_t count = 0;
        for (const QStringList& urls : m_request.trackers) {
            List tier;
            for (const QString& url : urls) {
                if (first.empty())
                    first = url.toStdString();
                tier.emplace_back(url.toStdString());
                ++count;
            }
            if (!tier.empty())
                tiers.emplace_back(std::move(tier));
        }
        if (count > 0)
            torrent.emplace("announce", first);
        if (count > 1)
            torrent.emplace("announce-list", std::move(tiers));
    }

    void setWebSeeds(Dictionary& torrent) const {
        List urls;
        for (const QString& url : m_request.webSeeds)
            urls.emplace_back(url.toStdString());
        if (urls.size() == 1)
            torrent.emplace("url-list", std::move(urls.front()));
        else if (!urls.empty())
            torrent.emplace("url-list", std::move(urls));
    }

    Dictionary commonInfo() const {
        Dictionary info;
        info.emplace("name", m_plan.shown.name.toStdString());
        info.emplace("piece length", m_plan.shown.pieceLength);
        if (m_request.isPrivate)
            info.emplace("private", 1);
        if (!m_request.source.isEmpty())
            info.emplace("source", m_request.source.toStdString());
        return info;
    }

    std::string attributesOf(const SourceFile& file) const {
        return m_request.markPrograms && file.isExecutable ? "x" : "";
    }

    void addV1(Dictionary& info) const {
        std::string hashes;
        hashes.reserve(m_result.sha1.size() * Sha1Hash::kSize);
        for (const Sha1Hash& hash : m_result.sha1)
            hashes += bytesOf(hash);
        info.emplace("pieces", std::move(hashes));
        if (m_plan.isSingleFile()) {
            const SourceFile& file = m_plan.files.front();
            info.emplace("length", file.identity.size);
            if (std::string attributes = attributesOf(file); !attributes.empty())
                info.emplace("attr", std::move(attributes));
        } else {
            info.emplace("files", v1Files());
        }
    }

    BencodeValue v1Files() const {
        std::string files = "l";
        for (const SourceFile& file : m_plan.files) {
            Dictionary entry;
            if (std::string attributes = attributesOf(file); !attributes.empty())
                entry.emplace("attr", std::move(attributes));
            entry.emplace("length", file.identity.size);
            entry.emplace("path", splitPath(file.path));
            BencodeValue(std::move(entry)).encodeTo(files);
            const std::int64_t over = file.identity.size % m_job.pieceLength;
            if (m_job.isPadded && over > 0)
                BencodeValue(padFile(m_job.pieceLength - over)).encodeTo(files);
        }
        files += 'e';
        return BencodeValue::encoded(std::move(files));
    }

    static Dictionary padFile(std::int64_t size) {
        return {
            {"attr", "p"}, {"length", size}, {"path", List{BencodeValue(".pad"), BencodeValue(std::to_string(size))}}};
    }

    BencodeValue fileTree(Dictionary& layers) const {
        Folder top;
        for (std::size_t i = 0; i < m_plan.files.size(); ++i) {
            const SourceFile& file = m_plan.files[i];
            const std::string path = m_plan.isSingleFile() ? m_plan.shown.name.toStdString() : file.path;
            top.add(path, Dictionary{{"", leafOf(i, layers)}});
        }
        return BencodeValue::encoded(top.take());
    }

    /// What the tree says about one file.
    Dictionary leafOf(std::size_t index, Dictionary& layers) const {
        const SourceFile& file = m_plan.files[index];
        Dictionary leaf;
        if (std::string attributes = attributesOf(file); !attributes.empty())
            leaf.emplace("attr", std::move(attributes));
        leaf.emplace("length", file.identity.size);
        const std::size_t count = m_pieces.piecesOf(index);
        if (count == 0)
            return leaf;
        const std::size_t first = m_pieces.firstPieceOf(index);
        Sha256Hash root = m_result.sha256[first];
        if (count > 1) {
            const auto begin = m_result.sha256.begin() + std::ptrdiff_t(first);
            std::vector<Sha256Hash> layer(begin, begin + std::ptrdiff_t(count));
            std::string bytes;
            bytes.reserve(count * Sha256Hash::kSize);
            for (const Sha256Hash& hash : layer)
                bytes += bytesOf(hash);
            root = hashing::merkleRoot(std::move(layer), 1, hashing::pieceLevels(m_job.pieceLength));
            layers.insert_or_assign(std::string(bytesOf(root)), std::move(bytes));
        }
        leaf.emplace("pieces root", bytesOf(root));
        return leaf;
    }

    /// Part of the tree that is being made, encoded already: as values, the files of a large torrent would need ten
    /// times the memory. Files come sorted, so only the last folder of each level is open.
    class Folder {
    public:
        void add(std::string_view path, const BencodeValue& file) {
            const auto slash = path.find('/');
            const std::string_view name = path.substr(0, slash);
            if (m_open && m_openName != name)
                close();
            if (slash == std::string_view::npos) {
                appendBencodeString(m_entries, name);
                file.encodeTo(m_entries);
                return;
            }
            if (!m_open) {
                m_open = std::make_unique<Folder>();
                m_openName = name;
            }
            m_open->add(path.substr(slash + 1), file);
        }
        std::string take() {
            if (m_open)
                close();
            return std::move(m_entries) + 'e';
        }

    private:
        void close() {
            appendBencodeString(m_entries, m_openName);
            m_entries += m_open->take();
            m_open.reset();
        }
        std::string m_entries = "d";
        std::string m_openName;
        std::unique_ptr<Folder> m_open;
    };

    const CreateTorrentRequest& m_request;
    const CreationPlan& m_plan;
    const hashing::HashJob& m_job;
    const hashing::PieceMap& m_pieces;
    const hashing::HashResult& m_result;
};

} // namespace

hashing::HashJob hashJobOf(const CreateTorrentRequest& request, CreationPlan& plan) {
    hashing::HashJob job;
    job.files.reserve(plan.files.size());
    for (SourceFile& file : plan.files)
        job.files.push_back({std::move(file.diskPath), file.identity.size, &file.identity});
    job.pieceLength = plan.shown.pieceLength;
    job.wantsSha1 = hasV1(request);
    job.wantsSha256 = hasV2(request);
    job.isAligned = hasV2(request) || request.padFiles;
    job.isPadded = hasV1(request) && job.isAligned && plan.files.size() > 1; // behind the last file, too, as others do
    job.threads = request.isGentle ? 1 : request.threads;
    job.isGentle = request.isGentle;
    job.readOrder = hashing::ReadOrder(request.readOrder);
    return job;
}

std::string buildTorrent(
    const CreateTorrentRequest& request, const CreationPlan& plan, const hashing::HashJob& job,
    const hashing::PieceMap& pieces, const hashing::HashResult& result, std::int64_t createdAt) {
    return Builder(request, plan, job, pieces, result).build(createdAt);
}

} // namespace essaim::engine
