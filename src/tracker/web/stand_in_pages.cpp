#include "tracker/web/stand_in_pages.h"

#include "tracker/access/access_policy.h"
#include "tracker/access/stand_in_ledger.h"
#include "tracker/access/stand_in_list.h"
#include "tracker/access/stand_ins.h"
#include "tracker/wire/query_string.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace essaim::tracker {

namespace {

constexpr std::string_view kBinary = "application/octet-stream";
constexpr std::string_view kCareful = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";

std::int64_t unixNow() {
    return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

/// Those that are fit to stand in links; others are left out.
std::vector<std::string> announceUrlsIn(std::string_view query) {
    std::vector<std::string> urls;
    QueryString parameters(query);
    while (const auto parameter = parameters.next()) {
        std::array<std::uint8_t, 256> text;
        if (parameter->name != "announce")
            continue;
        const auto length = percentDecode(parameter->value, text);
        if (!length || *length > text.size())
            continue;
        std::string url(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*length));
        if (isAnnounceBase(url) && std::ranges::find(urls, url) == urls.end())
            urls.push_back(std::move(url));
    }
    return urls;
}

std::int64_t afterIn(std::string_view query) {
    QueryString parameters(query);
    while (const auto parameter = parameters.next()) {
        std::int64_t after = 0;
        if (parameter->name == "after" &&
            std::from_chars(parameter->value.data(), parameter->value.data() + parameter->value.size(), after).ec ==
                std::errc())
            return after;
    }
    return 0;
}

Sha256Hash digestOf(std::string_view token) {
    Sha256Hash digest;
    SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), digest.bytes.data());
    return digest;
}

} // namespace

PageAnswer standInPage(const SiteContent& content, const Guest& guest, std::string_view query, StandIns& standIns) {
    standIns.offer(guest.id, announceUrlsIn(query), unixNow());
    const auto list = content.standInLists.find(guest.id);
    StandInList none;
    none.title = content.title;
    none.reportToken = guest.reportToken;
    return {
        200, std::string(kBinary), std::string(kCareful),
        list == content.standInLists.end() ? encode(none) : list->second.of(content)};
}

PageAnswer reportPage(
    const SiteContent& content, std::string_view token, std::string_view query, StandIns& standIns,
    StandInLedger& ledger) {
    const auto digest = digestOf(token);
    for (const auto& one : content.standingIn) {
        if (CRYPTO_memcmp(one.tokenDigest.bytes.data(), digest.bytes.data(), digest.bytes.size()) != 0)
            continue;
        standIns.noteCall();
        const auto now = unixNow();
        return {
            200, std::string(kBinary), std::string(kCareful), encode(ledger.report(one.members, afterIn(query), now))};
    }
    return {404, "text/plain; charset=utf-8", std::string(kCareful), "There is nothing here.\n"};
}

} // namespace essaim::tracker
