// A copy of the .torrent of each torrent that is added, in a folder of the user's choice.
#pragma once

#include "core/info_hash.h"
#include "gui/services.h"

#include <QHash>
#include <QObject>

namespace essaim::gui {
class TorrentNews;

/// Follows settings::kTorrentCopies; that of a link is written when its list of files is there. What stands in the
/// folder under that name stays, unless it is the same. GUI thread; the disk is waited for elsewhere.
class TorrentCopies : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    TorrentCopies(const Services& services, const TorrentNews& news, QObject* parent = nullptr);

Q_SIGNALS:
    /// A sentence for the user.
    void failed(const QString& sentence);

private:
    void write(const TorrentId& id, const QByteArray& bytes);

    Services m_services;
    QHash<QByteArray, QString> m_wanted; ///< names by id, of torrents whose .torrent was asked for
};

} // namespace essaim::gui
