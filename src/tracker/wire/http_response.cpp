#include "tracker/wire/http_response.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

namespace essaim::tracker {

namespace {

void appendInteger(std::string& out, std::string_view key, std::int64_t value) {
    fmt::format_to(std::back_inserter(out), "{}:{}i{}e", key.size(), key, value);
}

void appendBytes(std::string& out, std::span<const std::uint8_t> bytes) {
    fmt::format_to(std::back_inserter(out), "{}:", bytes.size());
    out.append(bytes.begin(), bytes.end());
}

void appendText(std::string& out, std::string_view text) {
    fmt::format_to(std::back_inserter(out), "{}:{}", text.size(), text);
}

void appendPeerDictionary(std::string& out, const Endpoint& peer, const PeerIdOf& peerIdOf) {
    out += "d2:ip";
    appendText(out, peer.address.toString());
    if (const auto id = peerIdOf(peer)) {
        out += "7:peer id";
        appendBytes(out, *id);
    }
    appendInteger(out, "port", peer.port);
    out += 'e';
}

void appendPeerList(std::string& out, const CompactPeers& peers, const PeerIdOf& peerIdOf) {
    out += "5:peersl";
    for (std::size_t i = 0; i < peers.v4().size() / CompactPeers::kV4Size; ++i)
        appendPeerDictionary(out, peers.v4At(i), peerIdOf);
    for (std::size_t i = 0; i < peers.v6().size() / CompactPeers::kV6Size; ++i)
        appendPeerDictionary(out, peers.v6At(i), peerIdOf);
    out += 'e';
}

void appendNumbers(std::string& out, const AnnounceAnswer& answer) {
    appendInteger(out, "complete", answer.counts.seeds);
    appendInteger(out, "downloaded", answer.counts.completed);
    out += "11:external ip";
    appendBytes(out, std::span(answer.externalIp.bytes()).first(answer.externalIp.isV4() ? 4 : 16));
    appendInteger(out, "incomplete", answer.counts.leechers);
    appendInteger(out, "interval", answer.interval.count());
    appendInteger(out, "min interval", answer.minInterval.count());
}

std::string_view phraseOf(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Error";
    }
}

} // namespace

void appendAnnounceAnswer(std::string& out, const AnnounceAnswer& answer, const CompactPeers& peers) {
    out += 'd';
    appendNumbers(out, answer);
    out += "5:peers";
    appendBytes(out, peers.v4());
    if (!peers.v6().empty()) {
        out += "6:peers6";
        appendBytes(out, peers.v6());
    }
    out += 'e';
}

void appendAnnounceAnswer(
    std::string& out, const AnnounceAnswer& answer, const CompactPeers& peers, const PeerIdOf& peerIdOf) {
    out += 'd';
    appendNumbers(out, answer);
    appendPeerList(out, peers, peerIdOf);
    out += 'e';
}

void appendFailure(std::string& out, std::string_view reason, Retry retry) {
    out += "d14:failure reason";
    appendText(out, reason);
    if (retry == Retry::InHalfAnHour)
        appendInteger(out, "retry in", 30);
    else if (retry == Retry::Never)
        out += "8:retry in5:never";
    out += 'e';
}

void beginScrapeAnswer(std::string& out) {
    out += "d5:filesd";
}

void appendScrapeEntry(std::string& out, const Sha1Hash& infoHash, const SwarmCounts& counts) {
    appendBytes(out, infoHash.bytes);
    out += 'd';
    appendInteger(out, "complete", counts.seeds);
    appendInteger(out, "downloaded", counts.completed);
    appendInteger(out, "downloaders", counts.leechers - counts.paused);
    appendInteger(out, "incomplete", counts.leechers);
    out += 'e';
}

void endScrapeAnswer(std::string& out) {
    out += "ee";
}

void HttpAnswer::clear() {
    if (m_buffer.capacity() > kMostKept)
        m_buffer = std::string(); // a .torrent was sent: connections live long
    m_buffer.assign(kHeadRoom, ' ');
}

std::string_view HttpAnswer::finish(int status, std::string_view contentType, bool keepAlive, bool withBody) {
    char head[kHeadRoom];
    const auto written = fmt::format_to_n(
        head, kHeadRoom, "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}Connection: {}\r\n\r\n", status,
        phraseOf(status), contentType, bodySize(), status == 405 ? "Allow: GET, HEAD\r\n" : "",
        keepAlive ? "keep-alive" : "close");
    const std::size_t headSize = std::min(written.size, kHeadRoom);
    const std::size_t begin = kHeadRoom - headSize;
    std::copy_n(head, headSize, m_buffer.begin() + static_cast<std::ptrdiff_t>(begin));
    const auto whole = std::string_view(m_buffer).substr(begin);
    return withBody ? whole : whole.substr(0, headSize);
}

std::string_view HttpAnswer::finishPage(
    int status, std::string_view contentType, std::string_view headers, const std::string& page, bool keepAlive,
    bool withBody) {
    m_buffer = fmt::format(
        "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}Connection: {}\r\n\r\n", status,
        phraseOf(status), contentType, page.size(), headers, keepAlive ? "keep-alive" : "close");
    if (withBody)
        m_buffer += page;
    return m_buffer;
}

} // namespace essaim::tracker
