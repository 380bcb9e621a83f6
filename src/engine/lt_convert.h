// Between libtorrent's vocabulary and ours. Private to the engine.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"

#include <QDateTime>
#include <QString>

#include <libtorrent/error_code.hpp>
#include <libtorrent/info_hash.hpp>
#include <libtorrent/time.hpp>

#include <string_view>

namespace essaim::engine {

[[nodiscard]] InfoHash toInfoHash(const lt::info_hash_t& hashes);
[[nodiscard]] lt::info_hash_t toLt(const InfoHash& infoHash);

/// System errors keep their class; what the library calls wrong in the data becomes InvalidData.
[[nodiscard]] Error toError(const lt::error_code& code, Operation operation, std::string subject = {});

[[nodiscard]] inline QString toQString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}
[[nodiscard]] inline std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// Local time of a Unix time; invalid for 0 and less.
[[nodiscard]] QDateTime toDateTime(std::time_t seconds);
/// Unix time, to the second, of a moment of libtorrent's monotonic clock; 0 if it never happened.
[[nodiscard]] std::time_t toUnixTime(lt::time_point moment);

} // namespace essaim::engine
