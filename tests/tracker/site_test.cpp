// The pages that friends open in a browser, over a real socket.
#include "clients.h"

#include "tracker/tracker.h"
#include "tracker/web/html.h"
#include "tracker/web/invite_page.h"
#include "tracker/web/site.h"
#include "tracker/web/torrent_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <openssl/sha.h>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

const IpAddress kLoopback = IpAddress::v4(127, 0, 0, 1);

std::string infoOf(const std::string& name, bool isPrivate) {
    return "d5:filesld6:lengthi1400000000e4:pathl8:film.mkveed6:lengthi3e4:pathl3:sub5:<&>.eeee4:name" +
           std::to_string(name.size()) + ":" + name + "12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaa" +
           (isPrivate ? "7:privatei1e" : "") + "e";
}

std::string fileOf(const std::string& name, bool isPrivate) {
    return "d8:announce17:http://elsewhere/7:comment2:hi4:info" + infoOf(name, isPrivate) + "5:nodesld1:ai1eeee";
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class SiteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsWhatIsSharedWithThisFriend();
    void speaksTheLanguageOfTheBrowser_data();
    void speaksTheLanguageOfTheBrowser();
    void isCarefulWithStrangersWords();
    void letsNothingOut();
    void handsOutTheFriendsOwnTorrent();
    void isNoWayToWhatIsNotShared();
    void saysPolitelyThatALinkIsNotValid();
    void stopsWhenTheFriendIsPausedOrRevoked();
    void feedsAreWellFormed();
    void feedsOfASecurePageStaySecure();
    void anAddressAtHomeIsToldAtHomeOnly();
    void aHeadRequestHasNoBody();
    void harmlessTextStaysAsItIs();
    void theNewestComesFirst();
    void whatLeadsNowhereIsExplained();
    void aHostWithoutANameIsToldByItsAddress();

private:
    HttpClient::Answer get(const std::string& target, const std::string& more = {}) {
        HttpClient client(m_tracker->listenAddresses().http[0]);
        client.write("GET " + target + " HTTP/1.1\r\nHost: lea.example.net:6969\r\n" + more + "\r\n");
        return client.read();
    }
    std::string pageOf(std::int64_t id) { return "/i/" + m_tracker->keysOf(id)->inviteToken; }
    void host(char fill, const std::string& name, Visibility visibility, std::vector<std::int64_t> chosen = {}) {
        HostedTorrent torrent;
        torrent.infoHash.v1 = hashOf(fill);
        torrent.name = name;
        torrent.size = 1'400'000'003;
        torrent.visibility = visibility;
        torrent.chosen = std::move(chosen);
        QVERIFY(m_tracker->admit(torrent, fileOf(name, visibility != Visibility::Everyone)).has_value());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Tracker> m_tracker;
    std::int64_t m_anna = 0;
    std::int64_t m_ben = 0;
};

void SiteTest::initTestCase() {
    TrackerConfig config;
    config.http = {{kLoopback, 0}};
    config.title = "Léa & <Tom>";
    config.announceUrls = {"http://lea.example.net:6969/announce", "udp://lea.example.net:6969/announce"};
    config.secret = m_folder.filePath(QStringLiteral("secret")).toStdString();
    auto started = Tracker::start(config);
    QVERIFY(started.has_value());
    m_tracker = std::move(*started);
    m_anna = m_tracker->addFriend(FriendTerms{.name = "Anna"}).value();
    m_ben = m_tracker->addFriend(FriendTerms{.name = "B<e>n"}).value();
    host('a', "Everyone's film", Visibility::Everyone);
    host('f', "Friends' film", Visibility::Friends);
    host('c', "Anna's <script>film", Visibility::Chosen, {m_anna});
}

void SiteTest::showsWhatIsSharedWithThisFriend() {
    const auto anna = get(pageOf(m_anna));
    QCOMPARE(anna.status, 200);
    QVERIFY(has(anna.body, "Hello Anna"));
    QVERIFY(has(anna.body, "Léa &amp; &lt;Tom&gt; shares these with you"));
    for (const char* const name : {"Everyone&#39;s film", "Friends&#39; film", "Anna&#39;s &lt;script&gt;film"})
        QVERIFY2(has(anna.body, name), name);
    QVERIFY(has(anna.body, "1.40\u00a0GB · 2 files"));
    QVERIFY(has(anna.body, "film.mkv"));
    const auto ben = get(pageOf(m_ben) + "/").body;
    QVERIFY(has(ben, "Everyone&#39;s film"));
    QVERIFY(has(ben, "Friends&#39; film"));
    QVERIFY(!has(ben, "Anna"));
    // Magnets only where they lead somewhere.
    QVERIFY(has(ben, "xt=urn:btih:" + hashOf('a').toHex()));
    QVERIFY(!has(ben, "xt=urn:btih:" + hashOf('f').toHex()));
}

void SiteTest::speaksTheLanguageOfTheBrowser_data() {
    QTest::addColumn<QByteArray>("accepted");
    QTest::addColumn<QByteArray>("language");
    QTest::newRow("none") << QByteArray() << QByteArray("en");
    QTest::newRow("French") << QByteArray("fr") << QByteArray("fr");
    QTest::newRow("Canadian French") << QByteArray("fr-CA,en;q=0.7") << QByteArray("fr");
    QTest::newRow("better English") << QByteArray("fr;q=0.4, en-GB;q=0.8") << QByteArray("en");
    QTest::newRow("neither") << QByteArray("de,ja;q=0.5") << QByteArray("en");
    QTest::newRow("third French") << QByteArray("de,ja;q=0.5,FR;q=0.1") << QByteArray("fr");
    QTest::newRow("not French") << QByteArray("fr;q=0") << QByteArray("en");
    QTest::newRow("nonsense") << QByteArray(",;;q=,fry,q=1;") << QByteArray("en");
}

void SiteTest::speaksTheLanguageOfTheBrowser() {
    QFETCH(QByteArray, accepted);
    QFETCH(QByteArray, language);
    const auto answer =
        get(pageOf(m_anna), accepted.isEmpty() ? std::string() : "Accept-Language: " + accepted.toStdString() + "\r\n");
    QVERIFY(has(answer.body, "<html lang=\"" + language.toStdString() + "\">"));
    QVERIFY(has(answer.body, language == "fr" ? "Bonjour Anna" : "Hello Anna"));
}

void SiteTest::isCarefulWithStrangersWords() {
    for (const auto id : {m_anna, m_ben}) {
        const auto body = get(pageOf(id)).body;
        QVERIFY(!has(body, "<script"));
        QVERIFY(!has(body, "<e>"));
        QVERIFY(!has(body, "<&>"));
    }
    QVERIFY(has(get(pageOf(m_ben)).body, "B&lt;e&gt;n"));
}

void SiteTest::letsNothingOut() {
    const auto page = get(pageOf(m_anna));
    for (const char* const header :
         {"Content-Security-Policy: default-src 'none'", "Referrer-Policy: no-referrer", "Cache-Control: no-store",
          "X-Content-Type-Options: nosniff", "frame-ancestors 'none'"})
        QVERIFY2(has(page.head, header), header);
    QVERIFY(!has(page.body, "src="));
    QVERIFY(!has(page.body, "http://elsewhere"));
    const auto style = get("/essaim.css");
    QCOMPARE(style.status, 200);
    QVERIFY(has(style.head, "text/css"));
    QVERIFY(has(style.body, "prefers-color-scheme: dark"));
    QVERIFY(!has(style.body, "url("));
}

void SiteTest::handsOutTheFriendsOwnTorrent() {
    const auto answer = get(pageOf(m_anna) + "/" + hashOf('c').toHex() + ".torrent");
    QCOMPARE(answer.status, 200);
    QVERIFY(has(answer.head, "application/x-bittorrent"));
    QVERIFY(has(answer.head, "filename*=UTF-8''Anna%27s%20%3Cscript%3Efilm.torrent"));
    QVERIFY(has(answer.head, "filename=\"Anna_s _script_film.torrent\""));
    const auto document = BencodeDocument::parse(answer.body);
    QVERIFY(document && document->isCanonical());
    const auto root = document->root();
    QCOMPARE(std::string(root["info"].encoded()), infoOf("Anna's <script>film", true)); // byte for byte
    const std::string key = m_tracker->keysOf(m_anna)->passkey;
    QCOMPARE(std::string(*root["announce"].string()), "http://lea.example.net:6969/announce/" + key);
    QCOMPARE(root["announce-list"].size(), 2u);
    QVERIFY(!root["nodes"]);
    QCOMPARE(std::string(*root["comment"].string()), std::string("hi"));
}

void SiteTest::isNoWayToWhatIsNotShared() {
    QCOMPARE(get(pageOf(m_ben) + "/" + hashOf('c').toHex() + ".torrent").status, 404);
    QCOMPARE(get(pageOf(m_ben) + "/" + hashOf('x').toHex() + ".torrent").status, 404);
    QCOMPARE(get(pageOf(m_ben) + "/../../etc/passwd.torrent").status, 404);
    QCOMPARE(get(pageOf(m_ben) + "/.torrent").status, 404);
}

void SiteTest::saysPolitelyThatALinkIsNotValid() {
    const std::string key = m_tracker->keysOf(m_anna)->passkey;
    std::string first;
    for (const std::string& token :
         {std::string(32, '0'), std::string("x"), std::string(), std::string(5000, 'a'), key, key.substr(0, 32)}) {
        const auto answer = get("/i/" + token);
        QCOMPARE(answer.status, 404);
        QVERIFY(has(answer.body, "not valid"));
        if (first.empty())
            first = answer.body;
        QCOMPARE(answer.body, first); // whatever is wrong with it
    }
}

void SiteTest::stopsWhenTheFriendIsPausedOrRevoked() {
    const auto zoe = m_tracker->addFriend(FriendTerms{.name = "Zoe"}).value();
    const auto link = pageOf(zoe);
    const auto file = link + "/" + hashOf('a').toHex() + ".torrent";
    QCOMPARE(get(file).status, 200);
    QVERIFY(m_tracker->changeFriend(zoe, {.name = "Zoe", .isPaused = true}).has_value());
    QVERIFY(has(get(link).body, "paused"));
    QVERIFY(!has(get(link).body, "film"));
    QCOMPARE(get(file).status, 404);
    QVERIFY(m_tracker->changeFriend(zoe, {.name = "Zoe"}).has_value());
    QCOMPARE(get(file).status, 200);
    QVERIFY(m_tracker->renewFriend(zoe).has_value());
    QCOMPARE(get(link).status, 404); // the old link
    const auto next = pageOf(zoe);
    QCOMPARE(get(next).status, 200);
    QVERIFY(m_tracker->revokeFriend(zoe).has_value());
    QCOMPARE(get(next).status, 404);
    QVERIFY(!has(get(next).body, "Zoe"));
}

void SiteTest::feedsAreWellFormed() {
    const auto json = get(pageOf(m_anna) + "/feed.json");
    QCOMPARE(json.status, 200);
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json.body), &error);
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    const auto items = document.object().value(QStringLiteral("items")).toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[2].toObject().value(QStringLiteral("title")).toString(), QStringLiteral("Anna's <script>film"));
    const auto url = items[2]
                         .toObject()
                         .value(QStringLiteral("attachments"))
                         .toArray()[0]
                         .toObject()
                         .value(QStringLiteral("url"))
                         .toString();
    QVERIFY(url.startsWith(QStringLiteral("http://lea.example.net:6969/i/")));
    QCOMPARE(get(url.mid(QStringLiteral("http://lea.example.net:6969").size()).toStdString()).status, 200);

    const auto rss = get(pageOf(m_anna) + "/feed.xml");
    QXmlStreamReader reader(QByteArray::fromStdString(rss.body));
    int enclosures = 0;
    QStringList titles;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QStringLiteral("enclosure"))
            ++enclosures;
        if (reader.isStartElement() && reader.name() == QStringLiteral("title"))
            titles.append(reader.readElementText());
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(enclosures, 3);
    QVERIFY(titles.contains(QStringLiteral("Anna's <script>film")));
}

void SiteTest::feedsOfASecurePageStaySecure() {
    const std::string token(32, 'a');
    SiteContent content;
    Guest guest{1, "Anna", {}, std::string(40, 'b')};
    SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), guest.inviteDigest.bytes.data());
    content.guests = {guest};
    Site site;
    site.publish(std::make_shared<const SiteContent>(content));
    const std::string path = "/i/" + token + "/feed.xml";
    QVERIFY(has(site.answer({path, "lea.example.net", {}, true}).body, "<link>https://lea.example.net/i/"));
    QVERIFY(has(site.answer({path, "lea.example.net", {}, false}).body, "<link>http://lea.example.net/i/"));
}

void SiteTest::anAddressAtHomeIsToldAtHomeOnly() {
    const std::string token(32, 'a');
    SiteContent content;
    content.announceUrls = {"http://12.3.4.5:6969/announce"};
    content.homeAnnounceUrls = {"http://192.168.1.10:6969/announce"};
    Guest guest{1, "Anna", {}, std::string(40, 'b')};
    SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), guest.inviteDigest.bytes.data());
    content.guests = {guest};
    HostedTorrent torrent;
    torrent.infoHash.v1 = hashOf('a');
    content.torrents = {{torrent, std::make_shared<const HostedFile>(HostedFile{fileOf("film", false), {}})}};
    Site site;
    site.publish(std::make_shared<const SiteContent>(content));
    const auto file = [&](bool isInside) {
        const std::string path = "/i/" + token + "/" + hashOf('a').toHex() + ".torrent";
        const PageRequest request{path, "x", {}, false, isInside};
        return site.answer(request).body;
    };
    QVERIFY(has(file(true), "192.168.1.10") && has(file(true), "12.3.4.5"));
    QVERIFY(!has(file(false), "192.168.1.10") && has(file(false), "12.3.4.5"));
}

void SiteTest::aHeadRequestHasNoBody() {
    HttpClient client(m_tracker->listenAddresses().http[0]);
    client.write("HEAD " + pageOf(m_anna) + " HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(client.read(false).status, 200);
    QVERIFY(has(client.read().body, "BitTorrent tracker")); // and the connection goes on
}

void SiteTest::harmlessTextStaysAsItIs() {
    QCOMPARE(escaped("Été à Ōsaka 😀"), std::string("Été à Ōsaka 😀"));
    QCOMPARE(
        escaped("a\x01\xff\xc3(\xe2\x80\xae"
                "b"),
        std::string("a\uFFFD\uFFFD\uFFFD(\uFFFD"
                    "b"));
    QCOMPARE(jsonEscaped("a\"\\\n"), std::string("a\\\"\\\\\uFFFD"));
    QVERIFY(withAnnounceUrls("not a torrent", {"http://x/announce"}).empty());
    QVERIFY(!readFacts("d4:infoi1ee"));
}

void SiteTest::theNewestComesFirst() {
    SiteContent content;
    for (const int at : {100, 300, 200}) {
        SharedTorrent shared;
        shared.torrent.infoHash.v1 = hashOf('a');
        shared.torrent.name = "from " + std::to_string(at);
        shared.torrent.hostedAt = at;
        content.torrents.push_back(shared);
    }
    const Guest guest;
    for (const auto& page :
         {invitePage({content, guest, "token"}, wordsFor("en")),
          jsonFeed({content, guest, "token"}, wordsFor("en"), "")}) {
        QVERIFY(page.find("from 300") < page.find("from 200"));
        QVERIFY(page.find("from 200") < page.find("from 100"));
        QVERIFY(has(page, "from 100"));
    }
}

void SiteTest::whatLeadsNowhereIsExplained() {
    SiteContent content;
    SharedTorrent shared;
    shared.torrent.infoHash.v1 = hashOf('a');
    shared.torrent.name = "lost";
    content.torrents = {shared};
    const Guest guest;
    const auto& words = wordsFor("en");
    QVERIFY(!has(invitePage({content, guest, "token"}, words), words.notHere)); // a magnet link leads there
    content.torrents[0].torrent.isPrivate = true;
    QVERIFY(has(invitePage({content, guest, "token"}, words), words.notHere));
}

void SiteTest::aHostWithoutANameIsToldByItsAddress() {
    const SiteContent content;
    const Guest guest;
    const auto feed = jsonFeed({content, guest, "token"}, wordsFor("en"), "http://192.168.1.20:6969");
    QCOMPARE(
        QJsonDocument::fromJson(QByteArray::fromStdString(feed)).object().value(QStringLiteral("title")).toString(),
        QStringLiteral("192.168.1.20:6969"));
}

QTEST_GUILESS_MAIN(SiteTest)
#include "site_test.moc"
