#include "tracker/wire/http_announce.h"

#include "tracker/wire/query_string.h"
#include "tracker/wire/siphash.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace essaim::tracker {

namespace {

enum class Name : std::uint8_t {
    Other,
    InfoHash,
    PeerId,
    Port,
    Uploaded,
    Downloaded,
    Left,
    Event,
    NumWant,
    Compact,
    NoPeerId,
    Ip,
    Key,
};

struct KnownName {
    std::string_view text;
    Name name;
};

constexpr KnownName kNames[] = {
    {"info_hash", Name::InfoHash},
    {"peer_id", Name::PeerId},
    {"port", Name::Port},
    {"uploaded", Name::Uploaded},
    {"downloaded", Name::Downloaded},
    {"left", Name::Left},
    {"event", Name::Event},
    {"numwant", Name::NumWant},
    {"compact", Name::Compact},
    {"no_peer_id", Name::NoPeerId},
    {"ip", Name::Ip},
    {"key", Name::Key},
};

struct KnownEvent {
    std::string_view text;
    AnnounceEvent event;
};

constexpr KnownEvent kEvents[] = {
    {"", AnnounceEvent::None},           {"empty", AnnounceEvent::None},    {"started", AnnounceEvent::Started},
    {"stopped", AnnounceEvent::Stopped}, {"paused", AnnounceEvent::Paused}, {"completed", AnnounceEvent::Completed},
};

constexpr RequestError kBrokenEscape = "broken percent escape in the request";

Name lookUp(std::string_view text) {
    const auto* found = std::ranges::find(kNames, text, &KnownName::text);
    return found == std::end(kNames) ? Name::Other : found->name;
}

/// Which parameter it is; nothing if the name is broken.
std::optional<Name> nameOf(std::string_view encoded) {
    if (!encoded.contains('%'))
        return lookUp(encoded);
    std::array<std::uint8_t, 16> decoded;
    const auto length = percentDecode(encoded, decoded);
    if (!length || encoded.contains("%00"))
        return std::nullopt;
    if (*length > decoded.size())
        return Name::Other;
    std::array<char, 16> text;
    std::ranges::copy(decoded, text.begin());
    return lookUp({text.data(), *length});
}

/// 0 to 2^63-1; negative becomes `negative`, since some clients say -1 for "unknown".
std::optional<std::uint64_t> counter(std::string_view text, std::uint64_t negative) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value < 0 ? negative : static_cast<std::uint64_t>(value);
}

std::int32_t numWant(std::string_view text) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument || text.starts_with('-'))
        return -1;
    return static_cast<std::int32_t>(error == std::errc() ? std::min(value, kMost) : kMost);
}

/// Collects the parameters of one announce and says what is wrong with them.
class AnnounceReader {
public:
    /// Empty = fine.
    RequestError add(Name name, std::string_view value) {
        switch (name) {
        case Name::InfoHash:
            return infoHash(value);
        case Name::PeerId:
            return peerId(value);
        case Name::Port:
            return port(value);
        case Name::Uploaded:
            return number(value, 0, m_request.uploaded);
        case Name::Downloaded:
            return number(value, 0, m_request.downloaded);
        case Name::Left:
            return number(value, AnnounceRequest::kLeftUnknown, m_request.left);
        case Name::Event:
            return event(value);
        case Name::NumWant:
            m_request.numWant = numWant(value);
            break;
        case Name::Compact:
            m_request.compact = value != "0";
            break;
        case Name::NoPeerId:
            m_request.noPeerId = value != "0";
            break;
        case Name::Ip:
            return address(value);
        case Name::Key:
            return key(value);
        case Name::Other:
            break;
        }
        return percentDecode(value, {}) ? RequestError() : kBrokenEscape;
    }

    std::expected<AnnounceRequest, RequestError> finish() const {
        if (!m_hasInfoHash)
            return std::unexpected("info_hash is missing");
        if (!m_hasPeerId)
            return std::unexpected("peer_id is missing");
        if (!m_hasPort)
            return std::unexpected("port is missing");
        if (m_request.port == 0 && m_request.event != AnnounceEvent::Stopped)
            return std::unexpected("port must be 1 to 65535");
        return m_request;
    }

private:
    RequestError infoHash(std::string_view value) {
        if (m_hasInfoHash)
            return "more than one info_hash";
        m_hasInfoHash = true;
        const auto length = percentDecode(value, m_request.infoHash.bytes);
        if (!length)
            return kBrokenEscape;
        return *length == 20 ? RequestError() : "info_hash must be 20 bytes";
    }

    RequestError peerId(std::string_view value) {
        m_hasPeerId = true;
        const auto length = percentDecode(value, m_request.peerId);
        if (!length)
            return kBrokenEscape;
        return *length == 20 ? RequestError() : "peer_id must be 20 bytes";
    }

    RequestError port(std::string_view value) {
        m_hasPort = true;
        const auto* end = value.data() + value.size();
        const auto [parsed, error] = std::from_chars(value.data(), end, m_request.port);
        return error == std::errc() && parsed == end ? RequestError() : "port must be 1 to 65535";
    }

    static RequestError number(std::string_view value, std::uint64_t negative, std::uint64_t& out) {
        const auto parsed = counter(value, negative);
        if (!parsed)
            return "uploaded, downloaded and left must be numbers";
        out = *parsed;
        return {};
    }

    /// Host names are not looked up; what is no address is no error.
    RequestError address(std::string_view value) {
        std::array<std::uint8_t, 46> text;
        const auto length = percentDecode(value, text);
        if (!length)
            return kBrokenEscape;
        if (*length <= text.size())
            m_request.claimedAddress = IpAddress::parse({reinterpret_cast<const char*>(text.data()), *length});
        return {};
    }

    /// Most clients write the number that they send over UDP as eight hexadecimal digits; others send any bytes.
    RequestError key(std::string_view value) {
        std::array<std::uint8_t, 64> bytes;
        const auto length = percentDecode(value, bytes);
        if (!length)
            return kBrokenEscape;
        const auto used = std::span(bytes).first(std::min(*length, bytes.size()));
        const auto* text = reinterpret_cast<const char*>(used.data());
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(text, text + used.size(), number, 16);
        const bool isNumber = used.size() == 8 && error == std::errc() && end == text + used.size();
        m_request.key = isNumber ? number : sipHash24({}, used) | std::uint64_t{1} << 63;
        return {};
    }

    RequestError event(std::string_view value) {
        const auto* found = std::ranges::find(kEvents, value, &KnownEvent::text);
        if (found == std::end(kEvents))
            return "unknown event";
        m_request.event = found->event;
        return {};
    }

    AnnounceRequest m_request;
    bool m_hasInfoHash = false;
    bool m_hasPeerId = false;
    bool m_hasPort = false;
};

} // namespace

std::expected<AnnounceRequest, RequestError> parseHttpAnnounce(std::string_view query) {
    AnnounceReader reader;
    QueryString parameters(query);
    while (const auto parameter = parameters.next()) {
        const auto name = nameOf(parameter->name);
        if (!name)
            return std::unexpected(kBrokenEscape);
        if (const auto error = reader.add(*name, parameter->value); !error.empty())
            return std::unexpected(error);
    }
    return reader.finish();
}

std::expected<ScrapeHashes, RequestError> parseHttpScrape(std::string_view query) {
    ScrapeHashes result;
    QueryString parameters(query);
    while (const auto parameter = parameters.next()) {
        const auto name = nameOf(parameter->name);
        if (!name)
            return std::unexpected(kBrokenEscape);
        if (*name != Name::InfoHash)
            continue;
        Sha1Hash hash;
        if (percentDecode(parameter->value, hash.bytes) != hash.bytes.size())
            return std::unexpected("info_hash must be 20 bytes");
        if (result.count < ScrapeHashes::kMax)
            result.hashes[result.count++] = hash;
    }
    if (result.count == 0)
        return std::unexpected("info_hash is missing; this tracker has no full scrape");
    const auto used = std::span(result.hashes).first(result.count);
    std::ranges::sort(used);
    result.count -= std::ranges::unique(used).size();
    return result;
}

} // namespace essaim::tracker
