#include "tracker/web/invite_page.h"

#include "tracker/web/html.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>

namespace essaim::tracker {

namespace {

std::string idOf(const SharedTorrent& shared) {
    return shared.torrent.infoHash.id().toHex();
}

/// What can be handed to this guest now, the newest first.
std::vector<const SharedTorrent*> offeredTo(const Visit& visit) {
    std::vector<const SharedTorrent*> result;
    for (const auto& shared : visit.content.torrents) {
        if (!visit.guest.isPaused && visit.content.mayGet(visit.guest, shared.torrent))
            result.push_back(&shared);
    }
    std::ranges::stable_sort(
        result, std::ranges::greater(), [](const auto* shared) { return shared->torrent.hostedAt; });
    return result;
}

/// Empty where it would lead nowhere: clients do not hand out the metadata of private torrents.
std::string magnetOf(const Visit& visit, const SharedTorrent& shared) {
    const auto& torrent = shared.torrent;
    if (torrent.isPrivate)
        return {};
    std::string link = "magnet:?";
    if (torrent.infoHash.v1)
        link += "xt=urn:btih:" + torrent.infoHash.v1->toHex() + "&";
    if (torrent.infoHash.v2)
        link += "xt=urn:btmh:1220" + torrent.infoHash.v2->toHex() + "&";
    link += "dn=" + percentEncoded(torrent.name);
    for (const auto& url : announceUrlsOf(visit))
        link += "&tr=" + percentEncoded(url);
    return link;
}

std::string fileList(const TorrentFacts& facts, const Words& words) {
    if (facts.fileCount < 2)
        return {};
    std::string html = fmt::format("<details><summary>{}</summary><ul class=\"files\">\n", words.listOfFiles);
    for (const auto& file : facts.files)
        html += fmt::format("<li>{}<span>{}</span></li>\n", escaped(file.path), sizeText(file.size, words));
    if (facts.fileCount > facts.files.size())
        html += "<li>" + filled(words.moreFiles, std::to_string(facts.fileCount - facts.files.size())) + "</li>\n";
    return html + "</ul></details>\n";
}

std::string card(const Visit& visit, const SharedTorrent& shared, const Words& words) {
    std::string facts = sizeText(shared.torrent.size, words);
    if (shared.file) {
        const auto count = shared.file->facts.fileCount;
        facts += " · " + (count == 1 ? std::string(words.file) : filled(words.files, std::to_string(count)));
    }
    std::string html = fmt::format(
        "<div class=\"card\">\n<h3>{}</h3>\n<p class=\"muted\">{}</p>\n", escaped(shared.torrent.name), facts);
    if (shared.file)
        html += fmt::format(
            "<a class=\"button\" href=\"/i/{}/{}.torrent\">{}</a>\n", visit.token, idOf(shared), words.download);
    if (const auto magnet = magnetOf(visit, shared); !magnet.empty())
        html += fmt::format("<a class=\"button plain\" href=\"{}\">{}</a>\n", escaped(magnet), words.magnet);
    if (shared.file)
        html += fileList(shared.file->facts, words);
    else if (shared.torrent.isPrivate)
        html += fmt::format("<p>{}</p>\n", words.notHere);
    return html + "</div>\n";
}

std::string leadOf(const Visit& visit, const Words& words) {
    return visit.content.title.empty() ? std::string(words.shared)
                                       : filled(words.sharedBy, escaped(visit.content.title));
}

/// A feed needs a title: a host without a name is told by its address.
std::string_view titleOf(const Visit& visit, std::string_view base) {
    const auto scheme = base.find("://");
    return !visit.content.title.empty() ? std::string_view(visit.content.title)
           : scheme == base.npos        ? base
                                        : base.substr(scheme + 3);
}

/// RFC 822, as RSS wants it.
std::string rssDate(std::int64_t seconds) {
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::string isoDate(std::int64_t seconds) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

} // namespace

std::vector<std::string> announceUrlsOf(const Visit& visit) {
    std::vector<std::string> urls;
    for (const auto& url : visit.content.announceUrls)
        urls.push_back(url + "/" + visit.guest.passkey);
    for (const auto& url : visit.content.homeAnnounceUrls) {
        if (visit.isInside)
            urls.push_back(url + "/" + visit.guest.passkey);
    }
    urls.insert(urls.end(), visit.guest.standInUrls.begin(), visit.guest.standInUrls.end());
    return urls;
}

std::string invitePage(const Visit& visit, const Words& words) {
    std::string html = fmt::format("<h1>{}</h1>\n", filled(words.hello, escaped(visit.guest.name)));
    const auto offered = offeredTo(visit);
    if (visit.guest.isPaused)
        html += fmt::format("<p>{}</p>\n", words.paused);
    else if (offered.empty())
        html += fmt::format("<p>{}</p>\n", words.nothingYet);
    else
        html += fmt::format("<p>{} <a href=\"#how\">{}</a></p>\n", leadOf(visit, words), words.howTo);
    for (const auto* shared : offered)
        html += card(visit, *shared, words);
    html += fmt::format(
        "<h2 id=\"how\">{}</h2>\n<ol>\n<li>{}</li>\n<li>{}</li>\n<li>{}</li>\n</ol>\n<p>{}</p>\n", words.howTo,
        words.stepClient, words.stepOpen, words.stepStay, words.inEssaim);
    html += fmt::format("<p class=\"muted\">{} {}</p>\n", words.forYouAlone, words.othersSee);
    html += fmt::format(
        "<p class=\"muted\">{0} <a href=\"/i/{1}/feed.xml\">RSS</a>, <a href=\"/i/{1}/feed.json\">JSON</a></p>\n",
        words.subscribe, visit.token);
    return page(words, words.invitation, html);
}

std::string notValidPage(const Words& words) {
    return page(words, words.invitation, fmt::format("<h1>{}</h1>\n<p>{}</p>\n", words.notValid, words.askAgain));
}

std::string jsonFeed(const Visit& visit, const Words& words, std::string_view base) {
    std::string items;
    for (const auto* shared : offeredTo(visit)) {
        const auto& torrent = shared->torrent;
        std::string attachment;
        if (shared->file)
            attachment = fmt::format(
                R"(,"attachments":[{{"url":"{}/i/{}/{}.torrent","mime_type":"application/x-bittorrent"}}])",
                jsonEscaped(base), visit.token, idOf(*shared));
        const auto magnet = magnetOf(visit, *shared);
        items += fmt::format(
            R"({}{{"id":"{}","title":"{}","content_text":"{}","date_published":"{}"{},"_essaim":{{"size":{},"private":{})",
            items.empty() ? "" : ",\n", idOf(*shared), jsonEscaped(torrent.name), sizeText(torrent.size, words),
            isoDate(torrent.hostedAt), attachment, torrent.size, torrent.isPrivate);
        if (!magnet.empty())
            items += fmt::format(R"(,"magnet":"{}")", jsonEscaped(magnet));
        items += "}}";
    }
    std::string urls;
    if (!visit.guest.isPaused) {
        for (const auto& url : announceUrlsOf(visit))
            urls += fmt::format(R"({}"{}")", urls.empty() ? "" : ",", jsonEscaped(url));
    }
    return fmt::format(
        R"({{"version":"https://jsonfeed.org/version/1.1","title":"{}","_essaim":{{"announce":[{}],"bond":"{}"}},"items":[)"
        "\n{}\n]}}\n",
        jsonEscaped(titleOf(visit, base)), urls, visit.guest.bond, items);
}

std::string rssFeed(const Visit& visit, const Words& words, std::string_view base) {
    const std::string link = fmt::format("{}/i/{}", escaped(base), visit.token);
    std::string xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n<title>{}</title>\n"
        "<link>{}</link>\n<description>{}</description>\n",
        escaped(titleOf(visit, base)), link, leadOf(visit, words));
    for (const auto* shared : offeredTo(visit)) {
        xml += fmt::format(
            "<item>\n<title>{}</title>\n<guid isPermaLink=\"false\">{}</guid>\n<pubDate>{}</pubDate>\n"
            "<description>{}</description>\n",
            escaped(shared->torrent.name), idOf(*shared), rssDate(shared->torrent.hostedAt),
            sizeText(shared->torrent.size, words));
        if (shared->file)
            xml += fmt::format(
                "<enclosure url=\"{}/{}.torrent\" length=\"{}\" type=\"application/x-bittorrent\"/>\n", link,
                idOf(*shared), shared->file->bytes.size());
        xml += "</item>\n";
    }
    return xml + "</channel>\n</rss>\n";
}

} // namespace essaim::tracker
