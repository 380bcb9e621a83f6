// A change of addresses ends the connections that it has cut, and no others; who is turned away stays away.
#include "engine/lost_peers.h"
#include "engine/lt_convert.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/peer_info.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/settings_pack.hpp>
#include <libtorrent/torrent_info.hpp>

#include <atomic>
#include <iterator>
#include <memory>
#include <set>
#include <string>

using namespace essaim;
using engine::LostPeers;

namespace {

constexpr int kDeadlineMs = 30'000;
const auto kHome = QStringLiteral("10.77.0.1");
const auto kNeighbour = QStringLiteral("10.77.0.2");
const auto kOutside = QStringLiteral("5.5.1.2");

bool changeAddress(const char* deed, const QString& address) {
    QProcess ip;
    ip.start(
        QStringLiteral("ip"), {QStringLiteral("address"), QString::fromLatin1(deed), address + QStringLiteral("/32"),
                               QStringLiteral("dev"), QStringLiteral("lo")});
    return ip.waitForFinished(kDeadlineMs) && ip.exitCode() == 0;
}

/// `outgoing`: from where it connects; empty = the system chooses, which is the address that is called.
lt::session_params quiet(const QString& interfaces, const QString& outgoing) {
    lt::settings_pack pack;
    pack.set_str(lt::settings_pack::outgoing_interfaces, outgoing.toStdString());
    pack.set_str(lt::settings_pack::listen_interfaces, interfaces.toStdString());
    for (const int feature :
         {lt::settings_pack::enable_dht, lt::settings_pack::enable_lsd, lt::settings_pack::enable_upnp,
          lt::settings_pack::enable_natpmp, lt::settings_pack::enable_incoming_utp,
          lt::settings_pack::enable_outgoing_utp})
        pack.set_bool(feature, false);
    pack.set_bool(lt::settings_pack::allow_multiple_connections_per_ip, true);
    pack.set_int(lt::settings_pack::min_reconnect_time, 3600); // who is dropped stays away
    return lt::session_params(pack);
}

/// A session with one torrent, of which nobody has anything: they connect and have nothing to say.
struct Client {
    explicit Client(const QString& interfaces, const QString& outgoing = {})
        : session(quiet(interfaces, outgoing)) {}

    void add(const QString& folder) {
        lt::file_storage files;
        files.add_file("film", 16384);
        lt::create_torrent creation(files, 16384, lt::create_torrent::v1_only);
        creation.set_hash(lt::piece_index_t{0}, lt::sha1_hash("aaaaaaaaaaaaaaaaaaaa"));
        std::vector<char> bytes;
        lt::bencode(std::back_inserter(bytes), creation.generate());
        lt::add_torrent_params params;
        params.ti = std::make_shared<lt::torrent_info>(bytes, lt::from_span);
        params.save_path = folder.toStdString();
        params.flags &= ~(lt::torrent_flags::paused | lt::torrent_flags::auto_managed);
        torrent = session.add_torrent(params);
    }
    /// Addresses of peers.
    [[nodiscard]] std::set<std::string> peers() const {
        std::vector<lt::peer_info> infos;
        torrent.get_peer_info(infos);
        std::set<std::string> result;
        for (const auto& info : infos) {
            if (!(info.flags & lt::peer_info::connecting) && !(info.flags & lt::peer_info::handshake))
                result.insert(info.ip.address().to_string());
        }
        return result;
    }

    lt::session session;
    lt::torrent_handle torrent;
};

} // namespace

class LostPeersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void who_was_met_at_an_address_that_is_gone_is_dropped();
    void who_was_met_through_another_router_is_dropped();
    void who_is_turned_away_comes_no_more_until_that_ends_data();
    void who_is_turned_away_comes_no_more_until_that_ends();
    void nobody_is_turned_away_from_another_torrent();
    void nobody_is_dropped_while_nothing_changes();

private:
    void connectAll();
    void waitForTicks();
    [[nodiscard]] TorrentId idOfTheTorrent() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<LostPeers> m_lost;
    std::unique_ptr<Client> m_ours; ///< at two addresses
    std::unique_ptr<Client> m_here;
    std::unique_ptr<Client> m_near;
    std::unique_ptr<Client> m_far;
};

void LostPeersTest::init() {
    for (const QString& address : {kHome, kNeighbour, kOutside})
        QVERIFY(changeAddress("add", address));
    m_folder = std::make_unique<QTemporaryDir>();
    m_lost = std::make_shared<LostPeers>();
    m_ours = std::make_unique<Client>(kHome + QStringLiteral(":26881,127.0.0.1:26881"));
    m_ours->session.add_extension(std::static_pointer_cast<lt::plugin>(m_lost));
    m_here = std::make_unique<Client>(QStringLiteral("127.0.0.1:0"), QStringLiteral("127.0.0.1"));
    m_near = std::make_unique<Client>(kNeighbour + QStringLiteral(":0"), kNeighbour);
    m_far = std::make_unique<Client>(kOutside + QStringLiteral(":0"), kOutside);
    connectAll();
}

void LostPeersTest::cleanup() {
    m_far.reset();
    m_near.reset();
    m_here.reset();
    m_ours.reset();
    m_lost.reset();
    m_folder.reset();
    for (const QString& address : {kHome, kNeighbour, kOutside})
        (void)changeAddress("del", address);
}

void LostPeersTest::connectAll() {
    int number = 0;
    for (Client* client : {m_ours.get(), m_here.get(), m_near.get(), m_far.get()})
        client->add(m_folder->filePath(QString::number(++number)));
    QTRY_VERIFY_WITH_TIMEOUT(m_ours->session.is_listening(), kDeadlineMs);
    const auto at = [](const QString& address) {
        return lt::tcp::endpoint(lt::make_address(address.toStdString()), 26881);
    };
    m_here->torrent.connect_peer(at(QStringLiteral("127.0.0.1")));
    m_near->torrent.connect_peer(at(kHome));
    m_far->torrent.connect_peer(at(kHome));
    const std::set<std::string> all{"127.0.0.1", kNeighbour.toStdString(), kOutside.toStdString()};
    QTRY_COMPARE_WITH_TIMEOUT(m_ours->peers(), all, kDeadlineMs);
}

void LostPeersTest::who_was_met_at_an_address_that_is_gone_is_dropped() {
    QVERIFY(changeAddress("del", kHome));
    m_lost->dropLeft();
    QTRY_COMPARE_WITH_TIMEOUT(m_ours->peers(), std::set<std::string>{"127.0.0.1"}, kDeadlineMs);
    QVERIFY(changeAddress("add", kHome)); // for cleanup()
}

void LostPeersTest::who_was_met_through_another_router_is_dropped() {
    m_lost->dropOutside(*IpAddress::parse(kHome.toStdString()));
    const std::set<std::string> left{"127.0.0.1", kNeighbour.toStdString()};
    QTRY_COMPARE_WITH_TIMEOUT(m_ours->peers(), left, kDeadlineMs);
}

void LostPeersTest::who_is_turned_away_comes_no_more_until_that_ends_data() {
    QTest::addColumn<QString>("address");
    QTest::newRow("a neighbour") << kNeighbour;
    QTest::newRow("a program of this computer") << QStringLiteral("127.0.0.1");
}

void LostPeersTest::who_is_turned_away_comes_no_more_until_that_ends() {
    QFETCH(QString, address);
    const TorrentId id = idOfTheTorrent();
    const auto all = m_ours->peers();
    auto others = all;
    QCOMPARE(others.erase(address.toStdString()), 1U);
    m_lost->turnAway(id, {*IpAddress::parse(address.toStdString())});
    QTRY_COMPARE_WITH_TIMEOUT(m_ours->peers(), others, kDeadlineMs);
    Client& guest = address == kNeighbour ? *m_near : *m_here;
    const auto connect = [&] {
        const QString where = address == kNeighbour ? kHome : address;
        guest.torrent.connect_peer(lt::tcp::endpoint(lt::make_address(where.toStdString()), 26881));
    };
    lt::settings_pack pack;
    pack.set_int(lt::settings_pack::min_reconnect_time, 1);
    guest.session.apply_settings(pack);
    connect();
    waitForTicks();
    connect();
    waitForTicks();
    QTRY_COMPARE_WITH_TIMEOUT(m_ours->peers(), others, kDeadlineMs);
    m_lost->turnAway(id, {});
    const auto isBack = [&] {
        connect();
        return m_ours->peers() == all;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBack(), kDeadlineMs);
}

void LostPeersTest::nobody_is_turned_away_from_another_torrent() {
    const auto all = m_ours->peers();
    m_lost->turnAway(TorrentId(), {*IpAddress::parse(kNeighbour.toStdString())});
    waitForTicks();
    QCOMPARE(m_ours->peers(), all);
}

TorrentId LostPeersTest::idOfTheTorrent() const {
    return engine::toInfoHash(m_ours->torrent.info_hashes()).id();
}

void LostPeersTest::nobody_is_dropped_while_nothing_changes() {
    m_lost->dropLeft(); // every address is there
    const auto all = m_ours->peers();
    QCOMPARE(all.size(), 3U);
    m_lost->dropOutside(*IpAddress::parse("127.0.0.1")); // nobody of the Internet there
    waitForTicks();
    QCOMPARE(m_ours->peers(), all);
}

/// What was asked for before is done when the extension is asked for more: it acts in one tick on all.
void LostPeersTest::waitForTicks() {
    struct Ticks : lt::plugin {
        lt::feature_flags_t implemented_features() override { return tick_feature; }
        void on_tick() override { ++count; }
        std::atomic<int> count{0};
    };
    const auto ticks = std::make_shared<Ticks>();
    m_ours->session.add_extension(std::static_pointer_cast<lt::plugin>(ticks));
    QTRY_VERIFY_WITH_TIMEOUT(ticks->count > 2, kDeadlineMs);
}

QTEST_GUILESS_MAIN(LostPeersTest)
#include "lost_peers_test.moc"
