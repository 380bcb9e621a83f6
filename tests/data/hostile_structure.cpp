// Files, sizes and flags that cannot be, or are too much.
#include "data/hostile_torrents.h"
#include "data/torrent_parts.h"

namespace essaim::test {
namespace {

Dictionary with(std::uint32_t seed, const char* key, BencodeValue value) {
    Dictionary info = twoFiles(seed);
    info[key] = std::move(value);
    return info;
}

Dictionary without(std::uint32_t seed, const char* key) {
    Dictionary info = twoFiles(seed);
    info.erase(key);
    return info;
}

Dictionary marked(Dictionary file, const char* attributes) {
    file["attr"] = attributes;
    return file;
}

List manyFiles(int count, std::int64_t length) {
    List files;
    for (int i = 0; i < count; ++i)
        files.emplace_back(fileOf(length, {std::to_string(i)}));
    return files;
}

} // namespace

void addHostileStructure(std::vector<HostileSample>& samples, std::uint32_t seed) {
    const auto add = [&](const char* name, const Dictionary& info, std::optional<Fault> fault) {
        samples.push_back({name, torrentOf(info), fault});
    };
    const auto next = [&seed] { return ++seed; };
    const auto sized = [&](std::int64_t length) { return with(next(), "files", List{fileOf(length, {"x"})}); };

    for (const std::int64_t length :
         {std::int64_t(0), std::int64_t(-1), std::int64_t(1), std::int64_t(3), std::int64_t(8'192),
          std::int64_t(20'000), std::int64_t(1) << 28, std::int64_t(1) << 31, std::int64_t(1) << 40,
          std::int64_t(1) << 62})
        samples.push_back(
            {"piece length " + std::to_string(length), torrentOf(with(next(), "piece length", number(length))),
             Fault::PieceLength});
    add("piece length is text", with(next(), "piece length", "16384"), Fault::PieceLength);
    add("no piece length", without(next(), "piece length"), Fault::PieceLength);

    add("negative size", sized(-1), Fault::FileSize);
    add("size of 63 bits", sized(std::numeric_limits<std::int64_t>::max()), Fault::FileSize);
    add("size of an exbibyte", sized(std::int64_t(1) << 60), Fault::FileSize);
    add("size is text", with(next(), "files", List{Dictionary{{"length", "5"}, {"path", List{"x"}}}}), Fault::FileSize);
    add("no size", with(next(), "files", List{Dictionary{{"path", List{"x"}}}}), Fault::FileSize);
    add("sizes that add up to too much", with(next(), "files", manyFiles(5, std::int64_t(1) << 48)), Fault::TotalSize);
    add("more pieces than allowed", sized(std::int64_t(1) << 40), Fault::TooManyPieces);
    add("all files empty", with(next(), "files", manyFiles(3, 0)), Fault::NoData);
    add("no files", with(next(), "files", List{}), Fault::NoData);
    add("100,001 files", with(next(), "files", manyFiles(100'001, 1)), Fault::TooManyFiles);
    add("one file empty", infoOf(List{fileOf(0, {"empty"}), fileOf(100, {"x"})}, 100, next()), std::nullopt);
    add(
        "1,000 empty files",
        [&] {
            List files = manyFiles(1'000, 0);
            files.emplace_back(fileOf(100, {"x"}));
            return infoOf(std::move(files), 100, next());
        }(),
        std::nullopt);

    add("files is a dictionary", with(next(), "files", Dictionary{{"a", "b"}}), Fault::NoFileList);
    add("a file is a number", with(next(), "files", List{number(1)}), Fault::NoFileList);
    add("one file and many", with(next(), "length", number(30'000)), Fault::OneAndMany);
    add("no files at all", without(next(), "files"), Fault::FileSize);
    add("no name", without(next(), "name"), Fault::NoName);
    add("name is a number", with(next(), "name", number(1)), Fault::NoName);
    add("second name leads up", with(next(), "name.utf-8", ".."), Fault::LeavesFolder);
    add(
        "second path leads up",
        [&] {
            Dictionary file = fileOf(30'000, {"x"});
            file["path.utf-8"] = List{"..", "x"};
            return with(next(), "files", List{std::move(file)});
        }(),
        Fault::LeavesFolder);
    add("version 3", with(next(), "meta version", number(3)), Fault::UnknownVersion);
    add("version is text", with(next(), "meta version", "2"), Fault::UnknownVersion);
    add("private is text", with(next(), "private", "1"), Fault::UnclearPrivacy);
    add("private is two", with(next(), "private", number(2)), Fault::UnclearPrivacy);
    add("private", with(next(), "private", number(1)), std::nullopt);
    add("certificate", with(next(), "ssl-cert", "-----BEGIN CERTIFICATE-----"), Fault::NeedsCertificate);

    const auto linked = [&](List target) {
        Dictionary file = marked(fileOf(0, {"link"}), "l");
        file["symlink path"] = std::move(target);
        return infoOf(List{fileOf(30'000, {"x"}), std::move(file)}, 30'000, next());
    };
    add("link to the root", linked({"/"}), Fault::SymbolicLink);
    add("link up", linked({"..", "..", "etc"}), Fault::SymbolicLink);
    add("link to itself", linked({"link"}), Fault::SymbolicLink);
    add("link to a file of the torrent", linked({"x"}), Fault::SymbolicLink);
    add("link without target", linked({}), Fault::SymbolicLink);
    add(
        "link among other flags", [&] { return with(next(), "files", List{marked(fileOf(30'000, {"x"}), "xhl")}); }(),
        Fault::SymbolicLink);
    add(
        "a single file that is a link",
        [&] {
            Dictionary info = without(next(), "files");
            info["length"] = number(30'000);
            info["attr"] = "l";
            return info;
        }(),
        Fault::SymbolicLink);
    add(
        "executable and hidden", [&] { return with(next(), "files", List{marked(fileOf(30'000, {"x"}), "xh")}); }(),
        std::nullopt);

    const auto padded = [&](std::int64_t padding, List path) {
        const std::int64_t pieceLength = 128 * 1024 * 1024;
        return infoOf(
            List{fileOf(100, {"x"}), marked(fileOf(padding, std::move(path)), "p")}, 100 + padding, next(),
            pieceLength);
    };
    add("padding of a tebibyte", padded(std::int64_t(1) << 40, {".pad", "0"}), Fault::TooMuchPadding);
    add("padding under another name", padded(1'000, {".ssh", "id_rsa"}), std::nullopt);
    add("padding that leads up", padded(1'000, {"..", "x"}), Fault::LeavesFolder);
}

} // namespace essaim::test
