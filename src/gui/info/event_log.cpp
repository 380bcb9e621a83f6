#include "gui/info/event_log.h"

#include "engine/session.h"
#include "gui/restore/store_notice.h"
#include "gui/transfers/transfer_status.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "hosting/tracker_host.h"
#include "text/text.h"

#include <QDir>
#include <QLocale>

namespace essaim::gui {

EventLog::EventLog(const Services& services, QObject* parent)
    : QAbstractTableModel(parent)
    , m_services(services) {
    followTransfers();
    followServices();
}

void EventLog::followTransfers() {
    const engine::Session& session = m_services.session;
    connect(&session, &engine::Session::addFinished, this, [this](const engine::AddTorrentOutcome& outcome) {
        if (outcome.error)
            add(Level::Failure, text::errorSentence(*outcome.error));
        else
            add(Level::Note, tr("Added: %1").arg(outcome.name));
    });
    connect(&session, &engine::Session::torrentFinished, this, [this](const TorrentId&, const QString& name) {
        add(Level::Note, tr("Download complete: %1").arg(name));
    });
    connect(
        &session, &engine::Session::torrentMoved, this,
        [this](const TorrentId&, const QString& from, const QString& to) {
            add(Level::Note,
                tr("Files moved from %1 to %2").arg(QDir::toNativeSeparators(from), QDir::toNativeSeparators(to)));
        });
    connect(&session, &engine::Session::torrentRestored, this, [this](const engine::RestoreOutcome& outcome) {
        if (outcome.error)
            add(Level::Failure, text::errorSentence(*outcome.error));
    });
    connect(&session, &engine::Session::volumeHeld, this, [this](const engine::VolumeNotice& notice) {
        add(Level::Warning, volumeSentence(notice));
    });
    connect(&session, &engine::Session::problem, this, [this](const Error& error) {
        add(Level::Failure, text::errorSentence(error));
    });
}

void EventLog::followServices() {
    const engine::Session& session = m_services.session;
    connect(&session, &engine::Session::started, this, [this] { add(Level::Note, tr("The session has started.")); });
    connect(&session, &engine::Session::listed, this, [this](int torrents) {
        add(Level::Note, tr("%n torrents are in the list.", nullptr, torrents));
    });
    connect(&session, &engine::Session::startFailed, this, [this](const Error& error) {
        add(Level::Failure, text::errorSentence(error));
    });
    connect(&session, &engine::Session::storeMended, this, [this](const engine::StoreNotice& notice) {
        add(Level::Warning, storeNoticeSentence(notice));
    });
    const hosting::TrackerHost& host = m_services.trackerHost;
    connect(&host, &hosting::TrackerHost::stateChanged, this, [this, &host] {
        if (host.state() == hosting::TrackerHost::State::On)
            add(Level::Note, tr("The embedded tracker is on, port %1.").arg(host.port()));
        else if (host.state() == hosting::TrackerHost::State::Off)
            add(Level::Note, tr("The embedded tracker is off."));
        else if (host.error())
            add(Level::Failure, text::errorSentence(*host.error()));
    });
}

void EventLog::add(Level level, const QString& sentence) {
    if (int(m_events.size()) == kMostEvents) {
        beginRemoveRows({}, 0, 0);
        m_events.pop_front();
        endRemoveRows();
    }
    const int row = int(m_events.size());
    beginInsertRows({}, row, row);
    m_events.push_back({QDateTime::currentDateTime(), level, sentence});
    endInsertRows();
}

QString EventLog::levelName(Level level) {
    switch (level) {
    case Level::Note:
        return tr("Note");
    case Level::Warning:
        return tr("Warning");
    case Level::Failure:
        return tr("Error");
    }
    return {};
}

QString EventLog::line(int row) const {
    const Event& event = m_events[std::size_t(row)];
    QString oneLine = event.sentence;
    oneLine.replace(u'\n', u' ');
    return QStringLiteral("%1\t%2\t%3")
        .arg(event.time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), levelName(event.level), oneLine);
}

int EventLog::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_events.size());
}

int EventLog::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventLog::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event& event = m_events[std::size_t(index.row())];
    if (role == kLevelRole)
        return int(event.level);
    if (role == Qt::ToolTipRole)
        return plainToolTip(event.sentence);
    if (role == Qt::ForegroundRole && index.column() == LevelColumn && event.level != Level::Note)
        return tintColor(event.level == Level::Failure ? Tint::Loss : Tint::Attention, QPalette());
    if (role == Qt::AccessibleTextRole && index.column() == TextColumn)
        return QStringLiteral("%1, %2").arg(levelName(event.level), event.sentence);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return QLocale().toString(event.time, QStringLiteral("dd/MM HH:mm:ss"));
    case LevelColumn:
        return levelName(event.level);
    default:
        return event.sentence;
    }
}

QVariant EventLog::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Time"), tr("Level"), tr("What happened")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace essaim::gui
