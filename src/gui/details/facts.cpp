#include "gui/details/facts.h"

#include "gui/transfers/transfer_status.h"
#include "text/detail_words.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace essaim::gui {

namespace {

using S = engine::TorrentSnapshot;

/// Scope of the translations of this file.
struct Facts {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

QString date(const QDateTime& when) {
    return when.isValid() ? QLocale().toString(when, QLocale::ShortFormat) : QString();
}

QString progress(const S& t) {
    if (!t.hasMetadata)
        return {};
    return Facts::tr("%1 (%2 of %3)")
        .arg(text::percent(t.progress), text::size(t.wantedDone), text::size(t.wantedSize));
}

QString withSession(qint64 total, qint64 session) {
    if (session <= 0 || session == total)
        return text::size(total);
    return Facts::tr("%1 (%2 this session)").arg(text::size(total), text::size(session));
}

QString rates(const S& t) {
    if (t.downloadRate <= 0 && t.uploadRate <= 0)
        return {};
    const auto shown = [](qint64 rate) { return rate > 0 ? text::rate(rate) : QStringLiteral("–"); };
    return Facts::tr("down %1, up %2").arg(shown(t.downloadRate), shown(t.uploadRate));
}

/// Over the time that the torrent has run.
QString average(const S& t) {
    constexpr qint64 kLeast = 60; // seconds; before that, it says nothing
    if (t.activeSeconds < kLeast || (t.downloaded <= 0 && t.uploaded <= 0))
        return {};
    const qint64 loading = qMax(t.activeSeconds - t.seedingSeconds, qint64{1});
    const auto shown = [](qint64 rate) { return rate > 0 ? text::rate(rate) : QStringLiteral("–"); };
    return Facts::tr("down %1, up %2").arg(shown(t.downloaded / loading), shown(t.uploaded / t.activeSeconds));
}

QString limits(const S& t) {
    if (t.downloadLimit <= 0 && t.uploadLimit <= 0)
        return {};
    const auto shown = [](qint64 rate) { return rate > 0 ? text::rate(rate) : QStringLiteral("–"); };
    return Facts::tr("down %1, up %2").arg(shown(t.downloadLimit), shown(t.uploadLimit));
}

QString count(int connected, int total) {
    if (total < 0)
        return Facts::tr("%n connected", nullptr, connected);
    return Facts::tr("%n connected, %1 known", nullptr, connected).arg(QLocale().toString(total));
}

QString eta(const S& t) {
    return t.state == engine::TorrentState::Downloading && t.etaSeconds >= 0 ? text::duration(t.etaSeconds) : QString();
}

QString active(const S& t) {
    if (t.activeSeconds <= 0)
        return {};
    if (t.seedingSeconds <= 0)
        return text::duration(t.activeSeconds);
    return Facts::tr("%1 (seeding for %2)").arg(text::duration(t.activeSeconds), text::duration(t.seedingSeconds));
}

QString pieces(const S& t) {
    if (t.pieceCount <= 0)
        return {};
    // Piece lengths are powers of two: binary units show them as they are.
    const QString length = t.pieceLength >= 1024 * 1024 ? Facts::tr("%1 MiB").arg(t.pieceLength / (1024 * 1024))
                                                        : Facts::tr("%1 KiB").arg(t.pieceLength / 1024);
    const QString all = QStringLiteral("%1 × %2").arg(QLocale().toString(t.pieceCount), length);
    if (t.piecesHave == t.pieceCount)
        return Facts::tr("%1, all present").arg(all);
    return Facts::tr("%1, %2 present").arg(all, QLocale().toString(t.piecesHave));
}

QString tracker(const S& t) {
    if (!t.trackerMessage.isEmpty() && !t.currentTracker.isEmpty())
        return Facts::tr("%1: %2").arg(t.currentTracker, text::detailWords(t.trackerMessage));
    if (!t.trackerMessage.isEmpty())
        return text::detailWords(t.trackerMessage);
    if (t.currentTracker.isEmpty() || t.nextAnnounceSeconds < 0)
        return t.currentTracker;
    return Facts::tr("%1, asked again in %2").arg(t.currentTracker, text::duration(t.nextAnnounceSeconds));
}

QString created(const S& t) {
    if (t.createdAt.isValid() && !t.createdBy.isEmpty())
        return Facts::tr("%1 with %2").arg(date(t.createdAt), t.createdBy);
    return t.createdAt.isValid() ? date(t.createdAt) : t.createdBy;
}

QString hashV1(const S& t) {
    return t.infoHash.v1 ? QString::fromStdString(t.infoHash.v1->toHex()) : QString();
}

QString hashV2(const S& t) {
    return t.infoHash.v2 ? QString::fromStdString(t.infoHash.v2->toHex()) : QString();
}

// clang-format off
const Fact kFacts[] = {
    {Fact::Group::Transfer, "status", QT_TRANSLATE_NOOP("Facts", "Status"), false, transferStatusSentence},
    {Fact::Group::Transfer, "progress", QT_TRANSLATE_NOOP("Facts", "Progress"), false, progress},
    {Fact::Group::Transfer, "rates", QT_TRANSLATE_NOOP("Facts", "Rates"), false, rates},
    {Fact::Group::Transfer, "eta", QT_TRANSLATE_NOOP("Facts", "Time left"), false, eta},
    {Fact::Group::Transfer, "downloaded", QT_TRANSLATE_NOOP("Facts", "Downloaded"), false, [](const S& t) { return withSession(t.downloaded, t.sessionDownloaded); }},
    {Fact::Group::Transfer, "uploaded", QT_TRANSLATE_NOOP("Facts", "Uploaded"), false, [](const S& t) { return withSession(t.uploaded, t.sessionUploaded); }},
    {Fact::Group::Transfer, "average", QT_TRANSLATE_NOOP("Facts", "On average"), false, average},
    {Fact::Group::Transfer, "limits", QT_TRANSLATE_NOOP("Facts", "Its limits"), false, limits},
    {Fact::Group::Transfer, "ratio", QT_TRANSLATE_NOOP("Facts", "Ratio"), false, [](const S& t) { return text::ratio(t.ratio()); }},
    {Fact::Group::Transfer, "seeds", QT_TRANSLATE_NOOP("Facts", "Seeds"), false, [](const S& t) { return count(t.seedsConnected, t.seedsTotal); }},
    {Fact::Group::Transfer, "peers", QT_TRANSLATE_NOOP("Facts", "Peers"), false, [](const S& t) { return count(t.peersConnected, t.peersTotal); }},
    {Fact::Group::Transfer, "tracker", QT_TRANSLATE_NOOP("Facts", "Tracker"), false, tracker},
    {Fact::Group::Transfer, "active", QT_TRANSLATE_NOOP("Facts", "Active for"), false, active},
    {Fact::Group::Transfer, "lastActivity", QT_TRANSLATE_NOOP("Facts", "Last activity"), false, [](const S& t) { return date(t.lastActivity); }},
    {Fact::Group::Transfer, "seenComplete", QT_TRANSLATE_NOOP("Facts", "Last seen complete"), false, [](const S& t) { return date(t.lastSeenComplete); }},
    {Fact::Group::Torrent, "savePath", QT_TRANSLATE_NOOP("Facts", "Save path"), true, [](const S& t) { return QDir::toNativeSeparators(t.savePath); }},
    {Fact::Group::Torrent, "finalPath", QT_TRANSLATE_NOOP("Facts", "Then moves to"), true, [](const S& t) { return QDir::toNativeSeparators(t.finalPath); }},
    {Fact::Group::Torrent, "content", QT_TRANSLATE_NOOP("Facts", "Content"), false, [](const S& t) {
        return t.hasMetadata ? Facts::tr("%Ln file(s), %1", nullptr, t.fileCount).arg(text::size(t.totalSize)) : QString(); }},
    {Fact::Group::Torrent, "pieces", QT_TRANSLATE_NOOP("Facts", "Pieces"), false, pieces},
    {Fact::Group::Torrent, "category", QT_TRANSLATE_NOOP("Facts", "Category"), false, [](const S& t) { return t.category; }},
    {Fact::Group::Torrent, "tags", QT_TRANSLATE_NOOP("Facts", "Tags"), false, [](const S& t) { return t.tags.join(QStringLiteral(", ")); }},
    {Fact::Group::Torrent, "added", QT_TRANSLATE_NOOP("Facts", "Added"), false, [](const S& t) { return date(t.addedAt); }},
    {Fact::Group::Torrent, "completed", QT_TRANSLATE_NOOP("Facts", "Completed"), false, [](const S& t) { return date(t.completedAt); }},
    {Fact::Group::Torrent, "created", QT_TRANSLATE_NOOP("Facts", "Created"), false, created},
    {Fact::Group::Torrent, "private", QT_TRANSLATE_NOOP("Facts", "Private"), false, [](const S& t) { return t.isPrivate ? Facts::tr("yes, peers come from the tracker only") : QString(); }},
    {Fact::Group::Torrent, "comment", QT_TRANSLATE_NOOP("Facts", "Comment"), false, [](const S& t) { return t.comment; }},
    {Fact::Group::Torrent, "hashV1", QT_TRANSLATE_NOOP("Facts", "Info-hash v1"), true, hashV1},
    {Fact::Group::Torrent, "hashV2", QT_TRANSLATE_NOOP("Facts", "Info-hash v2"), true, hashV2},
};
// clang-format on

} // namespace

QString Fact::translatedTitle() const {
    return QCoreApplication::translate("Facts", title);
}

std::span<const Fact> facts() {
    return kFacts;
}

} // namespace essaim::gui
