#include "hosting/renewed_invites.h"

#include <QCryptographicHash>

#include <algorithm>

namespace essaim::hosting {

namespace {

constexpr qsizetype kMostFormerLinks = 32;

QString tokenOf(const QString& link) {
    return link.section(u'/', -1);
}

} // namespace

QString linkMark(const QString& link) {
    const QByteArray digest = QCryptographicHash::hash(tokenOf(link).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(32));
}

bool areAtOneAddress(const QString& link, const QString& other) {
    return QUrl(link).authority() == QUrl(other).authority();
}

bool isRenewed(const FollowedHost& old, const FollowedHost& fresh) {
    const bool hasAnswered = fresh.checkedAt != 0 && !fresh.error;
    if (!hasAnswered || tokenOf(old.link) == tokenOf(fresh.link)) // one invitation may have several addresses
        return false;
    if (!old.feed.bond.isEmpty()) // anybody may stand at the address of somebody else, under any name
        return old.feed.bond == fresh.feed.bond;
    return old.error && wasTurnedAway(*old.error) && areAtOneAddress(old.link, fresh.link) &&
           old.feed.title == fresh.feed.title;
}

FollowedHost renewed(const FollowedHost& old, const FollowedHost& fresh) {
    FollowedHost result = fresh;
    result.formerLinks = QStringList{linkMark(old.link)} + fresh.formerLinks + old.formerLinks;
    result.formerLinks.removeDuplicates();
    result.formerLinks = result.formerLinks.first(std::min(result.formerLinks.size(), kMostFormerLinks));
    result.known += old.known;
    result.fetched += old.fetched;
    const bool isProved = !old.feed.bond.isEmpty(); // else it only looks like the same host
    result.isAutomatic = (isProved && old.isAutomatic) || fresh.isAutomatic;
    for (const QString& url : old.announceUrls + old.formerUrls) {
        if (!result.announceUrls.contains(url) && !result.formerUrls.contains(url))
            result.formerUrls.append(url);
    }
    if (isProved && fresh.standIn == FollowedHost::StandIn::No) {
        result.standIn = old.standIn;
        result.standInList = old.standInList;
        result.standInListAt = old.standInListAt;
    }
    return result;
}

} // namespace essaim::hosting
