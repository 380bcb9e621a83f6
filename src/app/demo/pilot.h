// The hand on the mouse of a demonstration: does to the real widgets what a user would, on commands from a pipe.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include "core/info_hash.h"
#include "engine/torrent_snapshot.h"

namespace essaim::engine {
class Session;
}
namespace essaim::hosting {
class TrackerHost;
}
namespace essaim::gui {
class MainWindow;
}
class QWidget;

namespace essaim::app {

/// Reads one JSON object a line from standard input, answers each with one on standard output. GUI thread. Commands
/// name widgets by object name ("window/widget" where that is ambiguous) and act only on those that a user could see
/// and use at that moment.
///
/// {"do":"click","widget":W}  {"do":"type","widget":W,"text":T}  {"do":"read","widget":W} -> text, visible, enabled
/// {"do":"place","widget":W} -> x, y, width, height on the screen   {"do":"drop","widget":W,"paths":[…]}
/// {"do":"choose","widget":W,"row":N}: a row of a list, whose number "read" tells, or of a drop-down
/// {"do":"trigger","action":A}: an entry of a menu, by object name
/// {"do":"picture","file":F}   {"do":"status"} -> transfers and tracker   {"do":"quit"}
/// {"do":"churn","torrents":N}: once a second so many torrents are said to have other rates, as if the session said so
class Pilot : public QObject {
    Q_OBJECT
public:
    Pilot(gui::MainWindow& window, engine::Session& session, hosting::TrackerHost& trackerHost);

private:
    void readCommands();
    [[nodiscard]] QJsonObject perform(const QJsonObject& command);
    [[nodiscard]] QJsonObject status() const;
    void churn();

    gui::MainWindow& m_window;
    engine::Session& m_session;
    hosting::TrackerHost& m_trackerHost;
    QHash<QString, engine::TorrentSnapshot> m_torrents; ///< by id in hexadecimal
    QTimer m_churn;
    int m_churned = 0; ///< torrents at a time
    QSocketNotifier m_input;
    QByteArray m_pending;
};

} // namespace essaim::app
