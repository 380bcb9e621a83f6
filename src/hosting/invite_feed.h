// What the page behind an invite link offers, as a program reads it.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace essaim::hosting {

/// One torrent that a host shares.
struct OfferedTorrent {
    QString id; ///< of the torrent, hexadecimal
    QString name;
    qint64 size = 0;
    qint64 hostedAt = 0; ///< Unix seconds; 0 = not said

    bool operator==(const OfferedTorrent&) const = default;
};

struct InviteFeed {
    QString title = {}; ///< who the host is
    QList<OfferedTorrent> torrents = {};
    QStringList announceUrls = {}; ///< secret: where this friend announces to now; empty = the host does not say
    QString bond = {}; ///< secret: of this host and this friend, whatever key; empty = the host does not say

    bool operator==(const InviteFeed&) const = default;
};

/// Did the host itself say that an invite link opens nothing? A name that is not found, or silence, says nothing.
[[nodiscard]] bool wasTurnedAway(const Error& error);
/// An invite link of an Essaim: http or https, "/i/" and a token.
[[nodiscard]] bool isInviteLink(const QString& text);
/// Without what may follow the token, such as a slash.
[[nodiscard]] QString cleanInviteLink(const QString& text);
[[nodiscard]] QUrl feedUrl(const QString& link);
/// Built from the link alone: whatever a feed says, nothing is fetched from elsewhere.
[[nodiscard]] QUrl torrentUrl(const QString& link, const QString& id);
/// Of the URLs that a host tells: those that can be its own. They are at the address of the link, or carry a key as
/// trackers of Essaim give it to a friend; a tracker for everybody has neither, and is nobody's to put in or take out.
[[nodiscard]] QStringList ownAnnounceUrls(const QString& link, const QStringList& urls);
/// Of these URLs: with a key, and at the address of the link. Only torrents from this host have one.
[[nodiscard]] QStringList announceProofs(const QString& link, const QStringList& urls);
/// Entries without a usable id are left out; a host may be old, new or hostile. InvalidData if it is no feed.
[[nodiscard]] Expected<InviteFeed> parseFeed(const QByteArray& json);

} // namespace essaim::hosting
