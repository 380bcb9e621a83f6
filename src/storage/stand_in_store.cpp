#include "storage/stand_in_store.h"

#include "storage/columns.h"

#include <SQLiteCpp/Statement.h>

namespace essaim::storage {

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line + "\n";
    return text;
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (end != 0)
            lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

} // namespace

std::vector<StandInRecord> StandInStore::loadStandIns() {
    SQLite::Statement rows(m_database, "SELECT friend, urls, merged_at FROM stand_in ORDER BY friend");
    std::vector<StandInRecord> records;
    while (rows.executeStep())
        records.push_back(
            {rows.getColumn(0).getInt64(), linesOf(bytesOf(rows.getColumn(1))), rows.getColumn(2).getInt64()});
    return records;
}

void StandInStore::putStandIn(const StandInRecord& record) {
    SQLite::Statement put(m_database, "INSERT OR REPLACE INTO stand_in (friend, urls, merged_at) VALUES (?, ?, ?)");
    put.bind(1, record.friendId);
    put.bind(2, joined(record.urls));
    put.bind(3, record.mergedAt);
    put.exec();
}

void StandInStore::removeStandIn(std::int64_t friendId) {
    SQLite::Statement remove(m_database, "DELETE FROM stand_in WHERE friend = ?");
    remove.bind(1, friendId);
    remove.exec();
}

std::vector<StandInReportRecord> StandInStore::loadReports() {
    SQLite::Statement rows(
        m_database, "SELECT member, torrent, client, first_uploaded, first_downloaded, first_at, uploaded, downloaded, "
                    "last_at, lacking, program FROM stand_in_report");
    std::vector<StandInReportRecord> records;
    const auto count = [&rows](int column) { return static_cast<std::uint64_t>(rows.getColumn(column).getInt64()); };
    while (rows.executeStep()) {
        if (const auto torrent = digestOf<TorrentId::kSize>(rows.getColumn(1)))
            records.push_back(
                {rows.getColumn(0).getInt64(), *torrent, count(2), count(3), count(4), rows.getColumn(5).getInt64(),
                 count(6), count(7), rows.getColumn(8).getInt64(), rows.getColumn(9).getInt64(),
                 std::string(bytesOf(rows.getColumn(10)))});
    }
    return records;
}

void StandInStore::putReport(const StandInReportRecord& record) {
    SQLite::Statement put(
        m_database, "INSERT OR REPLACE INTO stand_in_report (member, torrent, client, first_uploaded, "
                    "first_downloaded, first_at, uploaded, downloaded, last_at, lacking, program) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, record.member);
    bindDigest(put, 2, record.torrent);
    put.bind(3, static_cast<std::int64_t>(record.client));
    put.bind(4, static_cast<std::int64_t>(record.firstUploaded));
    put.bind(5, static_cast<std::int64_t>(record.firstDownloaded));
    put.bind(6, record.firstAt);
    put.bind(7, static_cast<std::int64_t>(record.uploaded));
    put.bind(8, static_cast<std::int64_t>(record.downloaded));
    put.bind(9, record.lastAt);
    put.bind(10, record.lacking);
    put.bind(11, record.program);
    put.exec();
}

void StandInStore::removeReport(std::int64_t member, const TorrentId& torrent, std::uint64_t client) {
    SQLite::Statement remove(m_database, "DELETE FROM stand_in_report WHERE member = ? AND torrent = ? AND client = ?");
    remove.bind(1, member);
    bindDigest(remove, 2, torrent);
    remove.bind(3, static_cast<std::int64_t>(client));
    remove.exec();
}

} // namespace essaim::storage
