#include "tracker/net/udp_batch.h"

#include <algorithm>
#include <cstring>

namespace essaim::tracker {

namespace {

/// Takes the number of the interface out of the control data: the way back need not be the way here.
void routeFreely(msghdr& header) {
    for (cmsghdr* control = CMSG_FIRSTHDR(&header); control; control = CMSG_NXTHDR(&header, control)) {
        if (control->cmsg_level != IPPROTO_IP || control->cmsg_type != IP_PKTINFO)
            continue;
        in_pktinfo info;
        std::memcpy(&info, CMSG_DATA(control), sizeof info);
        info.ipi_ifindex = 0;
        std::memcpy(CMSG_DATA(control), &info, sizeof info);
    }
}

} // namespace

UdpBatch::UdpBatch(bool withDestination)
    : m_withDestination(withDestination) {
    std::memset(m_received.data(), 0, sizeof m_received);
    for (std::size_t i = 0; i < kSize; ++i) {
        auto& rest = m_longRequests[i];
        m_requestVectors[i] = {
            {{m_shortRequests[i].data(), kShortRequest}, {rest.data() + kShortRequest, rest.size() - kShortRequest}}};
        auto& header = m_received[i].msg_hdr;
        header.msg_name = &m_sources[i];
        header.msg_iov = m_requestVectors[i].data();
        header.msg_iovlen = m_requestVectors[i].size();
        if (m_withDestination)
            header.msg_control = m_controls[i].bytes.data();
    }
}

void UdpBatch::prepareToReceive() {
    // Only what the last call changed.
    for (std::size_t i = 0; i < m_count; ++i) {
        m_received[i].msg_hdr.msg_namelen = sizeof(sockaddr_in6);
        m_received[i].msg_hdr.msg_controllen = m_withDestination ? sizeof(Control::bytes) : 0;
    }
}

std::size_t UdpBatch::receive(int socket) {
    prepareToReceive();
    const int count = ::recvmmsg(socket, m_received.data(), kSize, MSG_WAITFORONE, nullptr);
    m_count = count > 0 ? static_cast<std::size_t>(count) : 0;
    return m_count;
}

std::span<const std::uint8_t> UdpBatch::request(std::size_t index) {
    const std::size_t size = m_received[index].msg_len;
    if (size <= kShortRequest)
        return std::span(m_shortRequests[index]).first(size);
    std::ranges::copy(m_shortRequests[index], m_longRequests[index].begin());
    return std::span(m_longRequests[index]).first(size);
}

Endpoint UdpBatch::source(std::size_t index) const {
    const auto& v6 = m_sources[index];
    if (v6.sin6_family == AF_INET6) {
        std::array<std::uint8_t, 16> bytes;
        std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
        return {IpAddress::v6(bytes), ntohs(v6.sin6_port)};
    }
    sockaddr_in v4;
    std::memcpy(&v4, &v6, sizeof v4);
    return {IpAddress::v4(ntohl(v4.sin_addr.s_addr)), ntohs(v4.sin_port)};
}

IpAddress UdpBatch::destination(std::size_t index) const {
    if (!m_withDestination)
        return {};
    msghdr header = m_received[index].msg_hdr;
    for (cmsghdr* control = CMSG_FIRSTHDR(&header); control; control = CMSG_NXTHDR(&header, control)) {
        if (control->cmsg_level == IPPROTO_IP && control->cmsg_type == IP_PKTINFO) {
            in_pktinfo info;
            std::memcpy(&info, CMSG_DATA(control), sizeof info);
            return IpAddress::v4(ntohl(info.ipi_spec_dst.s_addr));
        }
        if (control->cmsg_level == IPPROTO_IPV6 && control->cmsg_type == IPV6_PKTINFO) {
            in6_pktinfo info;
            std::memcpy(&info, CMSG_DATA(control), sizeof info);
            std::array<std::uint8_t, 16> bytes;
            std::memcpy(bytes.data(), &info.ipi6_addr, bytes.size());
            return IpAddress::v6(bytes);
        }
    }
    return {};
}

void UdpBatch::queueAnswer(std::size_t index, std::span<const std::uint8_t> answer) {
    auto& asked = m_received[index].msg_hdr;
    const std::span to(static_cast<const char*>(asked.msg_name), asked.msg_namelen);
    if (!m_withDestination)
        return m_sender.add(answer, to, {});
    // The control data that came in names the address asked; the same data going out makes it the source.
    routeFreely(asked);
    m_sender.add(answer, to, std::span(static_cast<const char*>(asked.msg_control), asked.msg_controllen));
}

} // namespace essaim::tracker
