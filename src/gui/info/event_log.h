// What happened since the start, in sentences.
#pragma once

#include "gui/services.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>

namespace essaim::engine {
struct TorrentSnapshot;
}

namespace essaim::gui {

/// A table of the last ten thousand events, the newest last. GUI thread. Holds no passkeys: what it is fed does not.
class EventLog : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Level { Note, Warning, Failure };
    enum Column { TimeColumn, LevelColumn, TextColumn, ColumnCount };
    static constexpr int kMostEvents = 10'000;
    static constexpr int kLevelRole = Qt::UserRole; ///< int, a Level

    /// Follows the services, which outlive it.
    explicit EventLog(const Services& services, QObject* parent = nullptr);

    void add(Level level, const QString& sentence);
    [[nodiscard]] static QString levelName(Level level);
    /// "2026-11-21 22:40:03  Warning  …", one line.
    [[nodiscard]] QString line(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void followTransfers();
    void followServices();

    struct Event {
        QDateTime time;
        Level level;
        QString sentence;
    };
    Services m_services;
    std::deque<Event> m_events;
};

} // namespace essaim::gui
