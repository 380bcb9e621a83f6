// Any text: what is taken for an address, an endpoint, a prefix or a size is written so that it reads the same again.
#include "check.h"

#include "core/cidr.h"
#include "core/endpoint.h"
#include "core/info_hash.h"
#include "core/units.h"

#include <cstdint>
#include <string>

using namespace essaim;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    if (const auto address = IpAddress::parse(text))
        FUZZ_CHECK(IpAddress::parse(address->toString()) == address);
    if (const auto endpoint = Endpoint::parse(text))
        FUZZ_CHECK(Endpoint::parse(endpoint->toString()) == endpoint);
    if (const auto cidr = Cidr::parse(text)) {
        FUZZ_CHECK(Cidr::parse(cidr->toString()) == cidr);
        FUZZ_CHECK(cidr->contains(cidr->address()));
    }
    if (const auto bytes = parseByteSize(text)) {
        FUZZ_CHECK(*bytes >= 0);
        FUZZ_CHECK(parseByteSize(std::to_string(*bytes)) == bytes);
    }
    if (const auto hash = Sha1Hash::fromHex(text))
        FUZZ_CHECK(Sha1Hash::fromHex(hash->toHex()) == hash);
    return 0;
}
