// Bytes that are no torrent, or one that two programs read in two ways.
#include "data/hostile_torrents.h"
#include "data/torrent_parts.h"

namespace essaim::test {

void addHostileBytes(std::vector<HostileSample>& samples, std::uint32_t seed) {
    const std::string sound = torrentOf(twoFiles(seed));
    const std::string info = BencodeValue(twoFiles(seed)).encode();
    const auto add = [&](const char* name, std::string bytes, std::optional<Fault> fault) {
        samples.push_back({name, std::move(bytes), fault});
    };
    const auto repeated = [](int count, const char* text) {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += text;
        return all;
    };
    add("sound", sound, std::nullopt);
    add("empty file", "", Fault::Empty);
    add("text", "hello, this is no torrent", Fault::NotBencoded);
    add("web page", "<!DOCTYPE html><html></html>", Fault::WebPage);
    add("web page behind blanks", "\r\n  <html>", Fault::WebPage);
    add("gzip", std::string("\x1f\x8b\x08\0\0\0", 6), Fault::Compressed);
    add("zip", "PK\x03\x04xxxx", Fault::Compressed);
    add("a number", "i42e", Fault::NotADictionary);
    add("a string", "4:spam", Fault::NotADictionary);
    add("a list", "l4:spame", Fault::NotADictionary);
    add("an empty dictionary", "de", Fault::NoInfo);
    add("info is a list",
        "d4:infole"
        "e",
        Fault::NoInfo);
    add("info is a number", "d4:infoi1ee", Fault::NoInfo);
    add("one byte short", sound.substr(0, sound.size() - 1), Fault::CutShort);
    add("half of it", sound.substr(0, sound.size() / 2), Fault::CutShort);
    add("a newline behind", sound + "\n", Fault::BytesAfterEnd);
    add("a second torrent behind", sound + sound, Fault::BytesAfterEnd);
    add("leading zero", "d1:ai01e4:info" + info + "e", Fault::NotBencoded);
    add("minus zero", "d1:ai-0e4:info" + info + "e", Fault::NotBencoded);
    add("blank in a number", "d1:ai 1e4:info" + info + "e", Fault::NotBencoded);
    add("plus", "d1:ai+1e4:info" + info + "e", Fault::NotBencoded);
    add("empty number", "d1:aie4:info" + info + "e", Fault::NotBencoded);
    add("number of 64 bits and more", "d1:ai18446744073709551616e4:info" + info + "e", Fault::NotBencoded);
    add("length with a leading zero", "d01:ai1e4:info" + info + "e", Fault::NotBencoded);
    add("negative length", "d-1:ai1e4:info" + info + "e", Fault::NotBencoded);
    add("length of 63 bits", "d9223372036854775808:a", Fault::CutShort);
    add("length beyond the end", "d1:a99:xe", Fault::CutShort);
    add("key that is a number", "di1e1:ae", Fault::NotBencoded);
    add("key without value", "d1:ae", Fault::NotBencoded);
    add("65 levels", "d1:a" + repeated(70, "l") + repeated(70, "e") + "4:info" + info + "e", Fault::TooDeep);
    add("a million levels", repeated(1'000'000, "l"), Fault::TooDeep);
    add("a million levels of dictionaries", repeated(1'000'000, "d1:a"), Fault::TooDeep);
    add("3,100,000 values", "d1:al" + repeated(3'100'000, "0:") + "e4:info" + info + "e", Fault::TooManyValues);
    add("more than 32 million bytes", std::string(32'000'001, 'x'), Fault::TooLarge);
    add("info twice", "d4:info" + info + "4:info" + info + "e", Fault::RepeatedKey);
    add("name twice", "d4:infod4:name1:a4:name2:..ee", Fault::RepeatedKey);
    add("key twice in something else", "d1:ad1:x0:1:x0:e4:info" + info + "e", Fault::RepeatedKey);
    add("key twice, not side by side", "d4:info" + info + "1:a0:4:info" + info + "e", Fault::RepeatedKey);
    samples.push_back(
        {"keys not in order", "d4:info" + BencodeValue(twoFiles(seed + 8)).encode() + "7:comment2:hie", std::nullopt,
         TorrentNote::Kind::UnsortedKeys});
    samples.push_back(
        {"comment of nine megabytes", torrentOf(twoFiles(seed + 1), {{"comment", std::string(9'000'000, 'c')}})});
    samples.push_back(
        {"creator of a megabyte", torrentOf(twoFiles(seed + 2), {{"created by", std::string(1'000'000, 'c')}})});
    samples.push_back(
        {"comment that commands a terminal",
         torrentOf(
             twoFiles(seed + 9),
             {{"comment", "\x1b[2J\x1b]0;title\x07\u202emoc.elpmaxe"}, {"created by", "\x1b[31m\r"}})});
    samples.push_back(
        {"comment of a thousand lines",
         torrentOf(twoFiles(seed + 10), {{"comment", std::string(1'000, '\n') + "end"}})});
    samples.push_back({"made before time", torrentOf(twoFiles(seed + 3), {{"creation date", number(-1)}})});
    samples.push_back(
        {"made in the far future", torrentOf(twoFiles(seed + 4), {{"creation date", number(std::int64_t(1) << 62)}})});
    samples.push_back({"date is a list", torrentOf(twoFiles(seed + 5), {{"creation date", List{}}})});
    samples.push_back(
        {"words of saved state", torrentOf(
                                     twoFiles(seed + 6), {{"save_path", "/etc"},
                                                          {"mapped_files", List{"/etc/passwd", "../x"}},
                                                          {"file-format", "libtorrent resume file"},
                                                          {"qBt-savePath", "/etc"}})});
    Dictionary bomb = twoFiles(seed + 7);
    bomb["similar"] = List(50'000, BencodeValue(std::string(20, 's')));
    bomb["collections"] = List(50'000, BencodeValue("c"));
    samples.push_back({"100,000 similar torrents and collections", torrentOf(bomb)});
}

} // namespace essaim::test
