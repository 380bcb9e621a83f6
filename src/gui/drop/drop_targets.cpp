#include "gui/drop/drop_targets.h"

#include <QFileInfo>

namespace essaim::gui {

namespace {

QString describe(const QStringList& sources) {
    constexpr qsizetype kNames = 3;
    QStringList names;
    for (const QString& path : sources.first(qMin(kNames, sources.size())))
        names.append(QFileInfo(path).fileName());
    const QString list = names.join(QStringLiteral(", "));
    return sources.size() <= kNames
               ? list
               : DropTargets::tr("%1 and %n more", nullptr, int(sources.size() - kNames)).arg(list);
}

DropCard addCard(const DroppedItems& items) {
    return {
        DropTarget::Add, QStringLiteral("arrow-down"), DropTargets::tr("Add %n torrent(s)", nullptr, items.addCount()),
        DropTargets::tr("Choose the folder and the files before the download starts")};
}

DropCard draftCard(const QString& title) {
    return {
        DropTarget::AddToDraft, QStringLiteral("plus"), DropTargets::tr("Add to the open draft"),
        title.isEmpty() ? DropTargets::tr("The torrent that you are putting together")
                        : DropTargets::tr("“%1”, which you are putting together").arg(title)};
}

DropCard shareCard(bool each, int count) {
    const QString words = DropTargets::tr("On your tracker, with a link to send to your friends");
    if (each)
        return {
            DropTarget::ShareEach, QStringLiteral("list"), DropTargets::tr("Share one each"),
            DropTargets::tr("%n torrents, each with a link of its own", nullptr, count)};
    return {
        DropTarget::ShareTogether, QStringLiteral("users"),
        count > 1 ? DropTargets::tr("Share all together") : DropTargets::tr("Share with friends"), words};
}

std::vector<DropCard> createCards(const QStringList& sources) {
    if (sources.size() == 1)
        return {
            {DropTarget::CreateTogether, QStringLiteral("box"), DropTargets::tr("Create a torrent"),
             describe(sources)}};
    return {
        {DropTarget::CreateTogether, QStringLiteral("box"), DropTargets::tr("One torrent with all"), describe(sources)},
        {DropTarget::CreateEach, QStringLiteral("list"), DropTargets::tr("One torrent each"),
         DropTargets::tr("%n torrent(s)", nullptr, int(sources.size()))}};
}

} // namespace

std::vector<DropCard> DropTargets::of(const DropSituation& situation) {
    const QStringList& sources = situation.items.sources;
    if (sources.isEmpty()) {
        std::vector<DropCard> cards{addCard(situation.items)};
        if (situation.items.torrentFiles.size() == 1 && situation.items.links.isEmpty())
            cards.push_back(
                {DropTarget::Edit, QStringLiteral("edit"), tr("Edit the .torrent"),
                 tr("Change its trackers, web seeds or comment")});
        return cards;
    }
    const int count = int(sources.size());
    std::vector<DropCard> cards;
    if (situation.onTrackerPage) {
        cards.push_back(shareCard(false, count));
        if (count > 1)
            cards.push_back(shareCard(true, count));
    } else {
        cards = createCards(sources);
    }
    if (situation.draft)
        cards.push_back(draftCard(*situation.draft));
    else if (!situation.onTrackerPage)
        cards.push_back(shareCard(false, count));
    return cards;
}

} // namespace essaim::gui
