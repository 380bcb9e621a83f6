#include "gui/create_torrent/form_texts.h"

#include "gui/tracker/tracker_verdict.h"
#include "text/text.h"

#include <QFileInfo>

namespace essaim::gui {

using engine::TorrentFormat;

QString FormTexts::formatName(TorrentFormat format) {
    switch (format) {
    case TorrentFormat::V1:
        return tr("Version 1");
    case TorrentFormat::V2:
        return tr("Version 2");
    case TorrentFormat::Hybrid:
        return tr("Hybrid");
    }
    return {};
}

QString FormTexts::formatHint(TorrentFormat format) {
    switch (format) {
    case TorrentFormat::V1:
        return tr("Every BitTorrent client opens it: the safest choice.");
    case TorrentFormat::V2:
        return tr("qBittorrent, Deluge and BiglyBT in their versions of recent years open it; Transmission, KTorrent "
                  "and older clients do not.");
    case TorrentFormat::Hybrid:
        return tr(
            "Clients of recent years open it, and newer ones check each file by itself. Transmission before 4.0 and "
            "aria2 before 1.37 do not. Each file begins a new piece.");
    }
    return {};
}

QString FormTexts::pieceSize(int bytes) {
    constexpr int kKibibyte = 1024;
    const int kibibytes = bytes / kKibibyte;
    return kibibytes < kKibibyte ? tr("%1 KiB").arg(kibibytes) : tr("%1 MiB").arg(kibibytes / kKibibyte);
}

QString FormTexts::totals(const CreationTotals& totals) {
    const QString files = tr("%Ln file(s)", nullptr, totals.files);
    const QString pieces = tr("%Ln piece(s)", nullptr, int(totals.pieces));
    QString all = tr("%1, %2, %3", "files, size, pieces").arg(files, text::size(totals.size), pieces);
    if (totals.torrents > 1)
        all = tr("%1: %2", "torrents: what is in them").arg(tr("%Ln torrent(s)", nullptr, totals.torrents), all);
    all =
        tr("%1; .torrent %2", "totals; size of the file that describes them").arg(all, text::size(totals.torrentSize));
    if (totals.known > 0)
        all = tr("%1; %2 need not be read again", "totals; size").arg(all, text::size(totals.known));
    if (totals.leftOut == 0)
        return all;
    return tr("%1; %2", "totals; what is left out").arg(all, tr("%Ln left out", nullptr, totals.leftOut));
}

QString FormTexts::skipped(const CreationTotals& totals) {
    constexpr qsizetype kMostLines = 20;
    QStringList lines = totals.skipped.first(qMin(kMostLines, totals.skipped.size()));
    if (totals.skipped.size() > kMostLines)
        lines.append(tr("and %Ln more", nullptr, int(totals.skipped.size() - kMostLines)));
    return lines.join(u'\n');
}

QString FormTexts::pieceHint(const CreationTotals& totals) {
    const QString pieces = tr("%Ln piece(s)", nullptr, int(totals.pieces));
    const QString each = totals.pieceLength > 0
                             ? tr("%1 of %2", "pieces, size of one").arg(pieces, pieceSize(totals.pieceLength))
                             : pieces;
    if (totals.padding * 100 < totals.size) // less than a hundredth is not worth a word
        return each;
    return tr("%1, with %2 of empty space between the files", "pieces").arg(each, text::size(totals.padding));
}

QString FormTexts::hostHint(const hosting::TrackerHost& host) {
    using State = hosting::TrackerHost::State;
    using Reach = hosting::TrackerAddress::Reach;
    switch (host.state()) {
    case State::Off:
        return tr("Your tracker is off: it will be switched on.");
    case State::Starting:
        return tr("Your tracker is starting.");
    case State::Failed:
        return TrackerVerdict::of(host).title;
    case State::On:
        break;
    }
    const auto addresses = host.addresses();
    if (addresses.isEmpty() || addresses.first().reach == Reach::ThisComputer)
        return tr("Only this computer can reach your tracker: it is not connected to a network.");
    const QString where = QStringLiteral("%1:%2").arg(addresses.first().host).arg(host.port());
    return addresses.first().reach == Reach::Internet ? tr("The link leads friends to %1.").arg(where)
                                                      : tr("The link leads friends on your network to %1.").arg(where);
}

QString proposedName(const QStringList& paths) {
    QStringList common;
    bool isOneFolder = true;
    for (const QString& path : paths) {
        const QStringList parts = path.split(u'/').mid(0, path.count(u'/'));
        isOneFolder = isOneFolder && (&path == &paths.first() || parts == common);
        if (&path == &paths.first())
            common = parts;
        while (!common.isEmpty() && parts.mid(0, common.size()) != common)
            common.removeLast();
    }
    if (isOneFolder)
        return {};
    // The folders at the top are the system's, and a home is named after its owner.
    constexpr qsizetype kHomeDepth = 3;
    if (common.size() > kHomeDepth)
        return common.last();
    const QFileInfo first(paths.first());
    return first.completeBaseName().isEmpty() ? first.fileName() : first.completeBaseName();
}

QList<QStringList> parseTiers(const QString& text) {
    QList<QStringList> tiers;
    bool inTier = false;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const QString url = line.trimmed();
        if (url.isEmpty()) {
            inTier = false;
            continue;
        }
        if (!inTier)
            tiers.append(QStringList());
        tiers.last().append(url);
        inTier = true;
    }
    return tiers;
}

QStringList parseLines(const QString& text) {
    QStringList result;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            result.append(trimmed);
    }
    return result;
}

} // namespace essaim::gui
