// HTTP answers: bencoded dictionaries (BEP 3, 7, 23, 24, 31, 48) and the head before them.
#pragma once

#include "tracker/wire/compact_peers.h"
#include "tracker/wire/swarm_counts.h"

#include "core/info_hash.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace essaim::tracker {

/// Successful announce.
struct AnnounceAnswer {
    SwarmCounts counts;
    IpAddress externalIp; ///< address from which the client was seen (BEP 24)
    std::chrono::seconds interval{};
    std::chrono::seconds minInterval{};
};

/// BEP 31: when a refused client may ask again.
enum class Retry : std::uint8_t { Unsaid, InHalfAnHour, Never };

using PeerId = std::array<std::uint8_t, 20>;
/// The peer id of one peer of an answer; nothing where it is unknown or not wanted.
using PeerIdOf = std::function<std::optional<PeerId>(const Endpoint& peer)>;

void appendAnnounceAnswer(std::string& out, const AnnounceAnswer& answer, const CompactPeers& peers);
/// The original form of BEP 3: a list of dictionaries instead of compact strings.
void appendAnnounceAnswer(
    std::string& out, const AnnounceAnswer& answer, const CompactPeers& peers, const PeerIdOf& peerIdOf);
void appendFailure(std::string& out, std::string_view reason, Retry retry = Retry::Unsaid);

/// Scrape answer: begin, one entry per hash in ascending order, end.
void beginScrapeAnswer(std::string& out);
void appendScrapeEntry(std::string& out, const Sha1Hash& infoHash, const SwarmCounts& counts);
void endScrapeAnswer(std::string& out);

/// One answer under construction. The body is written first, behind a gap into which the head then fits exactly, so
/// that head and body leave in one send. Reused by its connection.
class HttpAnswer {
public:
    HttpAnswer() { clear(); }
    void clear();
    [[nodiscard]] std::string& body() { return m_buffer; } ///< append only
    [[nodiscard]] std::size_t bodySize() const { return m_buffer.size() - kHeadRoom; }

    /// The bytes to send; valid until the next call. `withBody` false (HEAD) keeps the length and drops the body.
    [[nodiscard]] std::string_view
    finish(int status, std::string_view contentType, bool keepAlive, bool withBody = true);
    /// The same with further headers, each with its line end, for a page that is already whole.
    [[nodiscard]] std::string_view finishPage(
        int status, std::string_view contentType, std::string_view headers, const std::string& page, bool keepAlive,
        bool withBody);

private:
    static constexpr std::size_t kHeadRoom = 256;
    static constexpr std::size_t kMostKept = std::size_t{256} * 1024; ///< bytes of memory, from one answer to the next
    std::string m_buffer;
};

} // namespace essaim::tracker
