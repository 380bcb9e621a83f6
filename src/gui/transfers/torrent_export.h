// The .torrents of several transfers, into one folder.
#pragma once

#include "core/info_hash.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <map>

class QWidget;

namespace essaim::engine {
class Session;
struct TorrentSnapshot;
} // namespace essaim::engine

namespace essaim::gui {

/// One export: writes each file in the background as the session hands it out, tells failures in one message and ends
/// itself. GUI thread.
class TorrentExport : public QObject {
    Q_OBJECT
public:
    /// Of those that have metadata. `session` outlives it; a child of `window`. `patience`: for the session's next
    /// answer; how many it did not answer about is told.
    TorrentExport(
        engine::Session& session, const QList<engine::TorrentSnapshot>& torrents, const QString& folder,
        QWidget& window, std::chrono::milliseconds patience = kPatience);

private:
    static constexpr std::chrono::seconds kPatience{60};

    void forget(const QList<TorrentId>& removed);
    void giveUp();
    void write(const TorrentId& id, const QByteArray& bytes);
    void finish();

    QWidget& m_window;
    QString m_folder;
    QTimer m_patience;
    std::map<TorrentId, QString> m_open; ///< names of those that the session has not answered about
    int m_writing = 0;
    int m_missing = 0; ///< the session was silent about them
    QString m_failure; ///< the first
};

/// Asks for the folder.
void exportTorrents(engine::Session& session, const QList<engine::TorrentSnapshot>& torrents, QWidget& window);

} // namespace essaim::gui
