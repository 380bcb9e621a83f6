// What the page behind an invite link offers, as a program reads it.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
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

    bool operator==(const InviteFeed&) const = default;
};

/// An invite link of an Essaim: http or https, "/i/" and a token.
[[nodiscard]] bool isInviteLink(const QString& text);
/// Without what may follow the token, such as a slash.
[[nodiscard]] QString cleanInviteLink(const QString& text);
[[nodiscard]] QUrl feedUrl(const QString& link);
/// Built from the link alone: whatever a feed says, nothing is fetched from elsewhere.
[[nodiscard]] QUrl torrentUrl(const QString& link, const QString& id);
/// Entries without a usable id are left out; a host may be old, new or hostile. InvalidData if it is no feed.
[[nodiscard]] Expected<InviteFeed> parseFeed(const QByteArray& json);

} // namespace essaim::hosting
