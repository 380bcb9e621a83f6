#include "tracker/web/torrent_file.h"

#include "core/bencode_reader.h"
#include "core/bencode_writer.h"

namespace essaim::tracker {

namespace {

using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;

void add(TorrentFacts& facts, std::string path, std::int64_t size) {
    ++facts.fileCount;
    if (facts.files.size() < TorrentFacts::kMostFiles)
        facts.files.push_back({std::move(path), size});
}

std::string joined(const Value& path) {
    std::string result;
    path.forEach([&](const Value& part) {
        if (!result.empty())
            result += '/';
        result += part.string().value_or("");
    });
    return result;
}

/// Pad files (BEP 47) are nobody's business.
bool isPadding(const Value& file) {
    return file["attr"].string().value_or("").contains('p');
}

void readV1(TorrentFacts& facts, const Value& info) {
    const Value files = info["files"];
    if (!files) {
        add(facts, std::string(info["name"].string().value_or("")), info["length"].integer().value_or(0));
        return;
    }
    files.forEach([&](const Value& file) {
        if (!isPadding(file))
            add(facts, joined(file["path"]), file["length"].integer().value_or(0));
    });
}

/// The depth is bounded by the reader of the document.
void readV2(TorrentFacts& facts, const Value& folder, const std::string& path) {
    folder.forEachEntry([&](std::string_view name, const Value& entry) {
        if (name.empty()) {
            add(facts, path, entry["length"].integer().value_or(0));
            return;
        }
        readV2(facts, entry, path.empty() ? std::string(name) : path + "/" + std::string(name));
    });
}

} // namespace

std::optional<TorrentFacts> readFacts(std::string_view torrent) {
    const auto document = BencodeDocument::parse(torrent);
    if (!document)
        return std::nullopt;
    const Value info = document->root()["info"];
    if (!info.is(Type::Dictionary))
        return std::nullopt;
    TorrentFacts facts;
    facts.isPrivate = info["private"].integer() == 1;
    if (const Value tree = info["file tree"]; tree.is(Type::Dictionary))
        readV2(facts, tree, {});
    else
        readV1(facts, info);
    return facts;
}

std::string withAnnounceUrls(std::string_view torrent, const std::vector<std::string>& urls) {
    const auto document = BencodeDocument::parse(torrent);
    if (!document || !document->root()["info"])
        return {};
    BencodeValue::Dictionary changed;
    document->root().forEachEntry([&](std::string_view key, const Value& value) {
        if (key != "announce" && key != "announce-list" && key != "nodes")
            changed.emplace(std::string(key), BencodeValue::encoded(std::string(value.encoded())));
    });
    if (!urls.empty()) {
        changed.insert_or_assign("announce", BencodeValue(urls.front()));
        BencodeValue::List tiers;
        for (const auto& url : urls)
            tiers.emplace_back(BencodeValue::List{BencodeValue(url)});
        changed.insert_or_assign("announce-list", BencodeValue(std::move(tiers)));
    }
    return BencodeValue(std::move(changed)).encode();
}

} // namespace essaim::tracker
