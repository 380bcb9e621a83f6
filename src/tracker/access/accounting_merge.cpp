// What friends did while another tracker stood in, taken into the totals.
#include "tracker/access/accounting.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

/// Added to `total` is what of `from`..`to` lies above `known`.
std::uint64_t above(std::uint64_t known, std::uint64_t to) {
    return to > known ? to - known : 0;
}

} // namespace

/// Counters of a program only grow: what it reported here and what it reported there are two ranges of the same
/// counters. Credited is what the second adds to the first, so that nothing counts twice, whichever came first.
void Accounting::merge(
    const storage::StandInReportRecord& report, bool isFirstReport, Clock::Monotonic now, std::int64_t wallNow) {
    constexpr std::uint64_t kPlausible = 1'250'000'000; ///< bytes a second
    const auto seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(report.lastAt - report.firstAt, 0)) + 1;
    const auto moved = std::max(report.uploaded - report.firstUploaded, report.downloaded - report.firstDownloaded);
    if (moved / seconds > kPlausible) {
        ++m_implausible;
        return;
    }
    const std::lock_guard lock(m_mutex);
    const bool cameWhileAway = report.firstAt >= m_awaySince && report.firstAt <= m_backAt;
    const Key key{report.member, report.torrent};
    auto found = m_accounts.find(key);
    const auto known = found == m_accounts.end() ? nullptr : &found->second;
    const auto isIt = [&](const Client& client) { return client.reported.client == report.client; };
    Client* client = nullptr;
    if (known) {
        const auto same = std::ranges::find_if(known->clients, isIt);
        client = same == known->clients.end() ? nullptr : &*same;
    }
    if (!client && (!cameWhileAway || !isFirstReport))
        return; // it was here itself, or has been counted
    if (!client && known && known->clients.size() >= kMaxMergedClients)
        return; // invented: nobody runs that many
    if (!known) {
        if (m_accounts.size() >= kMaxAccounts)
            return;
        found = m_accounts.try_emplace(key).first;
        found->second.record.friendId = report.member;
        found->second.record.torrent = report.torrent;
        m_arrivals.push_back({report.member, report.torrent, false});
    }
    Account& account = found->second;
    std::uint64_t uploaded = 0;
    std::uint64_t downloaded = 0;
    if (client) {
        uploaded = above(client->reported.uploaded, report.uploaded);
        downloaded = above(client->reported.downloaded, report.downloaded);
        if (cameWhileAway && client->cameHere) { // it announced here after the return, before this report came
            uploaded =
                saturatingAdd(uploaded, above(report.firstUploaded, std::min(client->base.uploaded, report.uploaded)));
            downloaded = saturatingAdd(
                downloaded, above(report.firstDownloaded, std::min(client->base.downloaded, report.downloaded)));
            client->base.uploaded = std::min(client->base.uploaded, report.firstUploaded);
            client->base.downloaded = std::min(client->base.downloaded, report.firstDownloaded);
        }
        client->reported.uploaded = std::max(client->reported.uploaded, report.uploaded);
        client->reported.downloaded = std::max(client->reported.downloaded, report.downloaded);
    } else {
        uploaded = report.uploaded - report.firstUploaded;
        downloaded = report.downloaded - report.firstDownloaded;
        const storage::CreditClient reported{report.client, report.uploaded, report.downloaded};
        auto& added = account.clients.emplace_back(
            Client{reported, now, now, report.lacking == 0, {}, report.lacking, reported, now});
        added.away = std::chrono::seconds(std::max<std::int64_t>(wallNow - report.lastAt, 0));
    }
    account.record.uploaded = saturatingAdd(account.record.uploaded, uploaded);
    account.record.downloaded = saturatingAdd(account.record.downloaded, downloaded);
    if (report.lastAt >= account.record.lastSeen) {
        if (report.lacking == 0 && account.record.lacking != 0 && !std::exchange(account.isCompletionNoted, true))
            m_arrivals.push_back({report.member, report.torrent, true});
        account.record.lastSeen = report.lastAt;
        account.record.lacking = report.lacking;
        account.record.program = report.program;
    }
    if (!account.isDirty)
        m_dirty.push_back(key);
    account.isDirty = true;
}

} // namespace essaim::tracker
