#include "gui/details/verdict.h"

#include "gui/transfers/transfer_status.h"
#include "text/detail_words.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QDir>

namespace essaim::gui {

namespace {

using engine::SwarmFacts;
using engine::TorrentSnapshot;
using engine::TorrentState;

/// Scope of the translations of this file.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

/// Why no peer is known at all: somebody should have named one.
Verdict nobodyKnown(const TorrentSnapshot& torrent, const SwarmFacts& facts) {
    if (facts.trackers == 0 && torrent.isPrivate)
        return {
            Words::tr("The torrent is private and has no tracker, so nobody can tell where its peers are."),
            Remedy::EditTrackers};
    if (facts.trackers == 0 && !facts.isDhtOn)
        return {
            Words::tr("It has no tracker and the DHT is off, so nobody can tell where its peers are."),
            Remedy::EditTrackers};
    if (facts.trackers > 0 && facts.trackersFailing == facts.trackers) {
        const QString reason = facts.failure.isEmpty() ? Words::tr("no answer") : text::detailWords(facts.failure);
        if (facts.trackers == 1)
            return {
                Words::tr("Its only tracker, %1, does not help: %2.").arg(facts.failingHost, reason),
                Remedy::AskTrackers};
        return {
            Words::tr("None of its %n trackers helps; %1 says: %2.", nullptr, facts.trackers)
                .arg(facts.failingHost, reason),
            Remedy::AskTrackers};
    }
    if (facts.trackersAsking > 0)
        return {Words::tr("A tracker is being asked for peers; this takes up to a minute."), Remedy::None};
    if (facts.trackersWorking > 0)
        return {Words::tr("Its tracker answers and knows no other peer: nobody else shares it now."), Remedy::AddPeers};
    if (facts.isDhtOn && facts.dhtNodes == 0)
        return {
            facts.trackers == 0
                ? Words::tr("The DHT has not found its way into the network yet, and the torrent has no tracker.")
                : Words::tr("The DHT has not found its way into the network yet, and no tracker was asked."),
            Remedy::AskTrackers};
    return {Words::tr("No peer has been found yet."), Remedy::AskTrackers};
}

/// Peers are known, but no connection stands.
Verdict nobodyConnected(const SwarmFacts& facts) {
    if (facts.greeting > 0)
        return {Words::tr("Connections to %n peer(s) are being made.", nullptr, facts.greeting), Remedy::None};
    if (facts.untriedPeers > 0)
        return {
            Words::tr("%n peer(s) are known and will be tried in a moment.", nullptr, facts.knownPeers), Remedy::None};
    if (!facts.hasIncoming)
        return {
            Words::tr(
                "%n peer(s) are known and none can be reached; nobody has reached this computer either. They "
                "and you may all be behind routers that let nobody in.",
                nullptr, facts.knownPeers),
            Remedy::AskTrackers};
    return {
        Words::tr("%n peer(s) are known and none can be reached at the moment.", nullptr, facts.knownPeers),
        Remedy::AskTrackers};
}

Verdict stalled(const TorrentSnapshot& torrent, const SwarmFacts& facts) {
    if (facts.connected == 0)
        return facts.knownPeers == 0 && facts.greeting == 0 ? nobodyKnown(torrent, facts) : nobodyConnected(facts);
    if (facts.haveSomething == 0 && torrent.availability >= 0 && torrent.availability < 1)
        return {
            Words::tr(
                "The %n connected peer(s) have nothing that is missing here, and together not the whole "
                "torrent: somebody who has the rest must come back.",
                nullptr, facts.connected),
            Remedy::AskTrackers};
    if (facts.haveSomething == 0)
        return {
            Words::tr("The %n connected peer(s) have nothing that is missing here.", nullptr, facts.connected),
            Remedy::AskTrackers};
    if (facts.choking == facts.haveSomething)
        return {
            Words::tr(
                "%n peer(s) have what is missing and send to others first. Your turn comes.", nullptr,
                facts.haveSomething),
            Remedy::None};
    if (facts.downloadLimit > 0 && facts.downloadLimit < 10'000)
        return {Words::tr("Downloads are limited to %1.").arg(text::rate(facts.downloadLimit)), Remedy::None};
    return {
        Words::tr("%n peer(s) could send and have not begun yet.", nullptr, facts.haveSomething - facts.choking),
        Remedy::None};
}

Verdict metadata(const TorrentSnapshot& torrent, const SwarmFacts& facts) {
    if (facts.connected > 0)
        return {
            Words::tr(
                "%n peer(s) are connected and asked for the list of files; those that have none yet "
                "themselves cannot give it.",
                nullptr, facts.connected),
            Remedy::AskTrackers};
    return facts.knownPeers == 0 && facts.greeting == 0 ? nobodyKnown(torrent, facts) : nobodyConnected(facts);
}

/// What can be done by a torrent that has no tracker to ask.
Verdict withTrackersThatAreThere(Verdict verdict, const SwarmFacts& facts) {
    if (verdict.remedy == Remedy::AskTrackers && facts.trackers == 0)
        verdict.remedy = Remedy::EditTrackers;
    return verdict;
}

Verdict failed(const TorrentSnapshot& torrent) {
    const QString sentence = transferStatusSentence(torrent);
    const bool isOfFiles = torrent.error && (torrent.error->kind == ErrorKind::NotFound ||
                                             torrent.error->kind == ErrorKind::PermissionDenied);
    return {sentence, isOfFiles ? Remedy::OpenFolder : Remedy::Resume};
}

} // namespace

std::optional<Verdict> verdictOf(const TorrentSnapshot& torrent, const std::optional<SwarmFacts>& facts) {
    switch (torrent.state) {
    case TorrentState::Error:
        return failed(torrent);
    case TorrentState::MissingFiles:
        return Verdict{
            Words::tr("Its files are not in “%1” any more. If they are elsewhere, say where; else they are "
                      "downloaded again when they are checked.")
                .arg(QDir::toNativeSeparators(torrent.savePath)),
            Remedy::ChooseFolder};
    case TorrentState::DriveAway:
        return Verdict{
            Words::tr("The drive that holds its files is not connected. It goes on by itself when the drive "
                      "is back; nothing is lost."),
            Remedy::None};
    case TorrentState::WaitingForDisk:
        return Verdict{transferStatusSentence(torrent), Remedy::OpenFolder};
    case TorrentState::Queued:
        if (torrent.wantedDone < torrent.wantedSize && facts && facts->queuedBefore > 0)
            return Verdict{
                Words::tr("It waits for its turn: %n download(s) stand before it.", nullptr, facts->queuedBefore),
                Remedy::RunNow};
        return Verdict{Words::tr("It waits for its turn."), Remedy::RunNow};
    case TorrentState::Paused:
        return Verdict{Words::tr("You paused it."), Remedy::Resume};
    case TorrentState::Stalled:
        return facts ? std::optional(withTrackersThatAreThere(stalled(torrent, *facts), *facts)) : std::nullopt;
    case TorrentState::FetchingMetadata:
        return facts ? std::optional(withTrackersThatAreThere(metadata(torrent, *facts), *facts)) : std::nullopt;
    default:
        return std::nullopt;
    }
}

QString remedyWords(Remedy remedy) {
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::AskTrackers:
        return Words::tr("Ask the trackers again");
    case Remedy::EditTrackers:
        return Words::tr("Add a tracker…");
    case Remedy::AddPeers:
        return Words::tr("Show the peers");
    case Remedy::Resume:
        return Words::tr("Resume");
    case Remedy::RunNow:
        return Words::tr("Start it now");
    case Remedy::CheckFiles:
        return Words::tr("Check the files again");
    case Remedy::OpenFolder:
        return Words::tr("Open the folder");
    case Remedy::ChooseFolder:
        return Words::tr("Say where they are…");
    }
    return {};
}

} // namespace essaim::gui
