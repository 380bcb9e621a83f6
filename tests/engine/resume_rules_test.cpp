// Saved progress that is damaged, foreign or made by an enemy never reaches libtorrent.
#include "engine/resume_rules.h"

#include "core/bencode_writer.h"

#include <QTest>

using namespace essaim;
using namespace essaim::engine;

namespace {

using Dictionary = BencodeValue::Dictionary;
using List = BencodeValue::List;

const std::string kHash = "hhhhhhhhhhhhhhhhhhhh";

/// Ten pieces of 64 KiB, three files.
ResumeFacts facts() {
    ResumeFacts facts;
    facts.infoHash.v1 = Sha1Hash::fromBytes(std::string_view(kHash));
    facts.pieceCount = 10;
    facts.fileCount = 3;
    facts.pieceLength = 64 * 1024;
    return facts;
}

Dictionary sound() {
    return {
        {"file-format", "libtorrent resume file"},
        {"file-version", BencodeValue(1)},
        {"info-hash", kHash},
        {"pieces", std::string(10, '\1')},
        {"file_priority", List{BencodeValue(4), BencodeValue(0), BencodeValue(4)}},
        {"mapped_files", List{"Folder/a", "", "Folder/sub/c"}},
        {"unfinished", List{Dictionary{{"piece", BencodeValue(9)}, {"bitmask", std::string(1, '\3')}}}}};
}

Dictionary with(const char* key, BencodeValue value) {
    Dictionary resume = sound();
    resume[key] = std::move(value);
    return resume;
}

Dictionary without(const char* key) {
    Dictionary resume = sound();
    resume.erase(key);
    return resume;
}

BencodeValue piece(int index, std::size_t bitmask) {
    return List{Dictionary{{"piece", BencodeValue(index)}, {"bitmask", std::string(bitmask, '\1')}}};
}

} // namespace

class ResumeRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void acceptsWhatFitsTheTorrent() {
        QVERIFY(!refusedResume(BencodeValue(sound()).encode(), facts()));
        for (const char* optional : {"pieces", "file_priority", "mapped_files", "unfinished"})
            QVERIFY2(!refusedResume(BencodeValue(without(optional)).encode(), facts()), optional);
        QVERIFY(!refusedResume(BencodeValue(with("info-hash2", std::string(32, '\0'))).encode(), facts()));
    }

    void refusesWhatDoesNotFit_data() {
        QTest::addColumn<QByteArray>("resume");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const Dictionary& resume, Fault fault = Fault::ResumeData) {
            QTest::newRow(name) << QByteArray::fromStdString(BencodeValue(resume).encode()) << int(fault);
        };
        row("no format", without("file-format"));
        row("other format", with("file-format", "other resume file"));
        row("no hash", without("info-hash"));
        row("hash of another torrent", with("info-hash", std::string(20, 'x')));
        row("hash of zeros", with("info-hash", std::string(20, '\0')));
        row("hash cut", with("info-hash", kHash.substr(1)));
        row("hash of version 2 that the torrent has not got", with("info-hash2", std::string(32, 'x')));
        row("a torrent of its own", with("info", Dictionary{{"name", "other"}}));
        row("a piece too many", with("pieces", std::string(11, '\1')));
        row("a piece too few", with("pieces", std::string(9, '\1')));
        row("pieces are a number", with("pieces", BencodeValue(3)));
        row("priorities of pieces too many", with("piece_priority", std::string(11, '\1')));
        row("priorities of files too many", with("file_priority", List(4, BencodeValue(4))));
        row("part of a piece that is not there", with("unfinished", piece(10, 1)));
        row("part of a piece below zero", with("unfinished", piece(-1, 1)));
        row("part of a piece with more blocks than it has", with("unfinished", piece(0, 2)));
        row("name of a file that is not there", with("mapped_files", List(4, BencodeValue("a"))));
        for (const char* name : {"../a", "Folder/../../a", "/etc/passwd", "Folder//a", "./a", "Folder/.."})
            row(name, with("mapped_files", List{name}));
        row("name with a NUL", with("mapped_files", List{std::string("a\0b", 3)}));
        row("name that is a number", with("mapped_files", List{BencodeValue(1)}));
        QTest::newRow("key twice") << QByteArray("d1:a0:1:a0:e") << int(Fault::RepeatedKey);
        QTest::newRow("empty") << QByteArray() << int(Fault::Empty);
        QTest::newRow("zeros") << QByteArray(512, '\0') << int(Fault::NotBencoded);
        QTest::newRow("a web page") << QByteArray("<html>") << int(Fault::WebPage);
        QTest::newRow("a list") << QByteArray("le") << int(Fault::NotADictionary);
    }
    void refusesWhatDoesNotFit() {
        QFETCH(QByteArray, resume);
        QFETCH(int, fault);
        const auto refusal = refusedResume({resume.data(), std::size_t(resume.size())}, facts());
        QVERIFY(refusal);
        QCOMPARE(int(refusal->fault), fault);
    }

    void refusesEveryTruncation() {
        const std::string whole = BencodeValue(sound()).encode();
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY(refusedResume(std::string_view(whole).substr(0, size), facts()));
    }

    void knowsNoPieceWhileThereIsNoMetadata() {
        ResumeFacts magnet = facts();
        magnet.pieceCount = magnet.fileCount = magnet.pieceLength = 0;
        QVERIFY(refusedResume(BencodeValue(sound()).encode(), magnet));
        const Dictionary bare{{"file-format", "libtorrent resume file"}, {"info-hash", kHash}};
        QVERIFY(!refusedResume(BencodeValue(bare).encode(), magnet));
    }
};

QTEST_GUILESS_MAIN(ResumeRulesTest)
#include "resume_rules_test.moc"
