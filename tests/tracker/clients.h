// Blocking clients for tests: HTTP and UDP announces over real sockets, with a deadline.
#pragma once

#include "core/bencode_reader.h"
#include "core/endpoint.h"
#include "tracker/net/file_descriptor.h"
#include "tracker/net/listen_socket.h"
#include "tracker/wire/udp_packets.h"

#include <QtTest>

#include <sys/socket.h>
#include <sys/time.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace essaim::tracker::test {

inline constexpr int kDeadlineSeconds = 10;

inline FileDescriptor openClient(const Endpoint& to, int type, const std::optional<Endpoint>& from = {}) {
    FileDescriptor fd(::socket(to.address.isV4() ? AF_INET : AF_INET6, type | SOCK_CLOEXEC, 0));
    const timeval deadline{kDeadlineSeconds, 0};
    ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
    if (from) {
        const SocketAddress source(*from);
        if (::bind(fd.get(), reinterpret_cast<const sockaddr*>(&source.storage), source.length) != 0)
            qFatal("cannot bind the client to %s", from->toString().c_str());
    }
    const SocketAddress address(to);
    if (::connect(fd.get(), reinterpret_cast<const sockaddr*>(&address.storage), address.length) != 0)
        return {};
    return fd;
}

/// One TCP connection.
class HttpClient {
public:
    explicit HttpClient(const Endpoint& server, const std::optional<Endpoint>& from = {})
        : m_fd(openClient(server, SOCK_STREAM, from)) {}

    [[nodiscard]] bool isConnected() const { return m_fd.isOpen(); }
    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(m_fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    struct Answer {
        int status = 0;
        std::string head;
        std::string body;
    };
    /// One whole answer; status 0 if the connection ends before.
    Answer read(bool expectBody = true) {
        Answer answer;
        std::size_t headEnd;
        while ((headEnd = m_received.find("\r\n\r\n")) == std::string::npos) {
            if (!receive())
                return {};
        }
        answer.head = m_received.substr(0, headEnd + 4);
        answer.status = std::stoi(answer.head.substr(9, 3));
        const auto field = answer.head.find("Content-Length: ");
        const std::size_t length = expectBody ? std::stoul(answer.head.substr(field + 16)) : 0;
        while (m_received.size() < headEnd + 4 + length) {
            if (!receive())
                return {};
        }
        answer.body = m_received.substr(headEnd + 4, length);
        m_received.erase(0, headEnd + 4 + length);
        return answer;
    }
    Answer get(const std::string& target) {
        write("GET " + target + " HTTP/1.1\r\nHost: tracker\r\n\r\n");
        return read();
    }
    /// True if the server ends the connection and nothing is left to read.
    bool isClosedByServer() { return m_received.empty() && !receive() && m_ended; }

private:
    bool receive() {
        char buffer[4096];
        const auto count = ::recv(m_fd.get(), buffer, sizeof buffer, 0);
        m_ended = count == 0 || (count < 0 && errno == ECONNRESET);
        if (count <= 0)
            return false;
        m_received.append(buffer, static_cast<std::size_t>(count));
        return true;
    }

    FileDescriptor m_fd;
    std::string m_received;
    bool m_ended = false;
};

inline std::string percentEncode(std::string_view bytes) {
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += '%';
        text += kHex[byte >> 4];
        text += kHex[byte & 15];
    }
    return text;
}

inline Sha1Hash hashOf(char fill) {
    Sha1Hash hash{};
    hash.bytes.fill(static_cast<std::uint8_t>(fill));
    return hash;
}

inline std::string rawHash(const Sha1Hash& hash) {
    return {hash.bytes.begin(), hash.bytes.end()};
}

/// "/announce?…" with the parameters that every client sends.
inline std::string announceTarget(const Sha1Hash& hash, int port, const std::string& more = "&left=0") {
    return "/announce?info_hash=" + percentEncode(rawHash(hash)) +
           "&peer_id=-XX0001-abcdefghijkl&port=" + std::to_string(port) + "&uploaded=0&downloaded=0" + more;
}

/// Peers of a compact answer.
inline std::vector<Endpoint> peersIn(const std::string& body) {
    std::vector<Endpoint> result;
    const auto document = BencodeDocument::parse(body);
    if (!document)
        return result;
    const auto peers = document->root()["peers"].string().value_or("");
    for (std::size_t i = 0; i + 6 <= peers.size(); i += 6) {
        const auto at = [&](std::size_t k) { return static_cast<std::uint8_t>(peers[i + k]); };
        result.push_back({IpAddress::v4(at(0), at(1), at(2), at(3)), static_cast<std::uint16_t>(at(4) << 8 | at(5))});
    }
    return result;
}

using Bytes = std::vector<std::uint8_t>;

inline void putInteger(Bytes& out, std::uint64_t value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(value >> shift));
}

inline std::uint64_t integerAt(std::span<const std::uint8_t> bytes, std::size_t offset, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | bytes[offset + i];
    return value;
}

inline Bytes connectPacket(std::uint32_t transaction) {
    Bytes packet;
    putInteger(packet, kUdpProtocolMagic, 8);
    putInteger(packet, 0, 4);
    putInteger(packet, transaction, 4);
    return packet;
}

struct UdpAnnounceFields {
    Sha1Hash hash{};
    std::uint64_t left = 0;
    std::uint32_t event = 2;
    std::uint32_t numWant = 0xffffffff;
    std::uint16_t port = 6881;
    Bytes options{};
};

inline Bytes announcePacket(std::uint64_t connectionId, std::uint32_t transaction, const UdpAnnounceFields& fields) {
    Bytes packet;
    putInteger(packet, connectionId, 8);
    putInteger(packet, 1, 4);
    putInteger(packet, transaction, 4);
    packet.insert(packet.end(), fields.hash.bytes.begin(), fields.hash.bytes.end());
    packet.insert(packet.end(), 20, 'p');
    putInteger(packet, 0, 8);
    putInteger(packet, fields.left, 8);
    putInteger(packet, 0, 8);
    putInteger(packet, fields.event, 4);
    putInteger(packet, 0, 4);
    putInteger(packet, 0, 4);
    putInteger(packet, fields.numWant, 4);
    putInteger(packet, fields.port, 2);
    packet.insert(packet.end(), fields.options.begin(), fields.options.end());
    return packet;
}

inline Bytes
scrapePacket(std::uint64_t connectionId, std::uint32_t transaction, std::initializer_list<Sha1Hash> hashes) {
    Bytes packet;
    putInteger(packet, connectionId, 8);
    putInteger(packet, 2, 4);
    putInteger(packet, transaction, 4);
    for (const auto& hash : hashes)
        packet.insert(packet.end(), hash.bytes.begin(), hash.bytes.end());
    return packet;
}

inline Bytes urlData(std::string_view text) {
    Bytes options{2, static_cast<std::uint8_t>(text.size())};
    options.insert(options.end(), text.begin(), text.end());
    return options;
}

/// One UDP socket.
class UdpClient {
public:
    explicit UdpClient(const Endpoint& server, const std::optional<Endpoint>& from = {})
        : m_fd(openClient(server, SOCK_DGRAM, from)) {}

    void send(const Bytes& packet) {
        if (::send(m_fd.get(), packet.data(), packet.size(), 0) != static_cast<ssize_t>(packet.size()))
            qFatal("cannot send");
    }
    /// Empty if nothing comes before the deadline.
    Bytes receive() {
        Bytes packet(4096);
        const auto count = ::recv(m_fd.get(), packet.data(), packet.size(), 0);
        packet.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return packet;
    }
    Bytes ask(const Bytes& packet) {
        send(packet);
        return receive();
    }
    std::uint64_t connect() {
        const auto answer = ask(connectPacket(7));
        return answer.size() == 16 ? integerAt(answer, 8, 8) : 0;
    }

private:
    FileDescriptor m_fd;
};

} // namespace essaim::tracker::test
