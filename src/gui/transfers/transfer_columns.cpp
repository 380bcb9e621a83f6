#include "gui/transfers/transfer_columns.h"

#include "gui/transfers/transfer_status.h"
#include "gui/widgets/natural_order.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace essaim::gui {

namespace {

using engine::TorrentSnapshot;

constexpr Qt::Alignment kLeft = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment kRight = Qt::AlignRight | Qt::AlignVCenter;

/// "24 (310)": connected and known; "24" when nobody told how many there are.
QString countText(int connected, int total) {
    const QLocale locale;
    if (total < 0)
        return locale.toString(connected);
    return QStringLiteral("%1 (%2)").arg(locale.toString(connected), locale.toString(total));
}

QString seedsText(const TorrentSnapshot& torrent) {
    // A complete torrent connects to no seeds: a zero would look like a fault.
    return torrent.isComplete() && torrent.seedsConnected == 0 ? QStringLiteral("–")
                                                               : countText(torrent.seedsConnected, torrent.seedsTotal);
}

QString dateText(const QDateTime& date) {
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString();
}

/// Empty instead of "0 B".
QString sizeText(qint64 bytes) {
    return bytes > 0 ? text::size(bytes) : QString();
}

QString etaText(const TorrentSnapshot& torrent) {
    const bool waitsForData =
        torrent.state == engine::TorrentState::Downloading || torrent.state == engine::TorrentState::Stalled;
    return waitsForData ? text::duration(torrent.etaSeconds) : QString();
}

QString trackerText(const TorrentSnapshot& torrent) {
    return torrent.currentTracker.isEmpty() ? torrent.trackerHosts.value(0) : torrent.currentTracker;
}

QString v1Text(const TorrentSnapshot& torrent) {
    return torrent.infoHash.v1 ? QString::fromStdString(torrent.infoHash.v1->toHex()) : QString();
}

QString v2Text(const TorrentSnapshot& torrent) {
    return torrent.infoHash.v2 ? QString::fromStdString(torrent.infoHash.v2->toHex()) : QString();
}

CellValue number(qint64 first, qint64 second = 0) {
    return {first, second};
}

/// Torrents that never end sort after those that do.
qint64 etaRank(const TorrentSnapshot& torrent) {
    return torrent.etaSeconds < 0 ? std::numeric_limits<qint64>::max() : torrent.etaSeconds;
}

/// As it is: to make a number of a local time takes as long as looking at all other columns.
CellValue dateValue(const QDateTime& date) {
    return {date};
}

/// What the ratio grows by in thirty days at this pace.
double popularity(const TorrentSnapshot& torrent) {
    constexpr double kMonth = 30 * 24 * 3600;
    return torrent.activeSeconds > 0 ? torrent.ratio() * kMonth / double(torrent.activeSeconds) : 0;
}

using S = TorrentSnapshot;
constexpr const char* kScope = "TransferColumns";

// clang-format off
const TransferColumn kColumns[] = {
    {"name", QT_TRANSLATE_NOOP("TransferColumns", "Name"), "", kLeft, 260, true, CellStyle::Text,
     [](const S& t) { return CellValue{t.name}; },
     [](const S& t) { return t.name; }},
    {"size", QT_TRANSLATE_NOOP("TransferColumns", "Size"), QT_TRANSLATE_NOOP("TransferColumns", "Size of the files that are wanted"), kRight, 80, true, CellStyle::Text,
     [](const S& t) { return number(t.wantedSize); },
     [](const S& t) { return sizeText(t.wantedSize); }},
    {"progress", QT_TRANSLATE_NOOP("TransferColumns", "Progress"), QT_TRANSLATE_NOOP("TransferColumns", "Part of the wanted files that is present and checked"), kLeft, 96, true, CellStyle::Progress,
     [](const S& t) { return CellValue{t.progress, qint64(t.state) * 2 + (t.hasMetadata ? 1 : 0)}; },
     [](const S& t) { return t.hasMetadata ? text::percent(t.progress) : QString(); }},
    {"status", QT_TRANSLATE_NOOP("TransferColumns", "Status"), "", kLeft, 230, true, CellStyle::Status,
     [](const S& t) { return CellValue{qint64(t.state), transferStatus(t)}; },
     [](const S& t) { return transferStatus(t); }},
    {"seeds", QT_TRANSLATE_NOOP("TransferColumns", "Seeds"), QT_TRANSLATE_NOOP("TransferColumns", "Connected peers that have everything (known in the swarm)"), kRight, 74, true, CellStyle::Text,
     [](const S& t) { return CellValue{qint64(t.seedsConnected), qint64(t.seedsTotal) * 2 + (t.isComplete() ? 1 : 0)}; },
     seedsText},
    {"peers", QT_TRANSLATE_NOOP("TransferColumns", "Peers"), QT_TRANSLATE_NOOP("TransferColumns", "Connected peers that still download (known in the swarm)"), kRight, 62, true, CellStyle::Text,
     [](const S& t) { return number(t.peersConnected, t.peersTotal); },
     [](const S& t) { return countText(t.peersConnected, t.peersTotal); }},
    {"down", QT_TRANSLATE_NOOP("TransferColumns", "Down"), QT_TRANSLATE_NOOP("TransferColumns", "Download rate"), kRight, 82, true, CellStyle::Text,
     [](const S& t) { return number(t.downloadRate); },
     [](const S& t) { return text::rate(t.downloadRate); }},
    {"up", QT_TRANSLATE_NOOP("TransferColumns", "Up"), QT_TRANSLATE_NOOP("TransferColumns", "Upload rate"), kRight, 82, true, CellStyle::Text,
     [](const S& t) { return number(t.uploadRate); },
     [](const S& t) { return text::rate(t.uploadRate); }},
    {"eta", QT_TRANSLATE_NOOP("TransferColumns", "ETA"), QT_TRANSLATE_NOOP("TransferColumns", "Time until the download is complete, at the present rate"), kRight, 60, true, CellStyle::Text,
     [](const S& t) { return number(etaRank(t), qint64(t.state)); },
     etaText},
    {"ratio", QT_TRANSLATE_NOOP("TransferColumns", "Ratio"), QT_TRANSLATE_NOOP("TransferColumns", "Uploaded divided by downloaded"), kRight, 54, true, CellStyle::Text,
     [](const S& t) { return CellValue{t.ratio()}; },
     [](const S& t) { return text::ratio(t.ratio()); }},
    {"queue", QT_TRANSLATE_NOOP("TransferColumns", "#"), QT_TRANSLATE_NOOP("TransferColumns", "Place in the queue"), kRight, 44, false, CellStyle::Text,
     [](const S& t) { return number(t.queuePosition < 0 ? std::numeric_limits<int>::max() : t.queuePosition); },
     [](const S& t) { return t.queuePosition < 0 ? QString() : QLocale().toString(t.queuePosition + 1); }},
    {"total_size", QT_TRANSLATE_NOOP("TransferColumns", "Total size"), QT_TRANSLATE_NOOP("TransferColumns", "Size of all files, wanted or not"), kRight, 90, false, CellStyle::Text,
     [](const S& t) { return number(t.totalSize); },
     [](const S& t) { return sizeText(t.totalSize); }},
    {"remaining", QT_TRANSLATE_NOOP("TransferColumns", "Remaining"), QT_TRANSLATE_NOOP("TransferColumns", "What is still to be downloaded"), kRight, 90, false, CellStyle::Text,
     [](const S& t) { return number(t.wantedSize - t.wantedDone); },
     [](const S& t) { return sizeText(t.wantedSize - t.wantedDone); }},
    {"availability", QT_TRANSLATE_NOOP("TransferColumns", "Availability"), QT_TRANSLATE_NOOP("TransferColumns", "Full copies among the connected peers"), kRight, 90, false, CellStyle::Text,
     [](const S& t) { return CellValue{t.availability}; },
     [](const S& t) { return t.availability < 0 ? QString() : QLocale().toString(t.availability, 'f', 2); }},
    {"downloaded", QT_TRANSLATE_NOOP("TransferColumns", "Downloaded"), QT_TRANSLATE_NOOP("TransferColumns", "Since the torrent was added"), kRight, 96, false, CellStyle::Text,
     [](const S& t) { return number(t.downloaded); },
     [](const S& t) { return sizeText(t.downloaded); }},
    {"uploaded", QT_TRANSLATE_NOOP("TransferColumns", "Uploaded"), QT_TRANSLATE_NOOP("TransferColumns", "Since the torrent was added"), kRight, 90, false, CellStyle::Text,
     [](const S& t) { return number(t.uploaded); },
     [](const S& t) { return sizeText(t.uploaded); }},
    {"session_downloaded", QT_TRANSLATE_NOOP("TransferColumns", "Session downloaded"), QT_TRANSLATE_NOOP("TransferColumns", "Since the program was started"), kRight, 140, false, CellStyle::Text,
     [](const S& t) { return number(t.sessionDownloaded); },
     [](const S& t) { return sizeText(t.sessionDownloaded); }},
    {"session_uploaded", QT_TRANSLATE_NOOP("TransferColumns", "Session uploaded"), QT_TRANSLATE_NOOP("TransferColumns", "Since the program was started"), kRight, 130, false, CellStyle::Text,
     [](const S& t) { return number(t.sessionUploaded); },
     [](const S& t) { return sizeText(t.sessionUploaded); }},
    {"active_time", QT_TRANSLATE_NOOP("TransferColumns", "Time active"), QT_TRANSLATE_NOOP("TransferColumns", "How long the torrent has been running"), kRight, 100, false, CellStyle::Text,
     [](const S& t) { return number(t.activeSeconds); },
     [](const S& t) { return t.activeSeconds > 0 ? text::duration(t.activeSeconds) : QString(); }},
    {"category", QT_TRANSLATE_NOOP("TransferColumns", "Category"), "", kLeft, 120, false, CellStyle::Text,
     [](const S& t) { return CellValue{t.category}; },
     [](const S& t) { return t.category; }},
    {"tags", QT_TRANSLATE_NOOP("TransferColumns", "Tags"), "", kLeft, 120, false, CellStyle::Text,
     [](const S& t) { return CellValue{t.tags.join(QLatin1Char('\n'))}; },
     [](const S& t) { return t.tags.join(QStringLiteral(", ")); }},
    {"popularity", QT_TRANSLATE_NOOP("TransferColumns", "Popularity"), QT_TRANSLATE_NOOP("TransferColumns", "Ratio gained in a month of running"), kRight, 90, false, CellStyle::Text,
     [](const S& t) { return CellValue{popularity(t)}; },
     [](const S& t) { return t.activeSeconds > 0 ? text::ratio(popularity(t)) : QString(); }},
    {"done", QT_TRANSLATE_NOOP("TransferColumns", "Present"), QT_TRANSLATE_NOOP("TransferColumns", "Of the wanted files, what is there and checked"), kRight, 90, false, CellStyle::Text,
     [](const S& t) { return number(t.wantedDone); },
     [](const S& t) { return sizeText(t.wantedDone); }},
    {"down_limit", QT_TRANSLATE_NOOP("TransferColumns", "Down limit"), QT_TRANSLATE_NOOP("TransferColumns", "The torrent’s own limit"), kRight, 90, false, CellStyle::Text,
     [](const S& t) { return number(t.downloadLimit); },
     [](const S& t) { return text::rate(t.downloadLimit); }},
    {"up_limit", QT_TRANSLATE_NOOP("TransferColumns", "Up limit"), QT_TRANSLATE_NOOP("TransferColumns", "The torrent’s own limit"), kRight, 90, false, CellStyle::Text,
     [](const S& t) { return number(t.uploadLimit); },
     [](const S& t) { return text::rate(t.uploadLimit); }},
    {"seeding_time", QT_TRANSLATE_NOOP("TransferColumns", "Time seeding"), QT_TRANSLATE_NOOP("TransferColumns", "How long the torrent has been offered to others, complete"), kRight, 110, false, CellStyle::Text,
     [](const S& t) { return number(t.seedingSeconds); },
     [](const S& t) { return t.seedingSeconds > 0 ? text::duration(t.seedingSeconds) : QString(); }},
    {"next_announce", QT_TRANSLATE_NOOP("TransferColumns", "Next announce"), QT_TRANSLATE_NOOP("TransferColumns", "When the tracker is asked again"), kRight, 120, false, CellStyle::Text,
     [](const S& t) { return number(t.nextAnnounceSeconds < 0 ? std::numeric_limits<qint64>::max() : t.nextAnnounceSeconds); },
     [](const S& t) { return t.nextAnnounceSeconds < 0 ? QString() : text::duration(t.nextAnnounceSeconds); }},
    {"seen_complete", QT_TRANSLATE_NOOP("TransferColumns", "Last seen complete"), QT_TRANSLATE_NOOP("TransferColumns", "When the connected peers last had everything together"), kLeft, 140, false, CellStyle::Text,
     [](const S& t) { return dateValue(t.lastSeenComplete); },
     [](const S& t) { return dateText(t.lastSeenComplete); }},
    {"created", QT_TRANSLATE_NOOP("TransferColumns", "Created"), QT_TRANSLATE_NOOP("TransferColumns", "When the torrent was made, as it says itself"), kLeft, 130, false, CellStyle::Text,
     [](const S& t) { return dateValue(t.createdAt); },
     [](const S& t) { return dateText(t.createdAt); }},
    {"comment", QT_TRANSLATE_NOOP("TransferColumns", "Comment"), "", kLeft, 200, false, CellStyle::Text,
     [](const S& t) { return CellValue{t.comment}; },
     [](const S& t) { return t.comment.simplified(); }},
    {"files", QT_TRANSLATE_NOOP("TransferColumns", "Files"), QT_TRANSLATE_NOOP("TransferColumns", "How many files it has"), kRight, 70, false, CellStyle::Text,
     [](const S& t) { return number(t.fileCount); },
     [](const S& t) { return t.fileCount > 0 ? QLocale().toString(t.fileCount) : QString(); }},
    {"added", QT_TRANSLATE_NOOP("TransferColumns", "Added"), QT_TRANSLATE_NOOP("TransferColumns", "When the torrent was added"), kLeft, 130, false, CellStyle::Text,
     [](const S& t) { return dateValue(t.addedAt); },
     [](const S& t) { return dateText(t.addedAt); }},
    {"completed", QT_TRANSLATE_NOOP("TransferColumns", "Completed"), QT_TRANSLATE_NOOP("TransferColumns", "When the download was complete"), kLeft, 130, false, CellStyle::Text,
     [](const S& t) { return dateValue(t.completedAt); },
     [](const S& t) { return dateText(t.completedAt); }},
    {"last_activity", QT_TRANSLATE_NOOP("TransferColumns", "Last activity"), QT_TRANSLATE_NOOP("TransferColumns", "When data last moved, either way"), kLeft, 130, false, CellStyle::Text,
     [](const S& t) { return dateValue(t.lastActivity); },
     [](const S& t) { return dateText(t.lastActivity); }},
    {"tracker", QT_TRANSLATE_NOOP("TransferColumns", "Tracker"), QT_TRANSLATE_NOOP("TransferColumns", "The tracker that answered last, else the first one"), kLeft, 160, false, CellStyle::Text,
     [](const S& t) { return CellValue{trackerText(t)}; }, trackerText},
    {"save_path", QT_TRANSLATE_NOOP("TransferColumns", "Save path"), QT_TRANSLATE_NOOP("TransferColumns", "The folder that holds the files"), kLeft, 200, false, CellStyle::Text,
     [](const S& t) { return CellValue{t.savePath}; },
     [](const S& t) { return t.savePath; }},
    {"final_path", QT_TRANSLATE_NOOP("TransferColumns", "Then moves to"), QT_TRANSLATE_NOOP("TransferColumns", "The folder into which the files go once they are complete"), kLeft, 200, false, CellStyle::Text,
     [](const S& t) { return CellValue{t.finalPath}; },
     [](const S& t) { return t.finalPath; }},
    {"private", QT_TRANSLATE_NOOP("TransferColumns", "Private"), QT_TRANSLATE_NOOP("TransferColumns", "Peers come from the tracker only"), kLeft, 70, false, CellStyle::Text,
     [](const S& t) { return number(t.isPrivate ? 1 : 0); },
     [](const S& t) { return t.isPrivate ? QCoreApplication::translate("TransferColumns", "Yes") : QString(); }},
    {"hash_v1", QT_TRANSLATE_NOOP("TransferColumns", "Info-hash v1"), "", kLeft, 300, false, CellStyle::Text,
     [](const S& t) { return CellValue{v1Text(t)}; }, v1Text},
    {"hash_v2", QT_TRANSLATE_NOOP("TransferColumns", "Info-hash v2"), "", kLeft, 460, false, CellStyle::Text,
     [](const S& t) { return CellValue{v2Text(t)}; }, v2Text},
};
// clang-format on

bool partLess(const CellValue::Part& left, const CellValue::Part& right) {
    if (const auto* words = std::get_if<QString>(&left)) {
        static const QCollator order = naturalOrder();
        return order.compare(*words, std::get<QString>(right)) < 0;
    }
    return left < right;
}

} // namespace

bool lessThan(const CellValue& left, const CellValue& right) {
    if (partLess(left.first, right.first))
        return true;
    if (partLess(right.first, left.first))
        return false;
    return partLess(left.second, right.second);
}

QString TransferColumn::translatedTitle() const {
    return QCoreApplication::translate(kScope, title);
}

QString TransferColumn::translatedTooltip() const {
    return *tooltip ? QCoreApplication::translate(kScope, tooltip) : QString();
}

std::span<const TransferColumn> transferColumns() {
    return kColumns;
}

int transferColumn(const QString& id) {
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
        if (id == QLatin1String(kColumns[i].id))
            return int(i);
    }
    return -1;
}

} // namespace essaim::gui
