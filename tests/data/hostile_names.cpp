// Names and paths that would leave their folder, hide what they are, or not fit anywhere.
#include "data/hostile_torrents.h"
#include "data/torrent_parts.h"

namespace essaim::test {
namespace {

using Kind = TorrentNote::Kind;

struct Name {
    const char* label;
    std::string bytes;
    std::optional<Fault> fault;
    std::optional<Kind> note = std::nullopt;
};

std::vector<Name> names() {
    return {
        {"up", "..", Fault::LeavesFolder},
        {"here", ".", Fault::LeavesFolder},
        {"up behind a mark of direction", "\u202e..", Fault::LeavesFolder},
        {"up around what cannot be seen", ".\u200b.", Fault::LeavesFolder},
        {"up and a slash", "../etc", Fault::PathSeparator},
        {"absolute", "/etc/passwd", Fault::PathSeparator},
        {"home", "~/.ssh", Fault::PathSeparator},
        {"backslash up", "..\\..\\x", Fault::PathSeparator},
        {"drive", "C:\\x", Fault::PathSeparator},
        {"UNC", "\\\\server\\share", Fault::PathSeparator},
        {"slash at the end", "x/", Fault::PathSeparator},
        {"empty", "", Fault::EmptyName},
        {"nothing that can be seen", "\u200b\u200e", Fault::EmptyName},
        {"direction only", "\u202e", Fault::EmptyName},
        {"NUL", std::string("a\0b", 3), Fault::ControlCharacter},
        {"NUL first", std::string("\0", 1), Fault::ControlCharacter},
        {"newline", "a\nb", Fault::ControlCharacter},
        {"escape sequence", "\x1b[2Jx", Fault::ControlCharacter},
        {"delete", "a\x7f", Fault::ControlCharacter},
        {"tab", "a\tb", Fault::ControlCharacter},
        {"256 bytes", std::string(256, 'n'), Fault::NameTooLong},
        {"a mebibyte", std::string(1 << 20, 'n'), Fault::NameTooLong},
        {"255 bytes", std::string(255, 'n'), std::nullopt},
        {"250 bytes with extension", std::string(246, 'n') + ".txt", std::nullopt},
        {"three dots", "...", std::nullopt, Kind::NotPortable},
        {"one dot leader", "\u2024\u2024", std::nullopt},
        {"fullwidth dots", "\uff0e\uff0e", std::nullopt},
        {"overlong dots", "\xc0\xae\xc0\xae", std::nullopt, Kind::BrokenText},
        {"overlong slash", "a\xc0\xaf", std::nullopt, Kind::BrokenText},
        {"byte that is no text", "caf\xe9", std::nullopt, Kind::BrokenText},
        {"surrogate", "\xed\xa0\x80x", std::nullopt, Kind::BrokenText},
        {"cut in a character", "x\xe2\x82", std::nullopt, Kind::BrokenText},
        {"device con", "con", std::nullopt, Kind::NotPortable},
        {"device with extension", "AuX.txt", std::nullopt, Kind::NotPortable},
        {"device com1", "COM1.log", std::nullopt, Kind::NotPortable},
        {"stream", "file.txt:stream", std::nullopt, Kind::NotPortable},
        {"question mark", "what?", std::nullopt, Kind::NotPortable},
        {"trailing dot", "x.", std::nullopt, Kind::NotPortable},
        {"trailing space", "x ", std::nullopt, Kind::NotPortable},
        {"leading space", " x", std::nullopt, Kind::NotPortable},
        {"only spaces", "   ", std::nullopt, Kind::NotPortable},
        {"turned around", "photo\u202egpj.exe", std::nullopt, Kind::HiddenCharacters},
        {"zero width", "pass\u200bword", std::nullopt, Kind::HiddenCharacters},
        {"isolate", "\u2066x\u2069", std::nullopt, Kind::HiddenCharacters},
        {"script", "<script>alert(1)</script>x", Fault::PathSeparator},
        {"markup", "<b>bold<b>", std::nullopt, Kind::NotPortable},
        {"shell", "$(reboot) `id` & ; '\"", std::nullopt, Kind::NotPortable},
        {"percent", "%1 %n %s %00", std::nullopt},
        {"option", "-rf", std::nullopt},
        {"hidden file", ".bashrc", std::nullopt},
        {"emoji", "\U0001F600", std::nullopt},
        {"right to left text", "\u05e9\u05dc\u05d5\u05dd", std::nullopt},
    };
}

Dictionary withPath(List path, std::uint32_t seed) {
    return infoOf(List{fileOf(20'000, std::move(path)), fileOf(10'000, {"b.bin"})}, 30'000, seed);
}

void addName(std::vector<HostileSample>& samples, const Name& name, std::uint32_t& seed) {
    const auto add = [&](const char* where, const std::string& torrent) {
        samples.push_back({std::string(name.label) + ", " + where, torrent, name.fault, name.note});
    };
    add("file", torrentOf(withPath({"sub", name.bytes}, ++seed)));
    add("folder", torrentOf(withPath({name.bytes, "a.bin"}, ++seed)));
    Dictionary named = twoFiles(++seed);
    named["name"] = name.bytes;
    add("torrent", torrentOf(named));
    const TwoPieces a(++seed);
    if (name.bytes.empty()) // means something else there
        return;
    const TwoPieces b(++seed);
    add("version 2", torrentOf(infoV2({{"a", a.entry()}, {name.bytes, b.entry()}}), layersOf(a, b)));
}

List deepPath(int folders) {
    List path;
    for (int i = 0; i < folders; ++i)
        path.emplace_back("d");
    path.emplace_back("file");
    return path;
}

void addPaths(std::vector<HostileSample>& samples, std::uint32_t& seed) {
    const auto add = [&](const char* name, List path, std::optional<Fault> fault, std::optional<Kind> note = {}) {
        samples.push_back({name, torrentOf(withPath(std::move(path), ++seed)), fault, note});
    };
    add("no path", {}, Fault::NoPath);
    add("number in a path", {"a", number(1)}, Fault::NoPath);
    add("list in a path", {"a", List{"b"}}, Fault::NoPath);
    add("up first", {"..", "x", "y"}, Fault::LeavesFolder);
    add("up in the middle", {"x", "..", "..", "y"}, Fault::LeavesFolder);
    add("31 folders", deepPath(30), std::nullopt);
    add("33 folders", deepPath(33), Fault::PathTooDeep);
    add("10,000 folders", deepPath(10'000), Fault::PathTooLong);
    add("path of 4,096 bytes", List(17, BencodeValue(std::string(240, 'p'))), Fault::PathTooLong);
    add("the same file twice", {"b.bin"}, Fault::ListedTwice);
    add("file where a folder is", {"b.bin", "x"}, Fault::FileAndFolder);
    add("twins by case", {"B.BIN"}, std::nullopt, Kind::TwinNames);
    add("file that is a folder by case", {"B.bin", "x"}, std::nullopt, Kind::TwinNames);
    add("startup file", {".config", "autostart", "x.desktop"}, std::nullopt);
    samples.push_back(
        {"twins by accent",
         torrentOf(infoOf(List{fileOf(20'000, {"\u00e9"}), fileOf(10'000, {"e\u0301"})}, 30'000, ++seed)), std::nullopt,
         Kind::TwinNames});
    samples.push_back(
        {"twins by what cannot be seen",
         torrentOf(infoOf(List{fileOf(20'000, {"caf\u00e9\u200b"}), fileOf(10'000, {"caf\u00e9"})}, 30'000, ++seed)),
         std::nullopt, Kind::TwinNames});
}

} // namespace

void addHostileNames(std::vector<HostileSample>& samples, std::uint32_t seed) {
    for (const Name& name : names())
        addName(samples, name, seed);
    addPaths(samples, seed);
}

} // namespace essaim::test
