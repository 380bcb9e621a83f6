// Changing an existing .torrent: what stands around the info dictionary, or, knowingly, the identity itself.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace essaim::engine {

/// What is set is replaced, what is not stays byte for byte.
struct TorrentFileEdit {
    std::optional<QList<QStringList>> trackers; ///< tiers; an empty list removes them
    std::optional<QStringList> webSeeds;
    std::optional<QString> comment; ///< empty removes it
    // These stand in the info dictionary: whoever has the torrent now has another one then.
    std::optional<QString> source; ///< empty removes it
    std::optional<bool> isPrivate;
    std::optional<QString> name;

    [[nodiscard]] bool changesIdentity() const { return source || isPrivate || name; }
};

struct EditedTorrent {
    QByteArray torrent;
    InfoHash before;
    InfoHash after; ///< equal to `before` unless the info dictionary changed
    [[nodiscard]] bool hasNewIdentity() const { return before != after; }
};

/// `allowNewIdentity`: without it, an edit that would change the info-hash is refused with kind Unsupported; one that
/// states what the torrent says already is none. Errors: InvalidData (not a torrent, a URL that is none). Any thread;
/// no input or output.
[[nodiscard]] Expected<EditedTorrent>
editTorrent(const QByteArray& torrent, const TorrentFileEdit& edit, bool allowNewIdentity);

} // namespace essaim::engine
