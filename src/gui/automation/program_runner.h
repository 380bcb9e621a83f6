// Programs of the user that run when a torrent is added or complete.
#pragma once

#include "engine/session.h"
#include "gui/services.h"

#include <QObject>
#include <QStringList>

#include <deque>

namespace essaim::gui {
class TorrentNews;

/// Starts what settings::kRunWhenAdded and kRunWhenComplete say, a few a second where many torrents come at once. No
/// shell is asked: a name of a torrent is never more than one argument. GUI thread.
class ProgramRunner : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    ProgramRunner(const Services& services, const TorrentNews& news, QObject* parent = nullptr);

    /// Program and arguments, the letters after % replaced in each: %N name, %F file or top folder, %D folder, %L
    /// category, %G tags, %T tracker, %I and %J info-hashes of version 1 and 2, %Z bytes, %C number of files, %% a
    /// percent sign. Others stay as they are. A space comes before what begins with a hyphen: a torrent's name must not
    /// become an option of the program.
    [[nodiscard]] static QStringList
    wordsOf(const QString& command, const engine::TorrentSnapshot& torrent, const engine::TorrentDescription& content);

Q_SIGNALS:
    /// A sentence for the user.
    void failed(const QString& sentence);

private:
    struct Wanted {
        QString command;
        engine::TorrentSnapshot torrent;
    };
    void want(const QString& command, const engine::TorrentSnapshot& torrent);
    void onDetails(const engine::TorrentDetails& details);
    void startNext();

    Services m_services;
    QList<Wanted> m_asked;          ///< whose list of files was asked for
    std::deque<QStringList> m_next; ///< to be started
};

} // namespace essaim::gui
