#include "gui/create_torrent/form_texts.h"

#include "gui/tracker/tracker_verdict.h"
#include "text/text.h"

#include <QLocale>

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
        return tr("Every BitTorrent client opens it.");
    case TorrentFormat::V2:
        return tr("Newer clients open it, Transmission and others do not.");
    case TorrentFormat::Hybrid:
        return tr("Old and new clients open it; each file begins a new piece.");
    }
    return {};
}

QString FormTexts::pieceSize(int bytes) {
    constexpr int kKibibyte = 1024;
    const int kibibytes = bytes / kKibibyte;
    return kibibytes < kKibibyte ? tr("%1 KiB").arg(kibibytes) : tr("%1 MiB").arg(kibibytes / kKibibyte);
}

QString FormTexts::totals(const engine::CreateTorrentPlan& plan) {
    const QString files = tr("%n file(s)", nullptr, plan.fileCount);
    const QString pieces = tr("%n piece(s)", nullptr, plan.pieceCount);
    const QString all = tr("%1, %2, %3", "files, size, pieces").arg(files, text::size(plan.totalSize), pieces);
    if (plan.skipped.isEmpty())
        return all;
    return tr("%1; %2", "totals; what is left out").arg(all, tr("%n left out", nullptr, int(plan.skipped.size())));
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
