#include "engine/lt_convert.h"

#include <boost/asio/error.hpp>

#include <chrono>

namespace essaim::engine {

InfoHash toInfoHash(const lt::info_hash_t& hashes) {
    InfoHash result;
    if (hashes.has_v1())
        result.v1 = Sha1Hash::fromBytes(std::string_view(hashes.v1.data(), Sha1Hash::kSize));
    if (hashes.has_v2())
        result.v2 = Sha256Hash::fromBytes(std::string_view(hashes.v2.data(), Sha256Hash::kSize));
    return result;
}

lt::info_hash_t toLt(const InfoHash& infoHash) {
    lt::info_hash_t result;
    if (infoHash.v1)
        std::ranges::copy(infoHash.v1->bytes, result.v1.begin());
    if (infoHash.v2)
        std::ranges::copy(infoHash.v2->bytes, result.v2.begin());
    return result;
}

Error toError(const lt::error_code& code, Operation operation, std::string subject) {
    const bool isSystem =
        code.category() == boost::system::system_category() || code.category() == boost::system::generic_category();
    const ErrorKind kind =
        isSystem ? errorKindOf(std::error_code(code.value(), std::generic_category())) : ErrorKind::InvalidData;
    return {kind, operation, std::move(subject), code.message()};
}

QDateTime toDateTime(std::time_t seconds) {
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds) : QDateTime();
}

std::time_t toUnixTime(lt::time_point moment) {
    if (moment == lt::time_point{})
        return 0;
    const auto ago = lt::clock_type::now() - moment;
    const auto wall =
        std::chrono::system_clock::now() - std::chrono::duration_cast<std::chrono::system_clock::duration>(ago);
    return std::chrono::system_clock::to_time_t(std::chrono::round<std::chrono::seconds>(wall));
}

} // namespace essaim::engine
