// Properties of the bencode reader and writer on random values and on damaged documents.
#include "core/bencode_reader.h"
#include "core/bencode_writer.h"

#include <QTest>

#include <random>

using namespace essaim;
using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;

namespace {

/// Random values, always the same for the same seed.
class Generator {
public:
    explicit Generator(unsigned seed)
        : m_engine(seed) {}

    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_engine); }

    std::string bytes(std::size_t maximum) {
        std::string result(below(maximum + 1), '\0');
        for (auto& byte : result)
            byte = static_cast<char>(below(256));
        return result;
    }

    std::int64_t integer() {
        const auto bits = std::uniform_int_distribution<std::int64_t>(INT64_MIN, INT64_MAX)(m_engine);
        return bits >> below(64); // small ones as often as large ones
    }

    BencodeValue value(int depth) {
        switch (below(depth > 0 ? 4 : 2)) {
        case 0:
            return integer();
        case 1:
            return bytes(12);
        case 2: {
            BencodeValue::List list;
            for (auto left = below(5); left > 0; --left)
                list.push_back(value(depth - 1));
            return list;
        }
        default: {
            BencodeValue::Dictionary dictionary;
            for (auto left = below(5); left > 0; --left)
                dictionary.insert_or_assign(bytes(6), value(depth - 1));
            return dictionary;
        }
        }
    }

private:
    std::mt19937 m_engine;
};

/// The value that a document holds, made again from what the reader says.
BencodeValue rebuild(const Value& value) {
    if (const auto integer = value.integer())
        return *integer;
    if (const auto string = value.string())
        return *string;
    if (value.is(Type::List)) {
        BencodeValue::List list;
        value.forEach([&list](const Value& element) { list.push_back(rebuild(element)); });
        return list;
    }
    BencodeValue::Dictionary dictionary;
    value.forEachEntry([&dictionary](std::string_view key, const Value& element) {
        dictionary.insert_or_assign(std::string(key), rebuild(element));
    });
    return dictionary;
}

/// Everything about an accepted document that holds for each of them.
void checkAccepted(const BencodeDocument& document, std::string_view bytes) {
    QCOMPARE(document.root().encoded(), bytes);
    const auto again = rebuild(document.root()).encode();
    if (document.isCanonical())
        QCOMPARE(again, bytes);
    else
        QVERIFY(again != bytes);
}

} // namespace

class BencodeRoundTripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomValuesComeBackAsTheyWere() {
        Generator random(1);
        for (int i = 0; i < 3000; ++i) {
            const auto value = random.value(6);
            const auto bytes = value.encode();
            const auto document = BencodeDocument::parse(bytes);
            QVERIFY(document.has_value());
            QVERIFY(document->isCanonical());
            QVERIFY(rebuild(document->root()) == value);
            checkAccepted(*document, bytes);
        }
    }

    void everyTruncationIsRefused() {
        Generator random(2);
        for (int i = 0; i < 300; ++i) {
            const auto bytes = random.value(4).encode();
            for (std::size_t length = 0; length < bytes.size(); ++length) {
                // A copy of exactly this size, so that a sanitizer sees a read past the end.
                const std::string cut(bytes, 0, length);
                const auto document = BencodeDocument::parse(cut);
                QVERIFY(!document.has_value());
                QCOMPARE(document.error().kind, ErrorKind::InvalidData);
            }
        }
    }

    void mutationsAreRefusedOrReadFaithfully() {
        Generator random(3);
        int accepted = 0;
        for (int i = 0; i < 20000; ++i) {
            auto bytes = random.value(4).encode();
            for (auto changes = 1 + random.below(3); changes > 0; --changes) {
                const auto at = random.below(bytes.size());
                if (random.below(3) == 0)
                    bytes.erase(at, 1);
                else
                    bytes[at] = "0123456789:-ilde\xff"[random.below(17)];
                if (bytes.empty())
                    bytes = "e";
            }
            const auto document = BencodeDocument::parse(bytes);
            if (!document)
                continue;
            ++accepted;
            checkAccepted(*document, bytes);
        }
        QVERIFY(accepted > 0);
    }
};

QTEST_GUILESS_MAIN(BencodeRoundTripTest)
#include "bencode_round_trip_test.moc"
