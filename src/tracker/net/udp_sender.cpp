#include "tracker/net/udp_sender.h"

#include <netinet/udp.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace essaim::tracker {

namespace {

/// Ports and the end of the address stand in the first 24 bytes of both families' structures.
std::size_t slotOf(std::size_t size, std::span<const char> to) {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::memcpy(&head, to.data(), sizeof head);
    std::memcpy(&tail, to.data() + 16 * (to.size() >= sizeof(sockaddr_in6)), sizeof tail);
    const auto mixed = (head ^ tail * 0x9e3779b97f4a7c15 ^ size << 7) * 0xff51afd7ed558ccd;
    return static_cast<std::size_t>(mixed >> 57); // seven bits
}

bool isSame(std::span<const char> a, std::span<const char> b) {
    return std::ranges::equal(a, b);
}

} // namespace

UdpSender::UdpSender() {
    static_assert(kSlots == 128);
    m_slots.fill(kNone);
    std::memset(m_messages.data(), 0, sizeof m_messages);
    std::memset(m_controls.data(), 0, sizeof m_controls);
}

UdpSender::Train& UdpSender::trainFor(std::size_t size, std::span<const char> to, std::span<const char> control) {
    std::size_t slot = slotOf(size, to);
    for (; m_slots[slot] != kNone; slot = (slot + 1) % kSlots) {
        auto& train = m_trains[m_slots[slot]];
        if (train.size != size || !isSame(train.to, to) || !isSame(train.control, control))
            continue;
        if ((train.count + 1U) * size <= kLongestTrain)
            return train;
        break; // the next takes its place
    }
    m_slots[slot] = static_cast<std::uint8_t>(m_trainCount);
    auto& train = m_trains[m_trainCount++];
    train = {to, control, size};
    return train;
}

void UdpSender::add(std::span<const std::uint8_t> datagram, std::span<const char> to, std::span<const char> control) {
    const auto number = static_cast<std::uint8_t>(m_count++);
    m_datagrams[number] = datagram;
    auto& train = trainFor(datagram.size(), to, control);
    if (train.count == 0)
        train.first = number;
    else
        m_next[train.last] = number;
    train.last = number;
    ++train.count;
}

/// Writes the control data of a train that says where to cut; its length.
std::size_t UdpSender::announceLength(std::size_t number) {
    const auto& train = m_trains[number];
    auto& control = m_controls[number].bytes;
    std::ranges::copy(train.control, control.begin());
    cmsghdr head{};
    head.cmsg_level = SOL_UDP;
    head.cmsg_type = UDP_SEGMENT;
    head.cmsg_len = CMSG_LEN(sizeof(std::uint16_t));
    const auto size = static_cast<std::uint16_t>(train.size);
    std::memcpy(control.data() + train.control.size(), &head, sizeof head);
    std::memcpy(control.data() + train.control.size() + CMSG_LEN(0), &size, sizeof size);
    return train.control.size() + CMSG_SPACE(sizeof size);
}

void UdpSender::couple(std::size_t number, std::size_t firstVector) {
    const auto& train = m_trains[number];
    auto& header = m_messages[number].msg_hdr;
    header.msg_name = const_cast<char*>(train.to.data()); // only read, here as below
    header.msg_namelen = static_cast<socklen_t>(train.to.size());
    header.msg_iov = &m_vectors[firstVector];
    header.msg_iovlen = train.count;
    std::size_t at = train.first;
    for (std::size_t i = 0; i < train.count; ++i, at = m_next[at]) {
        const auto& datagram = m_datagrams[at];
        m_vectors[firstVector + i] = {const_cast<std::uint8_t*>(datagram.data()), datagram.size()};
    }
    if (train.count > 1) {
        header.msg_control = m_controls[number].bytes.data();
        header.msg_controllen = announceLength(number);
    } else {
        header.msg_control = train.control.empty() ? nullptr : const_cast<char*>(train.control.data());
        header.msg_controllen = train.control.size();
    }
}

void UdpSender::sendOneByOne(int socket, std::size_t number) {
    const auto& train = m_trains[number];
    auto header = m_messages[number].msg_hdr;
    const std::span vectors(header.msg_iov, header.msg_iovlen);
    header.msg_control = train.control.empty() ? nullptr : const_cast<char*>(train.control.data());
    header.msg_controllen = train.control.size();
    header.msg_iovlen = 1;
    for (auto& vector : vectors) {
        header.msg_iov = &vector;
        ::sendmsg(socket, &header, MSG_DONTWAIT);
    }
}

void UdpSender::send(int socket) {
    std::size_t vectors = 0;
    for (std::size_t i = 0; i < m_trainCount; ++i) {
        couple(i, vectors);
        vectors += m_trains[i].count;
    }
    bool retried = false;
    for (std::size_t sent = 0; sent < m_trainCount;) {
        const int count =
            ::sendmmsg(socket, m_messages.data() + sent, static_cast<unsigned>(m_trainCount - sent), MSG_DONTWAIT);
        if (count > 0) {
            sent += static_cast<std::size_t>(count);
        } else if (errno == EINTR || (errno == EAGAIN && !retried)) {
            retried = true;
        } else if (errno == EAGAIN) {
            break;
        } else {
            if (m_trains[sent].count > 1)
                sendOneByOne(socket, sent);
            ++sent; // this one cannot be sent (no route, filtered); the others may
        }
    }
    m_slots.fill(kNone);
    m_count = m_trainCount = 0;
}

} // namespace essaim::tracker
