// A client may take long for a large answer, as long as it goes on taking it.
#include "tracker/net/http_connection.h"
#include "tracker/web/site.h"

#include "clients.h"

#include <QtTest>

#include <openssl/sha.h>

#include <fcntl.h>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;
using std::chrono::seconds;

namespace {

constexpr std::size_t kPieces = 400'000;

std::string largeTorrent() {
    return "d4:infod6:lengthi6553600000e4:name4:film12:piece lengthi16384e6:pieces" + std::to_string(20 * kPieces) +
           ":" + std::string(20 * kPieces, 'a') + "ee";
}

/// A page of one guest with one torrent of 8 MB.
std::shared_ptr<const SiteContent> content(const std::string& token) {
    auto content = std::make_shared<SiteContent>();
    content->announceUrls = {"http://lea.example/announce"};
    Guest guest{1, "Anna", {}, std::string(40, 'a')};
    SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), guest.inviteDigest.bytes.data());
    content->guests.push_back(guest);
    HostedTorrent torrent;
    torrent.infoHash.v1 = hashOf('a');
    auto bytes = largeTorrent();
    auto facts = readFacts(bytes).value();
    content->torrents.push_back(
        {torrent, std::make_shared<const HostedFile>(HostedFile{std::move(bytes), std::move(facts)})});
    return content;
}

/// Both ends of one TCP connection, between which the system holds little.
std::pair<FileDescriptor, FileDescriptor> connectedPair() {
    const int little = 64 * 1024;
    FileDescriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    FileDescriptor client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    ::setsockopt(client.get(), SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
    ::setsockopt(listener.get(), SOL_SOCKET, SO_SNDBUF, &little, sizeof little);
    const SocketAddress any({IpAddress::v4(127, 0, 0, 1), 0});
    if (::bind(listener.get(), reinterpret_cast<const sockaddr*>(&any.storage), any.length) != 0 ||
        ::listen(listener.get(), 1) != 0)
        qFatal("cannot listen");
    const SocketAddress address(boundEndpoint(listener.get()));
    const timeval deadline{kDeadlineSeconds, 0};
    ::setsockopt(client.get(), SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
    if (::connect(client.get(), reinterpret_cast<const sockaddr*>(&address.storage), address.length) != 0)
        qFatal("cannot connect");
    FileDescriptor server(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    return {std::move(server), std::move(client)};
}

struct Fixture {
    Fixture() {
        site.publish(content(token));
        auto [server, other] = connectedPair();
        client = std::move(other);
        connection.begin(std::move(server), *limits.acquire(asker.address), asker, now.system);
        const auto request =
            "GET /i/" + token + "/" + hashOf('a').toHex() + ".torrent HTTP/1.1\r\nHost: lea.example\r\n\r\n";
        if (::send(client.get(), request.data(), request.size(), 0) != static_cast<ssize_t>(request.size()))
            qFatal("cannot send");
    }
    HttpConnection::Wants drive() { return connection.drive(responder, now); }
    /// The client takes so much, as far as there is anything.
    std::size_t take(std::size_t bytes) {
        std::size_t taken = 0;
        std::vector<char> buffer(bytes);
        while (taken < bytes) {
            const auto count = ::recv(client.get(), buffer.data(), bytes - taken, 0);
            if (count <= 0)
                break;
            taken += static_cast<std::size_t>(count);
            (void)drive();
        }
        return taken;
    }

    const std::string token = std::string(32, 'a');
    const Asker asker{IpAddress::v4(127, 0, 0, 1), IpAddress::v4(127, 0, 0, 1)};
    ConnectionLimits limits{10, 10, false};
    HttpConnection::Now now{std::chrono::steady_clock::now(), Clock::Monotonic(seconds(5000))};
    Site site;
    PeerStore store{now.tracker, SipKey{1, 2}};
    PublishedSettings settings{std::make_shared<const Settings>(TrackerConfig())};
    AnnounceService service{{.store = store, .settings = settings, .site = &site}, 9};
    HttpResponder responder{service};
    FileDescriptor client;
    HttpConnection connection;
};

} // namespace

class SlowClientTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoGoesOnTakingIsServedToTheEnd();
    void whoTakesNothingIsClosed();
};

void SlowClientTest::whoGoesOnTakingIsServedToTheEnd() {
    Fixture f;
    QCOMPARE(f.drive(), HttpConnection::Wants::ToWrite);
    std::size_t taken = 0;
    for (int half = 0; half < 6; ++half) { // 1 MB in 20 seconds each: 52 kB/s
        f.now.system += seconds(20);
        taken += f.take(1'000'000);
        (void)f.drive();
        QVERIFY2(!f.connection.isLate(f.now.system), qPrintable(QString::number(half)));
    }
    QCOMPARE(taken, std::size_t{6'000'000});
}

void SlowClientTest::whoTakesNothingIsClosed() {
    Fixture f;
    QCOMPARE(f.drive(), HttpConnection::Wants::ToWrite);
    const auto begin = f.now.system;
    QVERIFY(!f.connection.isLate(begin + seconds(28)));
    (void)f.take(2'000'000);
    QVERIFY(!f.connection.isLate(begin + seconds(29)));
    (void)f.take(50'000); // next to nothing
    QVERIFY(!f.connection.isLate(begin + seconds(57)));
    QVERIFY(f.connection.isLate(begin + seconds(58)));
}

QTEST_GUILESS_MAIN(SlowClientTest)
#include "slow_client_test.moc"
