// Datagrams that go out many at once.
#include "tracker/net/udp_sender.h"

#include "tracker/net/file_descriptor.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <sys/ioctl.h>

#include <QtTest>

#include <cstring>
#include <map>

using namespace essaim::tracker;

namespace {

/// Address of a socket as the system writes it.
using Address = std::vector<char>;

Address boundTo(int socket) {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&storage), &length);
    Address address(length);
    std::memcpy(address.data(), &storage, length);
    return address;
}

FileDescriptor boundSocket(int family) {
    FileDescriptor socket(::socket(family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_addr = in6addr_loopback;
    if (family == AF_INET)
        ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&v4), sizeof v4);
    else
        ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&v6), sizeof v6);
    return socket;
}

/// A datagram that tells its number and its length.
std::vector<std::uint8_t> datagram(std::size_t number, std::size_t size) {
    std::vector<std::uint8_t> bytes(size, static_cast<std::uint8_t>(number));
    bytes[size - 1] = static_cast<std::uint8_t>(number ^ size);
    return bytes;
}

std::vector<std::vector<std::uint8_t>> received(int socket) {
    std::vector<std::vector<std::uint8_t>> all;
    std::array<std::uint8_t, 4096> buffer;
    for (;;) {
        const auto size = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (size < 0)
            return all;
        all.emplace_back(buffer.begin(), buffer.begin() + size);
    }
}

/// Gives the loopback interface another MTU as long as it lives.
class SmallMtu {
public:
    explicit SmallMtu(int mtu) { isSet = change(mtu); }
    ~SmallMtu() { change(65536); }
    bool isSet;

private:
    static bool change(int mtu) {
        const FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        ifreq request{};
        std::memcpy(request.ifr_name, "lo", 3);
        request.ifr_mtu = mtu;
        return ::ioctl(socket.get(), SIOCSIFMTU, &request) == 0;
    }
};

} // namespace

class UdpSenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDatagramArrivesWholeAndInOrder_data();
    void everyDatagramArrivesWholeAndInOrder();
    void aTrainIsNoLongerThanAPacket();
    void aPathThatTakesNoTrainsGetsThemOneByOne();
    void theOwnAddressCanBeChosen();

private:
    UdpSender m_sender;
};

void UdpSenderTest::everyDatagramArrivesWholeAndInOrder_data() {
    QTest::addColumn<int>("family");
    QTest::addColumn<int>("receivers");
    QTest::addColumn<int>("sizes");
    for (const int receivers : {1, 3, 64}) {
        for (const int sizes : {1, 2, 20}) {
            QTest::addRow("IPv4, %d places, %d sizes", receivers, sizes) << AF_INET << receivers << sizes;
            QTest::addRow("IPv6, %d places, %d sizes", receivers, sizes) << AF_INET6 << receivers << sizes;
        }
    }
}

void UdpSenderTest::everyDatagramArrivesWholeAndInOrder() {
    QFETCH(int, family);
    QFETCH(int, receivers);
    QFETCH(int, sizes);
    const auto from = boundSocket(family);
    std::vector<FileDescriptor> sockets;
    std::vector<Address> addresses;
    for (int i = 0; i < receivers; ++i) {
        sockets.push_back(boundSocket(family));
        addresses.push_back(boundTo(sockets.back().get()));
    }
    for (int round = 0; round < 3; ++round) {
        std::vector<std::vector<std::uint8_t>> datagrams;
        std::map<std::pair<std::size_t, std::size_t>, std::vector<std::vector<std::uint8_t>>> expected;
        for (std::size_t i = 0; i < UdpSender::kMost; ++i)
            datagrams.push_back(datagram(i, 16 + 6 * (i * 7 % static_cast<std::size_t>(sizes))));
        for (std::size_t i = 0; i < UdpSender::kMost; ++i) {
            const auto place = i * 5 % addresses.size();
            m_sender.add(datagrams[i], addresses[place], {});
            expected[{place, datagrams[i].size()}].push_back(datagrams[i]);
        }
        m_sender.send(from.get());
        for (std::size_t place = 0; place < sockets.size(); ++place) {
            std::map<std::size_t, std::vector<std::vector<std::uint8_t>>> bySize;
            for (auto& bytes : received(sockets[place].get()))
                bySize[bytes.size()].push_back(bytes);
            for (const auto& [size, all] : bySize)
                QCOMPARE(all, (expected[{place, size}]));
            for (const auto& [key, all] : expected)
                QVERIFY(key.first != place || bySize[key.second].size() == all.size());
        }
    }
}

void UdpSenderTest::aTrainIsNoLongerThanAPacket() {
    const auto from = boundSocket(AF_INET);
    const auto to = boundSocket(AF_INET);
    const auto address = boundTo(to.get());
    std::vector<std::vector<std::uint8_t>> datagrams;
    for (std::size_t i = 0; i < UdpSender::kMost; ++i)
        datagrams.push_back(datagram(i, 1400)); // 89,600 bytes in all
    for (const auto& bytes : datagrams)
        m_sender.add(bytes, address, {});
    m_sender.send(from.get());
    QCOMPARE(received(to.get()), datagrams);
}

void UdpSenderTest::aPathThatTakesNoTrainsGetsThemOneByOne() {
    const auto from = boundSocket(AF_INET);
    const auto to = boundSocket(AF_INET);
    const auto address = boundTo(to.get());
    const SmallMtu small(700);
    if (!small.isSet)
        QSKIP("only the superuser of a network namespace may change the MTU");
    const std::vector datagrams{datagram(1, 1000), datagram(2, 1000), datagram(3, 1000)};
    for (const auto& bytes : datagrams)
        m_sender.add(bytes, address, {});
    m_sender.send(from.get());
    QCOMPARE(received(to.get()), datagrams);
}

void UdpSenderTest::theOwnAddressCanBeChosen() {
    const auto from = FileDescriptor(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const auto to = boundSocket(AF_INET);
    const auto address = boundTo(to.get());
    std::array<char, UdpSender::kControl> control{};
    cmsghdr head{};
    head.cmsg_level = IPPROTO_IP;
    head.cmsg_type = IP_PKTINFO;
    head.cmsg_len = CMSG_LEN(sizeof(in_pktinfo));
    in_pktinfo info{};
    info.ipi_spec_dst.s_addr = htonl(INADDR_LOOPBACK + 6);
    std::memcpy(control.data(), &head, sizeof head);
    std::memcpy(control.data() + CMSG_LEN(0), &info, sizeof info);
    const auto first = datagram(1, 100);
    const auto second = datagram(2, 100);
    const std::span used(control.data(), CMSG_SPACE(sizeof info));
    m_sender.add(first, address, used);
    m_sender.add(second, address, used);
    m_sender.send(from.get());
    for (int i = 0; i < 2; ++i) {
        std::array<char, 200> buffer;
        sockaddr_in source{};
        socklen_t length = sizeof source;
        QCOMPARE(
            ::recvfrom(to.get(), buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr*>(&source), &length), 100);
        QCOMPARE(ntohl(source.sin_addr.s_addr), INADDR_LOOPBACK + 6);
    }
}

QTEST_GUILESS_MAIN(UdpSenderTest)
#include "udp_sender_test.moc"
