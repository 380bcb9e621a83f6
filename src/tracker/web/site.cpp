#include "tracker/web/site.h"

#include "tracker/web/html.h"
#include "tracker/web/invite_page.h"
#include "tracker/web/stand_in_pages.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <fmt/format.h>

#include <algorithm>

namespace essaim::tracker {

namespace {

constexpr std::string_view kInvite = "/i/";
constexpr std::string_view kReport = "/s/";
constexpr std::string_view kStylePath = "/essaim.css";
constexpr std::size_t kTokenLength = 32;
constexpr std::string_view kHtml = "text/html; charset=utf-8";

/// Nothing is loaded from elsewhere, nothing runs, nobody hears of the address of the page, and nothing of it is kept.
constexpr std::string_view kCareful = "Content-Security-Policy: default-src 'none'; style-src 'self'; base-uri 'none'; "
                                      "form-action 'none'; frame-ancestors 'none'\r\n"
                                      "Referrer-Policy: no-referrer\r\n"
                                      "Cache-Control: no-store\r\n"
                                      "X-Content-Type-Options: nosniff\r\n"
                                      "X-Robots-Tag: noindex, nofollow\r\n";

PageAnswer make(int status, std::string_view type, std::string body, std::string_view more = {}) {
    return {status, std::string(type), std::string(kCareful) + std::string(more), std::move(body)};
}

/// Compares digests, which nobody can steer, and with all of them: the time says nothing.
const Guest* guestWith(const SiteContent& content, std::string_view token) {
    Sha256Hash digest;
    SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), digest.bytes.data());
    const Guest* found = nullptr;
    for (const auto& guest : content.guests) {
        if (CRYPTO_memcmp(guest.inviteDigest.bytes.data(), digest.bytes.data(), digest.bytes.size()) == 0)
            found = &guest;
    }
    return found;
}

/// RFC 6266: a plain name for old programs, and the true one.
std::string dispositionOf(std::string_view name) {
    std::string plain;
    for (const char c : name)
        plain += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                         c == '.' || c == ' '
                     ? c
                     : '_';
    return fmt::format(
        "Content-Disposition: attachment; filename=\"{}.torrent\"; filename*=UTF-8''{}.torrent\r\n", plain,
        percentEncoded(name));
}

PageAnswer torrentFor(const Visit& visit, std::string_view id, const Words& words) {
    for (const auto& shared : visit.content.torrents) {
        if (!shared.file || shared.torrent.infoHash.id().toHex() != id ||
            !visit.content.mayGet(visit.guest, shared.torrent) || visit.guest.isPaused)
            continue;
        return make(
            200, "application/x-bittorrent", withAnnounceUrls(shared.file->bytes, announceUrlsOf(visit)),
            dispositionOf(shared.torrent.name));
    }
    return make(404, kHtml, notValidPage(words));
}

/// "http://host:port" for addresses in feeds. A name that no browser would send is not repeated.
std::string baseOf(const SiteContent& content, const PageRequest& request) {
    const auto host = request.host;
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == ':' || c == '[' || c == ']';
    };
    if (!host.empty() && host.size() < 260 && std::ranges::all_of(host, isPlain))
        return (request.isTls ? "https://" : "http://") + std::string(host);
    const std::string_view first = content.announceUrls.empty() ? std::string_view() : content.announceUrls.front();
    return std::string(first.substr(0, first.rfind('/')));
}

} // namespace

bool SiteContent::mayGet(const Guest& guest, const HostedTorrent& torrent) const {
    return torrent.visibility != Visibility::Chosen ||
           std::ranges::find(torrent.chosen, guest.id) != torrent.chosen.end();
}

void Site::publish(std::shared_ptr<const SiteContent> content) {
    const std::lock_guard lock(m_mutex);
    m_content = std::move(content);
}

void Site::serveStandIns(StandIns& standIns, StandInLedger& ledger) {
    m_standIns = &standIns;
    m_ledger = &ledger;
}

std::shared_ptr<const SiteContent> Site::content() const {
    const std::lock_guard lock(m_mutex);
    return m_content;
}

bool Site::owns(std::string_view path) {
    return path.starts_with(kInvite) || path.starts_with(kReport) || path == kStylePath;
}

PageAnswer Site::answer(const PageRequest& request) const {
    if (request.path == kStylePath)
        return {
            200, "text/css; charset=utf-8", "Cache-Control: max-age=3600\r\nX-Content-Type-Options: nosniff\r\n",
            std::string(styleSheet())};
    const Words& words = wordsFor(request.acceptLanguage);
    if (request.path.starts_with(kReport)) {
        const auto all = this->content();
        if (all && m_standIns)
            return reportPage(*all, request.path.substr(kReport.size()), request.query, *m_standIns, *m_ledger);
        return make(404, kHtml, notValidPage(words));
    }
    auto rest = request.path.substr(std::min(kInvite.size(), request.path.size()));
    const auto token = rest.substr(0, rest.find('/'));
    rest.remove_prefix(token.size());
    const auto content = this->content();
    const Guest* guest = content ? guestWith(*content, token) : nullptr;
    if (!guest || token.size() != kTokenLength)
        return make(404, kHtml, notValidPage(words));
    const Visit visit{*content, *guest, token, request.isInside};
    if (rest.empty() || rest == "/")
        return make(200, kHtml, invitePage(visit, words), "Vary: Accept-Language\r\n");
    if (rest == "/feed.json")
        return make(200, "application/feed+json", jsonFeed(visit, words, baseOf(*content, request)));
    if (rest == "/feed.xml")
        return make(200, "application/rss+xml; charset=utf-8", rssFeed(visit, words, baseOf(*content, request)));
    if (rest == "/stand-in" && m_standIns && !guest->isPaused)
        return standInPage(*content, *guest, request.query, *m_standIns);
    constexpr std::string_view kSuffix = ".torrent";
    if (rest.ends_with(kSuffix))
        return torrentFor(visit, rest.substr(1, rest.size() - 1 - kSuffix.size()), words);
    return make(404, kHtml, notValidPage(words));
}

} // namespace essaim::tracker
