#include "tracker/service/http_responder.h"

#include "tracker/service/outside_proof.h"
#include "tracker/web/site.h"
#include "tracker/wire/announce_path.h"
#include "tracker/wire/forwarded.h"
#include "tracker/wire/http_announce.h"

namespace essaim::tracker {

namespace {

constexpr std::string_view kText = "text/plain; charset=utf-8";
constexpr std::string_view kPage =
    "This is a BitTorrent tracker.\n\nAdd its address to a torrent, or open a link that its host sent you, with any "
    "BitTorrent client.\n";

std::string_view sentenceFor(int status) {
    switch (status) {
    case 403:
        return "This address may not use this tracker.\n";
    case 404:
        return "There is nothing here.\n";
    case 405:
        return "Only GET and HEAD are understood.\n";
    case 431:
        return "The request is too long.\n";
    case 503:
        return "Too many connections.\n";
    case 505:
        return "Only HTTP/1.0 and HTTP/1.1 are understood.\n";
    default:
        return "The request was not understood.\n";
    }
}

} // namespace

HttpResponder::Reply
HttpResponder::respond(std::string_view head, const Asker& asker, Clock::Monotonic now, HttpAnswer& answer) {
    const auto request = parseHttpHead(head);
    if (!request)
        return fail(request.error(), answer);
    const auto client = clientOf(*request, asker);
    if (!client)
        return fail(400, answer);
    if (client->address != asker.address && m_service.isDenied(client->address))
        return fail(403, answer);
    answer.clear();
    if (m_service.site() && Site::owns(request->path) && request->method != HttpRequest::Method::Other)
        return showPage(*request, *client, now, answer);
    const int status =
        request->method == HttpRequest::Method::Other ? 405 : route(*request, *client, now, answer.body());
    if (status != 200)
        answer.body() += sentenceFor(status);
    const bool withBody = request->method != HttpRequest::Method::Head;
    return {answer.finish(status, kText, request->keepAlive, withBody), request->keepAlive, status != 200};
}

HttpResponder::Reply
HttpResponder::showPage(const HttpRequest& request, const Asker& asker, Clock::Monotonic now, HttpAnswer& answer) {
    if (!m_service.takeRequest(asker.address, now))
        return fail(503, answer);
    m_service.noteOutsider(asker);
    const bool isInside = !isOutside(asker.address, asker.local, m_service.settings().externalAddress);
    const auto page = m_service.site()->answer(
        {request.path, request.host, request.acceptLanguage, m_isTls, isInside, request.query});
    const bool withBody = request.method != HttpRequest::Method::Head;
    return {
        answer.finishPage(page.status, page.contentType, page.headers, page.body, request.keepAlive, withBody),
        request.keepAlive, page.status != 200};
}

HttpResponder::Reply HttpResponder::fail(int status, HttpAnswer& answer) {
    m_service.counters().malformed.add();
    answer.clear();
    answer.body() += sentenceFor(status);
    return {answer.finish(status, kText, false), false, true};
}

/// Behind trusted proxies stands the last address that is none of theirs.
std::optional<Asker> HttpResponder::clientOf(const HttpRequest& request, const Asker& asker) {
    const auto& settings = m_service.settings();
    if (!settings.trustedProxies.contains(asker.address))
        return asker;
    const bool isList = settings.proxyHeader == ProxyHeader::XForwardedFor;
    ForwardedChain chain(
        isList ? request.forwardedFor : request.forwarded,
        isList ? ForwardedChain::Syntax::List : ForwardedChain::Syntax::Rfc7239);
    Asker client = asker;
    while (const auto hop = chain.next()) {
        if (!hop->address)
            return std::nullopt;
        client.address = *hop->address;
        client.isForwarded = true;
        if (!settings.trustedProxies.contains(client.address))
            break;
    }
    return client;
}

int HttpResponder::route(const HttpRequest& request, const Asker& asker, Clock::Monotonic now, std::string& body) {
    const auto path = parseAnnouncePath(request.path);
    switch (path.kind) {
    case AnnouncePath::Kind::Announce:
        if (!m_service.takeRequest(asker.address, now)) {
            appendFailure(body, kTooMany.reason, kTooMany.retry);
            return 200;
        }
        announce(request, path.passkey, asker, now, body);
        return 200;
    case AnnouncePath::Kind::Scrape:
        if (!m_service.takeRequest(asker.address, now)) {
            appendFailure(body, kTooMany.reason, kTooMany.retry);
            return 200;
        }
        scrape(request, path.passkey, asker, body);
        return 200;
    case AnnouncePath::Kind::Other:
        break;
    }
    if (request.path != "/")
        return 404;
    body += kPage;
    return 200;
}

void HttpResponder::announce(
    const HttpRequest& request, std::string_view passkey, const Asker& asker, Clock::Monotonic now, std::string& body) {
    auto parsed = parseHttpAnnounce(request.query);
    if (!parsed) {
        m_service.counters().malformed.add();
        return appendFailure(body, parsed.error());
    }
    parsed->passkey = passkey;
    const auto result = m_service.announce(*parsed, asker, now, std::numeric_limits<std::uint32_t>::max(), true);
    if (!result)
        return appendFailure(body, result.error().reason, result.error().retry);
    const AnnounceAnswer answer{result->counts, asker.address, result->interval, result->minInterval};
    auto* ids = m_service.peerIds();
    if (ids && parsed->event != AnnounceEvent::Stopped) {
        const IpAddress kept = asker.keptAddress();
        ids->put(parsed->infoHash, {kept, parsed->port}, parsed->peerId);
        if (kept != asker.address) // under which others get it
            ids->put(parsed->infoHash, {asker.address, parsed->port}, parsed->peerId);
    }
    if (parsed->compact)
        return appendAnnounceAnswer(body, answer, *result->peers);
    appendAnnounceAnswer(body, answer, *result->peers, [&](const Endpoint& peer) {
        return ids && !parsed->noPeerId ? ids->find(parsed->infoHash, peer) : std::nullopt;
    });
}

void HttpResponder::scrape(
    const HttpRequest& request, std::string_view passkey, const Asker& asker, std::string& body) {
    const auto hashes = parseHttpScrape(request.query);
    if (!hashes) {
        m_service.counters().malformed.add();
        return appendFailure(body, hashes.error());
    }
    const auto who = m_service.checkScrape(passkey, asker);
    if (!who)
        return appendFailure(body, who.error().reason, who.error().retry);
    beginScrapeAnswer(body);
    for (const auto& hash : hashes->all())
        appendScrapeEntry(body, hash, m_service.scrape(hash, *who));
    endScrapeAnswer(body);
}

} // namespace essaim::tracker
