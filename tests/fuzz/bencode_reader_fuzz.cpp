// Any bytes: refused with a reason, or read so that writing them again gives what the document says of itself.
#include "check.h"

#include "core/bencode_reader.h"
#include "core/bencode_writer.h"

#include <cstdint>
#include <string>

using namespace essaim;
using Value = BencodeDocument::Value;
using Type = BencodeDocument::Type;

namespace {

BencodeValue rebuild(const Value& value) {
    if (const auto integer = value.integer())
        return *integer;
    if (const auto string = value.string())
        return *string;
    std::size_t seen = 0;
    if (value.is(Type::List)) {
        BencodeValue::List list;
        value.forEach([&](const Value& element) {
            list.push_back(rebuild(element));
            ++seen;
        });
        FUZZ_CHECK(seen == value.size());
        return list;
    }
    FUZZ_CHECK(value.is(Type::Dictionary));
    BencodeValue::Dictionary dictionary;
    value.forEachEntry([&](std::string_view key, const Value& element) {
        FUZZ_CHECK(value[key]);
        dictionary.try_emplace(std::string(key), rebuild(element));
        ++seen;
    });
    FUZZ_CHECK(seen == value.size());
    return dictionary;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const auto document = BencodeDocument::parse(bytes);
    if (!document) {
        FUZZ_CHECK(!document.error().detail.empty());
        return 0;
    }
    FUZZ_CHECK(document->root().encoded() == bytes);
    FUZZ_CHECK(document->isCanonical() == (rebuild(document->root()).encode() == bytes));
    return 0;
}
