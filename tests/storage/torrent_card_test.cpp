// Cards: every fact comes back, and no damage goes unseen.
#include "storage/torrent_card.h"

#include "storage/torrent_facts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;

namespace {

TorrentRecord full() {
    TorrentRecord record;
    record.infoHash.v1.emplace().bytes.fill(1);
    record.infoHash.v2.emplace().bytes.fill(2);
    record.id = record.infoHash.id();
    record.name = std::string("two\nlines\r\\n and \0 zero", 23);
    record.chosenName = "checksum: 00000000";
    record.savePath = "/srv/zoé: home";
    record.source = "magnet:?xt=urn:btih:01";
    record.extraTrackers = "udp://a/\nudp://b/";
    record.filePriorities = std::string("\0\4\7", 3);
    record.renamedFiles = {{0, "a"}, {12, "b:c\n"}};
    record.category = "Films";
    record.tags = {"x", "y z"};
    record.flags = {
        .sequential = true,
        .firstLastFirst = true,
        .superSeeding = true,
        .autoManaged = false,
        .stopAt = StopAt::Checked,
        .layout = Layout::NoFolder};
    record.queuePosition = 0;
    record.downloadLimit = 5;
    record.uploadLimit = 6;
    record.paused = true;
    record.addedAt = 7;
    record.completedAt = 8;
    record.uploaded = 9;
    record.downloaded = 10;
    record.lastActivity = 11;
    record.activeSeconds = 12;
    record.seedingSeconds = 13;
    return record;
}

} // namespace

class TorrentCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsEveryFactBack() {
        for (const auto metadata : {std::optional<std::uint32_t>(0xdeadbeef), std::optional<std::uint32_t>()}) {
            const auto card = decodeCard(encodeCard({full(), metadata}));
            QVERIFY(card.has_value());
            QVERIFY(card->record == full());
            QVERIFY(card->metadataChecksum == metadata);
        }
    }

    void bringsARecordWithoutChoicesBack() {
        TorrentRecord record;
        record.infoHash.v1.emplace().bytes.fill(3);
        record.id = record.infoHash.id();
        record.savePath = "/srv";
        const auto card = decodeCard(encodeCard({record, std::nullopt}));
        QVERIFY(card && card->record == record);
    }

    void refusesACardWithASingleBitChanged() {
        const std::string text = encodeCard({full(), 1});
        for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
            auto damaged = text;
            damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
            const auto card = decodeCard(damaged);
            // Upper and lower case of the checksum's own digits are the same number.
            QVERIFY2(!card || card->record == full(), damaged.c_str());
        }
    }

    void refusesACardThatWasCut() {
        const std::string text = encodeCard({full(), 1});
        for (std::size_t size = 0; size < text.size(); ++size)
            QVERIFY(!decodeCard(text.substr(0, size)));
    }

    void refusesWhatNoTorrentCanBe() {
        auto record = full();
        record.savePath = "relative";
        QVERIFY(!decodeCard(encodeCard({record, std::nullopt})));
        record = full();
        record.id.bytes.fill(9);
        QVERIFY(!decodeCard(encodeCard({record, std::nullopt})));
    }
};

QTEST_GUILESS_MAIN(TorrentCardTest)
#include "torrent_card_test.moc"
